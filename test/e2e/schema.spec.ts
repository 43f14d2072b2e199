import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {Ajv2020} from 'ajv/dist/2020.js';
import type {CompletionList, Diagnostic, Hover} from 'vscode-json-languageservice';
import {expect, test} from 'playwright/test';
import {pathText} from '../helpers/at-path.js';
import {CATALOGUE_ENTRIES} from '../helpers/catalogue-entries.js';
import {ALTERNATIVES, changed, WRONG} from '../helpers/config-cases.js';
import {smallConfig, wholeConfig} from '../helpers/configs.js';

/*
 * The schema for editors, as it is built.
 */

// Its module is none that Node can name the exports of.
const {getLanguageService, TextDocument} = createRequire(import.meta.url)(
  'vscode-json-languageservice',
) as typeof import('vscode-json-languageservice');

test.skip(({browserName}) => browserName !== 'chromium', 'no browser is asked');

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as object;
const schema = read('dist/consent-gate.schema.json');
const ajv = new Ajv2020({
  allErrors: true,
  // A form of writing that is none of the standard’s business.
  strictTypes: false,
  allowMatchingProperties: true,
  // 30 February is another day.
  formats: {date: (text: string) => !!(new Date(text).toJSON() as string | null)?.startsWith(text)},
});
const validate = ajv.compile(schema);

/** What no schema can say: the check does. By path, with the reason. */
const BEYOND: Readonly<Record<string, string>> = {
  'cookie.domain': 'of which page it is',
  'categories.social.title': 'that a category of the owner’s own wants a title',
  'categories.analytics.services[0].scriptUrl': 'which hosts are the vendor’s',
};

test('is JSON Schema 2020-12, whole', () => {
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://unpkg.com/consent-gate/dist/consent-gate.schema.json',
  });
  expect(ajv.validateSchema(schema)).toBe(true);
});

test('lets through what the check lets through', () => {
  const configs = [
    smallConfig(),
    wholeConfig(),
    read('demo/consent.json'),
    ...ALTERNATIVES.map(([path, value]) => changed(path, value)),
    ...Object.values(CATALOGUE_ENTRIES).map((entry) => ({
      ...smallConfig(),
      categories: {advertising: {services: [entry]}},
    })),
  ];
  const refused = configs.flatMap((config) =>
    validate(JSON.parse(JSON.stringify(config))) ? [] : [[config, validate.errors]],
  );
  expect(refused).toEqual([]);
});

test('refuses what the check refuses, but for what no schema can say', () => {
  const passed = WRONG.filter(([path, value]) =>
    validate(JSON.parse(JSON.stringify(changed(path, value)))),
  ).map(([path]) => pathText(path));
  expect([...new Set(passed)].sort()).toEqual(Object.keys(BEYOND).sort());
});

test('refuses a text that there is not, which the check of a page lets through', () => {
  const texts = (own: object) => validate({...smallConfig(), texts: {en: own}});
  expect(texts({titel: 'Cookies'})).toBe(false);
  expect(
    texts({title: 'Cookies', 'purposes.maps': 'maps', 'countries.DE': 'Germany', shopText: 'x'}),
  ).toBe(true);
});

test('tells of a service what is wrong with that one alone', () => {
  const {counterId: _, ...metrica} = {service: 'yandex-metrica', counterId: 1};
  validate({...smallConfig(), categories: {analytics: {services: [metrica]}}});
  const errors = validate.errors!.filter(({keyword}) => keyword !== 'if');
  expect(errors.map(({message}) => message)).toEqual(["must have required property 'counterId'"]);
});

test('explains every key', () => {
  const mute: string[] = [];
  const visit = (node: unknown, at: string) => {
    if (typeof node !== 'object' || node === null) return;
    const {properties, $defs, ...rest} = node as {
      properties?: Record<string, {description?: string; $ref?: string; const?: unknown}>;
      $defs?: Record<string, unknown>;
    };
    for (const [key, part] of Object.entries(properties ?? {})) {
      // In a condition of a schema.
      if (!at.endsWith('.if') && !part.description) mute.push(`${at}.${key}`);
      visit(part, `${at}.${key}`);
    }
    for (const [key, part] of [...Object.entries($defs ?? {}), ...Object.entries(rest)])
      visit(part, `${at}.${key}`);
  };
  visit(schema, '');
  // Texts are explained where that is not the text itself.
  expect(mute.filter((at) => !at.startsWith('.Texts.'))).toEqual([]);
});

test.describe('in the language server of an editor', () => {
  // As an editor finds it: by `$schema`.
  const service = getLanguageService({
    schemaRequestService: (uri) =>
      /\/dist\/consent-gate\.schema\.json$/.test(uri)
        ? Promise.resolve(JSON.stringify(schema))
        : Promise.reject(new Error(uri)),
    workspaceContext: {
      resolveRelativePath: (path, resource) => new URL(path, resource).href,
    },
  });
  service.configure({validate: true});
  const open = (text: string) => {
    const document = TextDocument.create('file:///site/demo/consent.json', 'json', 1, text);
    return {document, json: service.parseJSONDocument(document)};
  };
  /** What is offered where `|` stands. */
  const offered = async (text: string) => {
    const whole = text.replace('{', '{"$schema": "/dist/consent-gate.schema.json", ');
    const {document, json} = open(whole.replace('|', ''));
    const list = (await service.doComplete(
      document,
      document.positionAt(whole.indexOf('|')),
      json,
    )) as CompletionList;
    return list.items.map(({label}) => label.replace(/"/g, ''));
  };
  const problems = async (text: string): Promise<Diagnostic[]> => {
    const {document, json} = open(text);
    return service.doValidation(document, json);
  };
  const demo = readFileSync(new URL('../../demo/consent.json', import.meta.url), 'utf8');

  test('the config of the demo has no mistake', async () => {
    expect(await problems(demo)).toEqual([]);
  });

  test('a mistake is told of where it stands', async () => {
    const wrong = demo.replace('12345678', '"12345678"').replace('"version"', '"verson"');
    const found = await problems(wrong);
    const lines = wrong.split('\n');
    const places = found.map(({range}) => lines[range.start.line]!.trim());
    expect(places.some((line) => line.includes('counterId'))).toBe(true);
    expect(places.some((line) => line.includes('verson'))).toBe(true);
  });

  test('keys, services and their parameters are offered', async () => {
    expect(await offered('{|}')).toEqual(expect.arrayContaining(['policy', 'operator', 'layout']));
    const entry = (text: string) => `{"categories": {"analytics": {"services": [{${text}}]}}}`;
    expect(await offered(entry('"service": |'))).toEqual(
      expect.arrayContaining(['yandex-metrica', 'google-ads', 'matomo']),
    );
    expect(await offered(entry('"service": "yandex-metrica", |'))).toEqual(
      expect.arrayContaining(['counterId', 'options', 'spa']),
    );
    expect(await offered('{"layout": |}')).toEqual(['bar', 'box', 'sheet']);
  });

  test('a key under the pointer is explained', async () => {
    const {document, json} = open(demo);
    const at = demo.indexOf('"counterId"') + 2;
    const hover = (await service.doHover(document, document.positionAt(at), json)) as Hover;
    expect(JSON.stringify(hover.contents)).toContain('The counter');
  });
});
