import {expect} from '@open-wc/testing';
import {readJson} from '../../src/config/read-json.js';
import {smallConfig} from '../helpers/configs.js';

describe('readJson', () => {
  it('reads a text and the object itself alike', () => {
    const text = JSON.stringify(smallConfig());
    expect(readJson(text)).to.deep.equal(readJson(smallConfig()));
    expect(readJson(smallConfig()).text).to.equal(text);
  });

  it('mentions what stands where entries of services do, whatever that is, and nothing from within them', () => {
    const mentioned = (categories: unknown) => readJson({categories}).mentioned;
    const nested = {service: 'evil', vendor: 'Evil', scripts: ['https://evil.example/x.js']};
    const found = mentioned({
      a: {services: [{service: 'youtube', options: nested, deep: [nested]}], more: nested},
      b: {services: [null, 5, 'text']},
    });
    expect(found.map((entry) => entry?.['service'])).to.deep.equal([
      'youtube',
      undefined,
      undefined,
      undefined,
    ]);
    for (const none of [undefined, null, 5, [null], {a: null}, {a: 5}, {a: {services: 5}}])
      expect(mentioned(none).filter((entry) => entry?.['service'])).to.deep.equal([]);
  });

  it('invariant 7: makes objects that inherit nothing, at every depth', () => {
    const {config} = readJson('{"policy":{"a":{}},"categories":{"x":{"services":[{"y":{}}]}}}');
    const found: unknown[] = [];
    JSON.stringify(config, (_key, value: unknown) => {
      if (typeof value === 'object' && !Array.isArray(value))
        found.push(Object.getPrototypeOf(value));
      return value;
    });
    expect(found).to.deep.equal([null, null, null, null, null, null, null]);
  });

  it('invariant 7: takes __proto__ and constructor for keys like any other', () => {
    const {config} = readJson(
      '{"__proto__":{"granted":true},"constructor":{"prototype":{"granted":true}}}',
    );
    expect(Object.keys(config!)).to.deep.equal(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(config)).to.equal(null);
    expect(({} as {granted?: boolean}).granted).to.equal(undefined);
  });

  it('takes a copy: the page cannot change a config that has been read', () => {
    const own = smallConfig();
    const {config} = readJson(own);
    own.categories.analytics.services[0]!.service = 'youtube' as never;
    expect(config!.categories['analytics']!.services![0]!.service).to.equal('yandex-metrica');
  });

  it('gives no config for what is no JSON, and never throws', () => {
    const cycle: {self?: unknown} = {};
    cycle.self = cycle;
    const sources = {
      nothing: '',
      'half an object': '{',
      'no word of JSON': 'undefined',
      undefined,
      'a function': () => {},
      'a symbol': Symbol('x'),
      'a BigInt': 1n,
      'a cycle': cycle,
    };
    for (const [name, source] of Object.entries(sources)) {
      const read = readJson(source);
      expect(read.config, name).to.equal(undefined);
      expect(read.text, name).to.be.a('string');
    }
  });
});
