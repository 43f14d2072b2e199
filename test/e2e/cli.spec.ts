import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'playwright/test';
import {pathText} from '../helpers/at-path.js';
import {CATALOGUE_ENTRIES} from '../helpers/catalogue-entries.js';
import {ALTERNATIVES, changed, WRONG} from '../helpers/config-cases.js';
import {smallConfig, wholeConfig} from '../helpers/configs.js';
import {snippet} from '../helpers/readme.js';

/*
 * The command line, as it is built. It runs the very rules of the browser: what test/config/check.test.ts says of a config in
 * a page is said of it here.
 */

test.skip(({browserName}) => browserName !== 'chromium', 'no browser is asked');

const root = fileURLToPath(new URL('../..', import.meta.url));
const SITE = ['--site', 'https://www.example.com'];
/** One that is written out. */
const chat = {service: 'chat', name: 'Chat', vendor: 'Chat Ltd', country: 'RU'};

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
const run = (args: readonly string[], input = ''): Ran =>
  spawnSync(process.execPath, [join(root, 'dist/cli/cli.js'), ...args], {
    cwd: root,
    encoding: 'utf8',
    input,
  });
const check = (config: unknown): Ran => run(['check', '-', ...SITE], JSON.stringify(config));

/** Checks many at once: what is said of each on the standard error, line by line. */
function checkAll(configs: readonly unknown[]): readonly (readonly string[])[] {
  const folder = test.info().outputPath('configs');
  mkdirSync(folder, {recursive: true});
  const files = configs.map((config, i) => {
    const file = join(folder, `${i}.json`);
    writeFileSync(file, typeof config === 'string' ? config : JSON.stringify(config));
    return file;
  });
  const {stderr} = run(['check', ...files, ...SITE]);
  return files.map((file, i) => {
    const start = stderr.indexOf(`${file}:\n`) + file.length + 2;
    const end = i + 1 < files.length ? stderr.indexOf(`${files[i + 1]}:\n`) : undefined;
    return stderr
      .slice(start, end)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  });
}

test('check says of each config that is not valid what the browser says', () => {
  const said = checkAll(WRONG.map(([path, value]) => changed(path, value)));
  const wrong = WRONG.filter(([, , line], i) => {
    const [head, ...lines] = said[i]!;
    return (
      !head?.includes('the config is invalid') ||
      lines.filter((one) => one.startsWith(line)).length !== 1
    );
  });
  expect(wrong.map(([path, value]) => [pathText(path), value])).toEqual([]);
});

test('check lets through what the browser lets through', () => {
  const configs = [
    smallConfig(),
    wholeConfig(),
    JSON.parse(readFileSync(join(root, 'demo/consent.json'), 'utf8')) as object,
    ...ALTERNATIVES.map(([path, value]) => changed(path, value)),
    ...Object.values(CATALOGUE_ENTRIES).map((entry) => ({
      ...smallConfig(),
      categories: {advertising: {services: [{...entry, crossBorder: true}]}},
    })),
  ];
  const said = checkAll(configs);
  expect(
    said.flatMap((lines, i) => (lines.join().includes('is invalid') ? [[configs[i], lines]] : [])),
  ).toEqual([]);
});

test('check exits with 1 where a config is invalid, and says so; with 0 for one that is valid', () => {
  const valid = check({...smallConfig(), operator: {name: 'A shop', country: 'US'}});
  expect(valid).toMatchObject({status: 0, stderr: '', stdout: '-: valid\n'});
  const invalid = check({...smallConfig(), layout: 'wall'});
  expect(invalid).toMatchObject({status: 1, stdout: '-: invalid\n'});
  expect(invalid.stderr).toContain('layout: expected one of bar, box, sheet, got "wall"');
  expect(run(['check', '-'], '{"policy": ').stderr).toContain('config: expected a JSON object');
});

test('check warns a Russian operator of services that record abroad', () => {
  const config = smallConfig();
  delete (config.categories.analytics.services[1] as {crossBorder?: boolean}).crossBorder;
  const {status, stderr} = check(config);
  expect(status).toBe(0);
  expect(stderr).toContain('152-FZ');
  expect(stderr).toContain('google-analytics: US');
  expect(stderr).not.toContain('youtube: RU');
});

test('check gives advice with path, reason and fix, and calls the config valid', () => {
  const config = {
    ...smallConfig(),
    texts: {en: {titel: 'Cookies'}},
    categories: {
      functional: {
        services: [
          {
            ...chat,
            purposes: ['improving our service'],
            cookies: ['chat_id'],
          },
        ],
      },
    },
  };
  const {status, stderr, stdout} = check(config);
  expect(status).toBe(0);
  expect(stderr).toBe('');
  const [head, ...lines] = stdout.trimEnd().split('\n');
  expect(head).toBe('-: valid, to think of: 3');
  expect(lines.map((line) => line.trim().split(':')[0])).toEqual([
    'categories.functional.services[0].purposes[0]',
    'categories.functional.services[0].cookies[0]',
    'texts.en.titel',
  ]);
  for (const line of lines) expect(line).toMatch(/^ {2}\S+: \S.* \(\S.*\)$/);
});

test('csp prints the policy of the README for the config of the README', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, policy] = /```http csp\nContent-Security-Policy: (.*)\n```/.exec(readme)!;
  expect(run(['csp', '-'], JSON.stringify(smallConfig()))).toMatchObject({
    status: 0,
    stdout: `${policy}\n`,
  });
});

test('csp names hosts that the config itself names, and none for a config that is invalid', () => {
  const {stdout} = run(
    ['csp', '-'],
    JSON.stringify({
      ...smallConfig(),
      categories: {
        analytics: {services: [CATALOGUE_ENTRIES.matomo]},
        functional: {
          services: [
            {
              ...chat,
              scripts: ['https://chat.example.com:8443/1.js'],
            },
          ],
        },
      },
    }),
  );
  const sources = "'self' https://stats.example.net https://chat.example.com:8443";
  expect(stdout).toBe(
    `default-src 'self'; style-src 'self'; script-src ${sources}; connect-src ${sources}; img-src ${sources}\n`,
  );
  expect(run(['csp', '-'], '{}')).toMatchObject({status: 1, stdout: ''});
});

for (const [what, args] of [
  ['no command', []],
  ['one that there is not', ['chek', 'consent.json']],
  ['no file', ['check']],
  ['an option that there is not', ['check', 'consent.json', '--fix']],
  ['a name that every object has', ['toString', 'consent.json']],
] as const) {
  test(`${what}: says how it is used, and exits with 2`, () => {
    const {status, stderr, stdout} = run(args);
    expect(status).toBe(2);
    expect(stderr).toContain('consent-gate check <config.json>');
    expect(stdout).toBe('');
  });
}

test('a file that is not there, and a site that is none, are told of, and exit with 2', () => {
  const missing = run(['check', 'no-such-file.json']);
  expect(missing.status).toBe(2);
  expect(missing.stderr).toBe('consent-gate: no-such-file.json: there is no such file\n');
  expect(run(['check', 'dist']).stderr).toMatch(/^consent-gate: dist: is a folder/);
  const site = run(['check', '-', '--site', 'example.com'], '{}');
  expect(site.status).toBe(2);
  expect(site.stderr).toContain('--site: expected an address like https://www.example.com');
});

const demo = () => readFileSync(join(root, 'demo/consent.json'), 'utf8');

test('policy writes the policy of the demo in two languages, as HTML and as Markdown', () => {
  for (const [lang, words] of [
    ['en', ['Cookie policy', 'Yandex.Metrica', 'session replay', 'Your choices in the kit']],
    ['ru', ['Яндекс.Метрика', 'Вебвизор|запись', 'Ваши настройки в наборе', 'версия|Версия']],
  ] as const) {
    const html = run(['policy', '-', '--lang', lang], demo());
    expect(html).toMatchObject({status: 0, stderr: ''});
    expect(html.stdout).toMatch(new RegExp(`^<article lang="${lang}" dir="ltr">\n<h1>`));
    const markdown = run(['policy', '-', '--lang', lang, '--format', 'markdown'], demo());
    expect(markdown.stdout).toMatch(/^# /);
    for (const {stdout} of [html, markdown]) {
      for (const word of words) expect(stdout).toMatch(new RegExp(word));
      for (const name of ['__Host-consent-gate', '_ym_uid', '_ga', 'sdk_language'])
        expect(stdout).toContain(name);
      expect(stdout).toContain('mailto:mail@personalimage.ru?subject=Personal%20Data%20Update');
    }
  }
});

test('policy is in the language of the config, else in English, and in no language that there is not', () => {
  const inGerman = JSON.stringify({...(JSON.parse(demo()) as object), language: 'de-AT'});
  expect(run(['policy', '-'], inGerman).stdout).toContain('<article lang="de"');
  expect(run(['policy', '-'], demo()).stdout).toContain('<article lang="en"');
  const unknown = run(['policy', '-', '--lang', 'xx'], demo());
  expect(unknown).toMatchObject({status: 2, stdout: ''});
  expect(unknown.stderr).toContain('--lang: expected one of');
  expect(run(['policy', '-', '--format', 'pdf'], demo()).status).toBe(2);
  expect(run(['policy', '-'], '{}')).toMatchObject({status: 1, stdout: ''});
});

test('the commands of the README', () => {
  const lines = snippet('commands').split('\n');
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    const [npx, name, ...args] = line.split(' ');
    expect([npx, name]).toEqual(['npx', 'consent-gate']);
    const {status, stdout} = run(
      args.map((arg) => (arg === 'consent.json' ? '-' : arg)),
      demo(),
    );
    expect(status, line).toBe(0);
    expect(stdout.length, line).toBeGreaterThan(5);
  }
});

test('csp names the addresses of scripts, and what gated markup may load from', () => {
  const {stdout} = run(
    ['csp', '-'],
    JSON.stringify({
      ...smallConfig(),
      categories: {
        analytics: {
          services: [
            {
              service: 'yandex-metrica',
              counterId: 1,
              scriptUrl: 'https://mc.webvisor.org/metrika/tag.js',
            },
          ],
        },
      },
      hosts: ['player.example.com', '*.maps.example'],
      records: {endpoint: 'https://records.example/consent'},
    }),
  );
  const of = (directive: string) =>
    stdout
      .trim()
      .split('; ')
      .find((one) => one.startsWith(`${directive} `))
      ?.split(' ');
  expect(of('connect-src')).toContain('https://records.example');
  expect(of('script-src')).toEqual(
    expect.arrayContaining([
      "'self'",
      'https://mc.yandex.ru',
      'https://mc.webvisor.org',
      'https://player.example.com',
      'https://*.maps.example',
    ]),
  );
  expect(of('frame-src')).toEqual(expect.arrayContaining(['https://player.example.com']));
  expect(of('img-src')).toEqual(expect.arrayContaining(['https://player.example.com']));
});

test('a byte order mark is none of the config’s business, as in a page', () => {
  expect(run(['check', '-'], `\ufeff${demo()}`).status).toBe(0);
});

test('a command that there is not is named', () => {
  expect(run(['chek', 'consent.json']).stderr).toMatch(/^consent-gate has no command "chek"/);
});
