import {expect} from '@open-wc/testing';
import {explain} from '../../src/config/explain.js';
import {configErrors} from '../helpers/config-errors.js';

describe('explain', () => {
  it('begins with what it means for the site', () => {
    const [head, ...lines] = explain([['policy.url', 'url', 5]]).split('\n');
    expect(head).to.equal(
      'consent-gate: the config is invalid, so nothing is loaded and nobody is asked.',
    );
    expect(lines).to.deep.equal([
      '  policy.url: expected an http(s) address, got 5 (write "/privacy" or "https://…")',
    ]);
  });

  it('shows any value, in less than 100 characters of it', () => {
    for (const value of [null, [], {}, '', 'x'.repeat(1e6), {a: {b: [1]}}, -0, 1e21, true]) {
      const line = explain([['debug', 'flag', value]]).split('\n')[1]!;
      expect(line).to.match(
        /^ {2}debug: expected true or false, got .{1,100} \(write it without quotes\)$/,
      );
    }
  });

  it('says what was written, and what was meant where that is near', () => {
    const line = (entry: object) =>
      configErrors({
        policy: {url: '/p', version: '1'},
        operator: {name: 'A'},
        categories: {analytics: {services: [entry]}},
      })[0]!;
    expect(line({service: 'yandex-metrika', counterId: 1})).to.match(
      /services\[0\]\.service: expected one of .*, got "yandex-metrika" \(did you mean "yandex-metrica"\?\)$/,
    );
    expect(line({service: 'yandex-metrica', counterID: 1})).to.match(
      /services\[0\]\.counterID: expected one of the keys .* \(did you mean "counterId"\?\)$/,
    );
    for (const far of ['chat', 'x', 'constructor', 'y'.repeat(40)]) {
      expect(line({service: far})).to.contain(`got "${far}" (correct the spelling`);
    }
  });

  it('knows letters that have changed places', () => {
    const lines = configErrors({
      policy: {url: '/p', verison: '1'},
      operator: {nmae: 'A'},
      categories: {},
    }).join();
    expect(lines).to.contain('policy.verison: expected').and.contain('did you mean "version"?');
    expect(lines).to.contain('operator.nmae: expected').and.contain('did you mean "name"?');
  });

  it('says which of the categories that every site knows was meant', () => {
    for (const [written, meant] of [
      ['marketing', 'advertising'],
      ['Analytics', 'analytics'],
      ['ANALYTICS', 'analytics'],
      ['analitics', 'analytics'],
      ['Strictly necessary', 'necessary'],
      ['Statistics', 'analytics'],
    ] as const) {
      const lines = configErrors({
        policy: {url: '/p', version: '1'},
        operator: {name: 'A'},
        categories: {[written]: {services: []}},
      });
      expect(lines).not.to.be.empty;
      for (const line of lines) expect(line).to.contain(`(did you mean "${meant}"?)`);
    }
  });

  it('says of an option of Metrica beside the counter where it belongs', () => {
    const config = (entry: object) => ({
      policy: {url: '/p', version: '1'},
      operator: {name: 'A'},
      categories: {analytics: {services: [entry]}},
    });
    const counter = {service: 'yandex-metrica', counterId: 1};
    for (const option of ['webvisor', 'clickmap', 'trackLinks', 'ecommerce']) {
      const [line] = configErrors(config({...counter, [option]: true}));
      expect(line).to.match(
        RegExp(
          String.raw`\[0\]\.${option}: expected one of the keys .* \(write it into "options"\)$`,
        ),
      );
    }
    const [line] = configErrors(
      config({service: 'google-analytics', measurementId: 'G-1', webvisor: true}),
    );
    expect(line).not.to.contain('write it into');
  });

  it('gives the page’s own host as an example of a domain, never the one that was refused', () => {
    const [line] = configErrors({
      policy: {url: '/p', version: '1'},
      operator: {name: 'A'},
      categories: {},
      cookie: {domain: 'example.com'},
    });
    expect(line).to.contain('got "example.com"').and.to.contain(`in common: "localhost")`);
  });

  it('has a sentence for every kind: no word of the code shows', () => {
    const lines = configErrors({
      $schema: 1,
      policy: {url: 1, version: 1, publishedAt: 1, changes: 1, mode: 1},
      operator: {name: 1, email: 1, country: 1, contacts: 1},
      categories: {x: {title: 1, services: 1}, analytics: {services: [{service: 1}, 1]}},
      cookie: {days: 'x', domain: 'x'},
      language: 1,
      openButton: 1,
      hosts: [1],
      sites: [1],
      records: {endpoint: 1},
      debug: 1,
    });
    expect(lines.length).to.be.above(20);
    for (const line of lines) {
      expect(line).not.to.match(
        /one of (text|url|https|version|day|email|country|language|localized|flag|side|host|id|stored|domain)\b/,
      );
      expect(line).not.to.contain('%');
    }
  });
});
