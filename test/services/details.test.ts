import {expect} from '@open-wc/testing';
import {csp} from '../../src/services/csp.js';
import {fetchModule} from '../../src/modules.js';
import {facts} from '../../src/services/facts.js';
import {leavesOf} from '../../src/services/leaves.js';
import {register} from '../../src/services/register.js';
import type {ServiceDetails} from '../../src/services/service.js';

/** Whether an entry, a pattern or a name, is among those that are swept. */
const swept = (expression: string, name: string) =>
  new RegExp(`^(?:${expression})$`).test(name.replace('#', '1').replace('*', '2'));

describe('details', () => {
  for (const [id, service] of register) {
    describe(id, () => {
      let details: ServiceDetails;
      const stored = () => [...details.cookies, ...details.storage, ...(details.unreachable ?? [])];

      before('there are some', async () => {
        ({details} = await fetchModule(`details-${Object.keys(facts).indexOf(id)}` as 'details-0'));
      });

      it('is the file of this service', () => {
        expect(details.id).to.equal(id);
      });

      it('declares nothing that a denial would not sweep', () => {
        const {cookies = '', storage = ''} = leavesOf({service, configured: []});
        for (const {name} of details.cookies) expect(swept(cookies, name), name).to.be.true;
        for (const {name} of details.storage) expect(swept(storage, name), name).to.be.true;
        for (const {name} of [...details.cookies, ...details.storage]) {
          expect(swept(service.traces ?? '', name), name).to.be.true;
        }
      });

      it('says of what no script can delete where it is, and nowhere that it could', () => {
        for (const {name, where} of details.unreachable ?? []) {
          expect(where, name).to.match(/^(HttpOnly|[a-z]+\.[a-z]+)$/);
          expect(
            details.cookies.some((cookie) => cookie.name === name),
            name,
          ).to.be.false;
        }
      });

      it('gives lifetimes in days, and web addresses', () => {
        for (const {days} of stored()) {
          expect(days === null || (Number.isFinite(days) && days >= 0)).to.be.true;
        }
        expect(new URL(details.policyUrl!).protocol).to.equal('https:');
        for (const [directive, sources] of Object.entries(csp[id]!)) {
          expect(directive).to.match(/^[a-z]+-src$/);
          expect(sources).to.match(
            /^((https:|wss:)\/\/[\w.*-]+|blob:)( (https:|wss:)\/\/[\w.*-]+)*$/,
          );
        }
      });
    });
  }
});
