import {expect} from '@open-wc/testing';
import {checkConfig} from '../../src/config/check.js';
import {readJson} from '../../src/config/read-json.js';
import {catalogue} from '../../src/services/catalogue.js';
import {facts} from '../../src/services/facts.js';
import {register} from '../../src/services/register.js';
import type {Service, Settings} from '../../src/services/service.js';
import {listenToConsole} from '../helpers/console-calls.js';
import {dataLayer as layer} from '../helpers/data-layer.js';
import {fakePage} from '../helpers/fake-page.js';

const commands = (name: string) =>
  layer().filter((item): item is unknown[] => Array.isArray(item) && item[0] === name);
const events = () => layer().filter((item) => (item as {event?: string}).event);
const signals = () => commands('consent').at(-1)![2] as Record<string, string>;

const make = async (id: 'google-analytics' | 'google-tag-manager' | 'google-ads', more: object) => {
  const entry = {service: id, ...more} as unknown as Settings;
  const file = await catalogue[`${id}+`]();
  return {entry, service: file.service(entry, register, [entry])};
};

describe('consent mode', () => {
  // What Google has been told is kept for the life of the page: these tests are one visit, in order.
  const page = fakePage();

  it('tells Google the settings before its tag is configured, and of no change that there was none', async () => {
    const {entry, service} = await make('google-analytics', {
      measurementId: 'G-ONE',
      consentMode: {ads_data_redaction: true, url_passthrough: true, consent_update: true},
    });
    service.guard!();
    page.granted.add('google-analytics');
    service.load!([entry], page);
    expect(commands('set')).to.deep.equal([
      ['set', 'ads_data_redaction', true],
      ['set', 'url_passthrough', true],
    ]);
    const order = layer().map((item) => (item as unknown[])[0]);
    expect(order).to.deep.equal(['consent', 'consent', 'set', 'set', 'js', 'config']);
    expect(page.inserted).to.have.length(1);
    service.update!([entry], page);
    expect(events()).to.deep.equal([]);

    page.granted.add('functional');
    service.update!([entry], page);
    service.update!([entry], page);
    expect(signals()).to.include({functionality_storage: 'granted'});
    expect(events()).to.deep.equal([{event: 'consent_update'}]);
    expect(layer().at(-1)).to.deep.equal({event: 'consent_update'});
    service.stop!([entry], page);
  });

  it('also tells of a change that another of Google’s services has passed on first', async () => {
    const one = await make('google-tag-manager', {
      containerId: 'GTM-ONE',
      consentMode: {consent_update: true},
    });
    const other = register.get('google-analytics')!;
    page.granted.add('google-tag-manager');
    one.service.load!([one.entry], page);
    const before = events().length;
    page.granted.delete('functional');
    other.update!([], page);
    one.service.update!([one.entry], page);
    expect(events().slice(before)).to.deep.equal([{event: 'consent_update'}]);
    one.service.stop!([one.entry], page);
  });

  it('tells of a change once, however many of them want to hear', async () => {
    const consentMode = {consent_update: true};
    const both = [
      await make('google-tag-manager', {containerId: 'GTM-ONE', consentMode}),
      await make('google-analytics', {measurementId: 'G-ONE', consentMode}),
    ];
    for (const {service, entry} of both) {
      page.granted.add(service.id);
      service.load!([entry], page);
    }
    for (const change of ['add', 'delete'] as const) {
      const before = events().length;
      page.granted[change]('functional');
      for (const {service, entry} of both) service.update!([entry], page);
      expect(events().slice(before)).to.deep.equal([{event: 'consent_update'}]);
    }
    for (const {service, entry} of both) service.stop!([entry], page);
  });

  it('tells of no change from before it ran, whoever else did', async () => {
    const other = await make('google-analytics', {
      measurementId: 'G-ONE',
      consentMode: {ads_data_redaction: true},
    });
    const one = await make('google-tag-manager', {
      containerId: 'GTM-ONE',
      consentMode: {consent_update: true},
    });
    page.granted.add('google-analytics');
    other.service.load!([other.entry], page);
    page.granted.add('functional');
    other.service.update!([other.entry], page);
    page.granted.add('google-tag-manager');
    one.service.load!([one.entry], page);
    const before = events().length;
    one.service.update!([one.entry], page);
    expect(events()).to.have.length(before);
    page.granted.delete('functional');
    one.service.update!([one.entry], page);
    expect(events().slice(before)).to.deep.equal([{event: 'consent_update'}]);
    for (const {service, entry} of [one, other]) service.stop!([entry], page);
  });

  it('without settings is what the core has', () => {
    for (const id of ['google-analytics', 'google-tag-manager'])
      expect(register.get(id)!.ahead).to.equal(undefined);
  });

  it('loads ahead of an answer only where that is said, and says so in the console', async () => {
    const advanced = await make('google-analytics', {
      measurementId: 'G-TWO',
      consentMode: {sends_before_consent: true},
    });
    expect(advanced.service.ahead).to.equal(true);
    page.granted.clear();
    const calls = listenToConsole();
    advanced.service.load!([advanced.entry], page);
    calls.restore();
    expect(calls.warnings.join()).to.match(/google-analytics sends to Google before .* yes/);
    expect(Object.values(signals()).filter((signal) => signal === 'granted')).to.have.length(1);
    // With an entry that does not say so none goes.
    const both = [advanced.entry, {service: 'google-analytics', measurementId: 'G-THREE'}];
    const file = await catalogue['google-analytics+']();
    expect(file.service(advanced.entry, register, [...both, null]).ahead).to.equal(false);
    for (const value of [false, 'yes', 1, undefined]) {
      const {service} = await make('google-analytics', {
        consentMode: {sends_before_consent: value},
      });
      expect(service.ahead, String(value)).to.equal(false);
    }
  });

  describe('personalised advertising', () => {
    const part = 'google-ads:personalization';
    const entry = {conversionId: 'AW-1', consentMode: {ask: [part], ads_data_redaction: true}};

    it('is a signal of its own where it is asked, and follows its own answer', async () => {
      const ads = await make('google-ads', entry);
      page.granted.clear();
      page.granted.add('google-ads');
      page.denied.add(part);
      ads.service.load!([ads.entry], page);
      expect(signals()).to.include({ad_storage: 'granted', ad_user_data: 'granted'});
      expect(signals()).to.include({ad_personalization: 'denied'});
      page.granted.add(part);
      ads.service.update!([ads.entry], page);
      expect(signals()).to.include({ad_personalization: 'granted'});
      page.granted.delete(part);
      register.get('google-analytics')!.update!([], page);
      expect(signals()).to.include({ad_storage: 'granted', ad_personalization: 'denied'});
      // Our own key is no word for Google.
      expect(commands('set').map(([, name]) => name)).not.to.include('ask');
      ads.service.stop!([ads.entry], page);
      page.denied.clear();
    });

    it('follows advertising where it is not asked', async () => {
      const ads = await make('google-ads', {conversionId: 'AW-1'});
      ads.service.load!([ads.entry], page);
      expect(signals()).to.include({ad_storage: 'granted', ad_personalization: 'granted'});
      ads.service.stop!([ads.entry], page);
    });

    it('is no purpose of the whole where it is asked apart', async () => {
      const purposes = async (more: object) =>
        (await make('google-ads', more)).service.facts!.purposes;
      expect(await purposes(entry)).to.deep.equal(['advertising']);
      for (const ask of [undefined, []]) {
        expect(await purposes({...entry, consentMode: {ask}})).to.deep.equal([
          'advertising',
          'personalised-advertising',
        ]);
      }
      const {facts} = (await make('google-ads', entry)).service;
      expect(facts!.parts).to.deep.equal({[part]: ['personalised-advertising']});
    });
  });

  describe('in a config', () => {
    const problems = async (
      id: 'google-ads' | 'google-analytics' | 'google-tag-manager',
      entry: object,
    ) => {
      const {service} = await make(id, entry);
      const listed = (): Service & {facts: (typeof facts)[string]} => ({
        ...service,
        facts: service.facts ?? facts[id]!,
      });
      return checkConfig(
        readJson({
          policy: {url: '/p', version: '1'},
          operator: {name: 'A shop'},
          categories: {analytics: {services: [{service: id, ...entry}]}},
        }),
        listed,
      ).map(([at, expected]) => `${at} ${expected}`);
    };
    const at = 'categories.analytics.services[0].consentMode';

    it('knows which parts there are to ask for', async () => {
      const conversionId = 'AW-1';
      const of = (ask: unknown) => problems('google-ads', {conversionId, consentMode: {ask}});
      expect(await of(['google-ads:personalization'])).to.deep.equal([]);
      expect(await of(['google-ads:person'])).to.deep.equal([
        `${at}.ask[0] google-ads:personalization`,
      ]);
      expect(await of('google-ads:personalization')).to.deep.equal([`${at}.ask list`]);
      expect(
        await problems('google-analytics', {
          measurementId: 'G-1',
          consentMode: {ask: ['google-ads:personalization']},
        }),
      ).to.deep.equal([`${at}.ask unknown`]);
    });

    it('is looked at to the letter', async () => {
      const measurementId = 'G-ONE';
      expect(
        await problems('google-analytics', {
          measurementId,
          consentMode: {ads_data_redaction: true, sends_before_consent: false},
        }),
      ).to.deep.equal([]);
      expect(
        await problems('google-analytics', {measurementId, consentMode: {ads_data_redaction: 'x'}}),
      ).to.deep.equal([`${at}.ads_data_redaction flag`]);
      expect(
        await problems('google-analytics', {measurementId, consentMode: {region: ['US']}}),
      ).to.deep.equal([`${at}.region unknown`]);
    });

    it('lets no container send ahead of an answer', async () => {
      expect(
        await problems('google-tag-manager', {
          containerId: 'GTM-ONE',
          consentMode: {sends_before_consent: true},
        }),
      ).to.deep.equal([`${at}.sends_before_consent unknown`]);
    });
  });
});
