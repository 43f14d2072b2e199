import {expect} from '@open-wc/testing';
import type {CatalogueId} from '../../src/config/config.js';
import {checkConfig} from '../../src/config/check.js';
import {explain} from '../../src/config/explain.js';
import {readJson} from '../../src/config/read-json.js';
import {hash} from '../../src/decision/hash.js';
import {messages} from '../../src/locales/en.js';
import {catalogue} from '../../src/services/catalogue.js';
import {leavesOf} from '../../src/services/leaves.js';
import {register} from '../../src/services/register.js';
import type {CatalogueService, CspSources} from '../../src/services/service.js';
import {CATALOGUE_ENTRIES} from '../helpers/catalogue-entries.js';

/*
 * What every file of the catalogue must have. How a service behaves in a page: test/e2e/catalogue.spec.ts.
 */

const swept = (expression: string | undefined, name: string) =>
  new RegExp(`^(?:${expression})$`).test(name.replace('#', '1').replace('*', '2'));
const ids = Object.keys(CATALOGUE_ENTRIES) as CatalogueId[];

/** Which sources of a policy cover a host. */
const covers = (sources: string, host: string) =>
  sources.split(' ').some((source) => {
    const allowed = source.replace(/^\w+:\/\//, '');
    return allowed === host || (allowed.startsWith('*.') && host.endsWith(allowed.slice(1)));
  });

describe('the catalogue', () => {
  it('has a file for each of its services, under names that differ', () => {
    const extended = [
      'google-ads',
      'google-analytics',
      'google-tag-manager',
      'matomo',
      'yandex-metrica',
    ];
    const files = [...ids, 'own', ...extended.map((id) => `${id}+`)];
    expect(Object.keys(catalogue).sort()).to.deep.equal(files.sort());
    const names = Object.keys(catalogue).map((id) => hash(id, 4));
    expect(new Set(names).size).to.equal(names.length);
    for (const id of ids) expect(register.has(id), id).to.be.false;
  });

  it('is named whole to who has misspelt a service', () => {
    const told = explain([['categories.analytics.services[0].service', 'listed', 'xyz']]);
    for (const id of [...register.keys(), ...ids]) expect(told).to.include(id);
  });

  for (const id of ids) {
    describe(id, () => {
      const entry = CATALOGUE_ENTRIES[id];
      let service: CatalogueService;
      let make: (entry: object) => CatalogueService;
      let csp: CspSources;

      before('its file is there', async () => {
        const file = (await catalogue[id]()) as unknown as {
          service(entry: object, known: typeof register): CatalogueService;
          csp: CspSources;
        };
        make = (own) => file.service(own, register);
        service = make(entry);
        ({csp} = file);
      });

      it('says who it is, for what, and where data is recorded', () => {
        const {facts} = service;
        expect(service.id).to.equal(id);
        expect(service.revision).to.be.at.least(1);
        expect(facts.vendor).to.match(/\S/);
        expect(facts.country).to.match(/^[A-Z]{2}$/);
        expect(facts.category).to.match(/^(functional|analytics|advertising)$/);
        expect(facts.purposes).not.to.deep.equal([]);
        for (const purpose of facts.purposes)
          expect(messages).to.have.property(`purposes.${purpose}`);
      });

      it('names the hosts of its scripts or frames, which its policy lets pass', () => {
        expect(service.hosts).not.to.deep.equal([]);
        for (const host of service.hosts) expect(host).to.match(/^(\*\.)?[\w-]+(\.[\w-]+)+$/);
        for (const [directive, sources] of Object.entries(csp)) {
          expect(directive).to.match(/^[a-z]+-src$/);
          expect(sources).to.match(/^(https|wss):\/\/[\w.*-]+( (https|wss):\/\/[\w.*-]+)*$/);
        }
        // The policy of what stands on the owner's own host is the owner's.
        const sources = csp[service.load ? 'script-src' : 'frame-src'];
        for (const host of sources ? service.hosts : [])
          expect(covers(sources!, host.replace('*.', 'www.')), host).to.be.true;
      });

      it('sweeps all that it declares', () => {
        const {cookies, storage, unreachable = []} = service.details;
        const leaves = leavesOf({service, configured: []});
        for (const {name} of cookies) expect(swept(leaves.cookies, name), name).to.be.true;
        for (const {name} of storage) expect(swept(leaves.storage, name), name).to.be.true;
        for (const {name, days} of [...cookies, ...storage]) {
          expect(swept(service.traces, name), name).to.be.true;
          expect(days === null || (Number.isFinite(days) && days >= 0), name).to.be.true;
        }
        // What a site, or somebody else, may call its own.
        for (const name of [
          'session',
          'cart',
          'jv',
          'hjalmar',
          'li',
          'fbp',
          'intercom',
          'visit',
          '_ga',
          'tmr',
        ]) {
          expect(swept(leaves.cookies, name), name).to.be.false;
          expect(swept(leaves.storage, name), name).to.be.false;
        }
        for (const {name, where} of unreachable)
          expect(where, name).to.match(/^(HttpOnly|[a-z]+\.[a-z]+)$/);
        const {policyUrl} = service.details;
        expect(policyUrl === null || new URL(policyUrl).protocol === 'https:').to.be.true;
      });

      it('is another question where its entry makes it one of another place', () => {
        const {variant} = service;
        const others = {country: 'FR', url: 'https://other.example.net/', region: 'us'};
        for (const [name, other] of Object.entries(others)) {
          const own =
            name in (service.facts.parameters ?? {}) ||
            `${name}!` in (service.facts.parameters ?? {});
          expect(make({...entry, [name]: other}).variant === variant, name).to.equal(!own);
        }
      });

      it('accepts its parameters, and tells of one that is missing or wrong', () => {
        const listed = () => ({facts: service.facts, hosts: service.hosts});
        const problems = (change: object) =>
          checkConfig(
            readJson({
              policy: {url: '/privacy', version: '1'},
              operator: {name: 'A shop'},
              categories: {[service.facts.category]: {services: [{...entry, ...change}]}},
            }),
            listed,
          ).map(([at]) => at.split('.').at(-1));
        expect(problems({})).to.deep.equal([]);
        for (const key of Object.keys(service.facts.parameters ?? {})) {
          const name = key.replace('!', '');
          expect(problems({[name]: undefined}), name).to.deep.equal(key === name ? [] : [name]);
          for (const wrong of ['', '<img src=x onerror=alert(1)>', 5, null, Object.create(null)]) {
            expect(problems({[name]: wrong}), `${name}: ${JSON.stringify(wrong)}`).to.include(name);
            // It is made before anybody has checked its entry.
            expect(make({...entry, [name]: wrong}).id).to.equal(id);
          }
        }
      });
    });
  }
});
