import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {ConsentGateConfig} from '../../src/config/config.js';
import {decide} from '../../src/decision/decision.js';
import {questionsOf} from '../../src/decision/question.js';
import {createStore} from '../../src/decision/store.js';
import {recordJar, storedRecord} from '../../src/record-jar.js';
import {hold} from '../helpers/hold.js';
import {readJson} from '../../src/config/read-json.js';
import {pathsOf, pathText, withAt, type Path} from '../helpers/at-path.js';
import {checkProperty} from '../helpers/check-property.js';
import {configErrors} from '../helpers/config-errors.js';
import {smallConfig, wholeConfig} from '../helpers/configs.js';
import {full} from '../helpers/scorecard.js';

const prototypes = [Object, Array, Function, String, Number, Map, RegExp].map(
  (constructor) => constructor.prototype as object,
);
const shapeOf = (object: object) => JSON.stringify(Reflect.ownKeys(object).map(String).sort());
const before = prototypes.map(shapeOf);
const unharmed = () => expect(prototypes.map(shapeOf)).to.deep.equal(before);

/** What a config grants before any choice, if it is let through. */
function grants(source: unknown): string[] {
  const {config} = readJson(source);
  if (configErrors(source).length) return [];
  const {categories} = config!;
  const held = hold(categories);
  const jar = recordJar(config!);
  const free = [
    'necessary',
    ...held.filter(({category}) => category === 'necessary').map(({service}) => service.id),
  ];
  const {decision} = createStore({
    questions: questionsOf(Object.keys(categories), held),
    record: storedRecord(jar),
    policyVersion: '1',
    free,
    refused: () => false,
    answering: () => {},
    changed: () => {},
  });
  const all = Object.entries({...decision.categories, ...decision.services});
  return all.filter(([id, yes]) => yes && !free.includes(id)).map(([id]) => id);
}

const keys = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'toJSON',
    'valueOf',
    'hasOwnProperty',
    '',
    'length',
    'services',
    'granted',
    'analytics',
    'service',
    '0',
  ),
  fc.string({unit: 'binary', maxLength: 8}),
);
/** Anything that JSON can say. */
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    {maxDepth: 4, withCrossShrink: true},
    fc.constantFrom(
      null,
      true,
      false,
      '',
      ' ',
      '*',
      '0',
      'NaN',
      '__proto__',
      'necessary',
      'yandex-metrica',
    ),
    fc.string({unit: 'binary'}),
    fc.double(),
    fc.integer(),
    fc.constantFrom(...[smallConfig(), wholeConfig()].flatMap((config) => Object.values(config))),
    fc.array(tie('value'), {maxLength: 4}),
    fc
      .array(fc.tuple(keys, tie('value')), {maxLength: 4})
      .map((entries) =>
        entries.reduce((made, [key, value]) => withAt(made, [key], value), {} as unknown),
      ),
  ),
})).value;

const places = [smallConfig(), wholeConfig()].flatMap((config) =>
  pathsOf(config).map((path) => ({config, path})),
);
/** A good config with something else at one place or beside it. */
const graft = <T>(put: fc.Arbitrary<T>) =>
  fc.tuple(fc.constantFrom(...places), fc.option(keys, {nil: undefined}), put);
const grafted = ([{config, path}, key, value]: [(typeof places)[0], string | undefined, unknown]) =>
  withAt(config, key === undefined ? path : [...path.slice(0, -1), key], value);

const boom = () => {
  throw new Error('hostile');
};
const cyclic = () => {
  const object: Record<string, unknown> = {service: 'yandex-metrica'};
  object['options'] = object;
  object['list'] = [object];
  return object;
};
const deep = (depth: number, open: string, close: string) =>
  `${open.repeat(depth)}1${close.repeat(depth)}`;
const traps = Object.fromEntries(
  ['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf'].map((trap) => [
    trap,
    boom,
  ]),
);

/** What only a program can hand over. */
const live: Readonly<Record<string, () => unknown>> = {
  'a cyclic object': cyclic,
  'a getter that throws': () => Object.defineProperty({}, 'service', {get: boom, enumerable: true}),
  'a getter that changes its mind': () => {
    let reads = 0;
    return {
      get service() {
        return reads++ ? '__proto__' : 'yandex-metrica';
      },
    };
  },
  'a proxy that throws': () => new Proxy({}, traps),
  'a proxy that has everything': () => new Proxy({}, {get: (_target, key) => key, has: () => true}),
  'a revoked proxy': () => {
    const {proxy, revoke} = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  'a list that is a proxy': () =>
    new Proxy([1, 2], {get: (_target, key) => (key === 'length' ? 3 : boom())}),
  'toJSON that throws': () => ({toJSON: boom}),
  'toJSON that brings more': () => ({toJSON: () => ({__proto__: null, constructor: 'x'})}),
  'toString that throws': () => ({toString: boom, valueOf: boom}),
  'no prototype': () => Object.create(null) as unknown,
  'an inherited value': () => Object.create({service: 'yandex-metrica', counterId: 1}) as unknown,
  'a symbol': () => Symbol('hostile'),
  'a BigInt': () => 10n,
  'a function': () => boom,
  'an element': () => document.createElement('form'),
  'the window': () => window,
  'a Map': () => new Map([['analytics', {}]]),
  'a Date': () => new Date(NaN),
  'a boxed string': () => new String('yandex-metrica'),
  'an array with holes': () => Object.assign([], {3: 'x'}),
  'many keys': () => Object.fromEntries(Array.from({length: 20_000}, (_, i) => [`key${i}`, i])),
  'a long list': () => Array.from({length: 20_000}, () => ({service: 'youtube'})),
  'a long text': () => 'я'.repeat(300_000),
  'a deep list': () => JSON.parse(deep(900, '[', ']')) as unknown,
  'a deep object': () => JSON.parse(deep(900, '{"a":', '}')) as unknown,
};

describe('a hostile config', () => {
  afterEach(unharmed);

  it('invariant 7: made of any JSON raises no exception and changes no prototype', () => {
    let refused = 0;
    const n = full(300, 10_000);
    checkProperty(
      {
        id: 'invariant-07-hostile-configs',
        name: 'hostile configs: exceptions, changed prototypes, grants',
        n,
      },
      fc.property(graft(json), (seed) => {
        const config = grafted(seed);
        const text = JSON.stringify(config) ?? '';
        for (const source of [config, text]) {
          const lines = configErrors(source);
          if (lines.length) refused++;
          if (lines.length) expect(lines.join('\n')).to.contain(': expected ');
          expect(grants(source)).to.deep.equal([]);
        }
        unharmed();
      }),
    );
    expect(refused).to.be.above(n * 0.9);
  });

  it('invariant 7: made of live objects raises no exception and changes no prototype', () => {
    checkProperty(
      {
        id: 'invariant-07-live-objects',
        name: 'configs of cycles, getters and proxies: exceptions, changed prototypes, grants',
        n: full(100, 3000),
      },
      // Made in the test itself: fast-check looks into what it makes, and these bite.
      fc.property(graft(fc.constantFrom(...Object.keys(live))), ([place, key, name]) => {
        const config = grafted([place, key, live[name]!()]);
        const lines = configErrors(config);
        if (lines.length) expect(lines.join('\n')).to.contain(': expected ');
        expect(grants(config)).to.deep.equal([]);
        unharmed();
      }),
    );
  });

  for (const [name, make] of Object.entries(live)) {
    it(`invariant 7: ${name} in place of the whole config`, () => {
      const lines = configErrors(make());
      expect(lines).not.to.be.empty;
    });
  }

  for (const depth of [1000, 10_000, 100_000, 100_000]) {
    it(`invariant 7: nested ${depth} deep`, () => {
      for (const text of [
        deep(depth, '[', ']'),
        deep(depth, '{"a":', '}'),
        deep(depth, '{"__proto__":', '}'),
      ]) {
        expect(configErrors(text)).not.to.be.empty;
        const inside = JSON.stringify(smallConfig()).replace('"/privacy"', text);
        expect(configErrors(inside)).not.to.be.empty;
      }
    });
  }

  it('invariant 7: broken JSON of any kind is refused', () => {
    const good = JSON.stringify(wholeConfig());
    checkProperty(
      {
        id: 'invariant-07-broken-json',
        name: 'broken JSON: exceptions and configs let through',
        n: full(300, 10_000),
      },
      fc.property(
        fc.nat({max: good.length - 1}),
        fc.string({unit: 'binary', maxLength: 4}),
        (at, stuff) => {
          const text = good.slice(0, at) + stuff;
          // It may have been made whole again.
          if (text !== good) expect(configErrors(text)).not.to.be.empty;
        },
      ),
    );
  });

  describe('__proto__ and constructor', () => {
    // Every object of a config but the vendors' own options, which go to the vendor as they are.
    const objects = pathsOf(wholeConfig()).filter((path) => {
      const value = path.reduce<unknown>(
        (found, key) => (found as Record<string | number, unknown>)[key],
        wholeConfig(),
      );
      return typeof value === 'object' && !Array.isArray(value) && !path.includes('options');
    });

    for (const path of objects) {
      it(`invariant 7: are refused in ${pathText(path) || 'the config itself'}`, () => {
        for (const key of ['__proto__', 'constructor']) {
          for (const put of ['polluted', {polluted: true, prototype: {polluted: true}}]) {
            const text = JSON.stringify(withAt(wholeConfig(), [...path, key], put));
            expect(text).to.contain(`"${key}":`);
            const lines = configErrors(text);
            expect(lines.join('\n'), `${key}: ${typeof put}`).to.contain(pathText(path) || key);
            expect(({} as {polluted?: boolean}).polluted).to.equal(undefined);
          }
        }
      });
    }

    it('invariant 7: reach no prototype from the options either', () => {
      const path: Path = ['categories', 'analytics', 'services', 0, 'options'];
      for (const key of ['__proto__', 'constructor']) {
        for (const at of [
          [...path, key],
          [...path, 'params', key],
        ]) {
          const text = JSON.stringify(withAt(wholeConfig(), at, {polluted: true}));
          const {config} = readJson(text);
          const entry = config!.categories['analytics']!.services![0] as {options?: object};
          const handed = {...entry.options};
          expect(Object.getPrototypeOf(handed)).to.equal(Object.prototype);
          expect(({} as {polluted?: boolean}).polluted).to.equal(undefined);
        }
      }
    });
  });

  describe('where the page has changed Object.prototype (F8)', () => {
    const polluted = [
      'analytics',
      'yandex-metrica',
      'granted',
      'categories',
      'domain',
      'expires',
      'services',
      'service',
      'policy',
      'answers',
      'decidedAt',
      'cookie',
      'days',
      'hosts',
      'title',
      'get',
      'value',
    ];
    const values: readonly unknown[] = [
      true,
      'y',
      1,
      () => true,
      [{service: 'yandex-metrica', counterId: 1}],
    ];

    /** Runs `fn` with properties on `Object.prototype`, and cleans it again. */
    const pollutedWith = (names: readonly string[], value: unknown, fn: () => void) => {
      const prototype = Object.prototype as Record<string, unknown>;
      try {
        for (const name of names) {
          if (name === 'get' || name === 'value') continue;
          prototype[name] = value;
        }
        fn();
      } finally {
        for (const name of names) delete prototype[name];
      }
    };

    for (const name of polluted) {
      it(`invariants 3 and 7: a property "${name}" grants nothing`, () => {
        for (const value of values) {
          let found: unknown;
          let lines: unknown;
          let decision: unknown;
          pollutedWith([name], value, () => {
            try {
              found = grants(smallConfig());
              lines = configErrors(smallConfig());
              const {categories, services, status} = decide([], ['necessary']);
              decision = [
                status,
                Object.keys(categories).join(),
                'analytics' in categories,
                name in services,
              ];
            } catch (error) {
              found = error;
            }
          });
          expect(found).to.deep.equal([]);
          expect(lines).to.deep.equal([]);
          expect(decision).to.deep.equal(['undecided', 'necessary', false, false]);
        }
      });
    }

    it('invariant 7: the cookie stays the one of the config', () => {
      const plain = {...recordJar(readJson(smallConfig()).config!)};
      let jar: unknown;
      pollutedWith(['domain', 'days', 'cookie'], 'evil.example', () => {
        jar = {...recordJar(readJson(smallConfig()).config as ConsentGateConfig)};
      });
      expect(jar).to.deep.equal(plain);
    });
  });
});
