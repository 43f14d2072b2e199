import {expect} from '@open-wc/testing';
import {csp} from '../../src/services/csp.js';
import {details} from '../../src/services/details.js';
import {register} from '../../src/services/register.js';

/** Whether an entry, a pattern or a name, is among those that are swept. */
const swept = (expression: string, name: string) =>
  new RegExp(`^(?:${expression})$`).test(name.replace('#', '1').replace('*', '2'));

describe('details', () => {
  for (const [id, {policyUrl, cookies, storage, unreachable = []}] of Object.entries(details)) {
    describe(id, () => {
      it('is a service of the register', () => {
        expect(register.has(id)).to.be.true;
      });

      it('declares nothing that a denial would not sweep', () => {
        const service = register.get(id)!;
        for (const {name} of cookies) {
          expect(swept(service.cookies ?? '', name), name).to.be.true;
        }
        for (const {name} of storage) {
          expect(swept(service.storage ?? '', name), name).to.be.true;
        }
      });

      it('says of what no script can delete where it is, and nowhere that it could', () => {
        for (const {name, where} of unreachable) {
          expect(where, name).to.match(/^(HttpOnly|[a-z]+\.[a-z]+)$/);
          expect(
            cookies.some((cookie) => cookie.name === name),
            name,
          ).to.be.false;
        }
      });

      it('gives lifetimes in days, and web addresses', () => {
        for (const {days} of [...cookies, ...storage, ...unreachable]) {
          expect(days === null || (Number.isFinite(days) && days >= 0)).to.be.true;
        }
        expect(new URL(policyUrl).protocol).to.equal('https:');
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
