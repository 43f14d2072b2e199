// `npm run docs-services`: writes docs/services.md from the files of the services; with --check it only compares.
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {importSources} from './import-sources.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const PLACE = 'docs/services.md';

const built = await importSources(`
      export {catalogue} from './src/services/catalogue.ts';
      export {facts} from './src/services/facts.ts';
      export {csp} from './src/services/csp.ts';
      export {register} from './src/services/register.ts';
      export {messages} from './src/locales/en.ts';
      export {CATALOGUE_ENTRIES} from './test/helpers/catalogue-entries.ts';
      export const details = {
        'yandex-metrica': () => import('./src/services/details/yandex-metrica.ts'),
        'google-analytics': () => import('./src/services/details/google-analytics.ts'),
        'google-tag-manager': () => import('./src/services/details/google-tag-manager.ts'),
        youtube: () => import('./src/services/details/youtube.ts'),
      };`);
const {catalogue, facts, csp, details, register, messages, CATALOGUE_ENTRIES} = built;

const core = Object.entries(details).map(async ([id, load]) => ({
  id,
  facts: facts[id],
  details: (await load()).details,
  csp: csp[id],
  reload: register.get(id).reload,
  load: register.get(id).load,
}));
const others = Object.entries(CATALOGUE_ENTRIES).map(async ([id, entry]) => {
  const file = await catalogue[id]();
  return {...file.service(entry, register), csp: file.csp, id};
});
const services = await Promise.all(
  [...core, ...others].map(async (coming) => {
    const service = await coming;
    // What more its entry may ask for.
    const extended = await catalogue[`${service.id}+`]?.();
    const {facts: its, parameters: more} =
      extended?.service(CATALOGUE_ENTRIES[service.id] ?? {}, register, []) ?? {};
    return {...service, facts: {...service.facts, parts: its?.parts ?? service.facts.parts}, more};
  }),
);

const named = (name) => (typeof name === 'string' ? name : name.en);
const days = (count) => {
  if (count === null) return 'unknown or without end';
  if (count === 0) return 'until the browser closes';
  const [n, unit] =
    count >= 1
      ? [count, 'day']
      : count >= 1 / 24
        ? [count * 24, 'hour']
        : count >= 1 / 1440
          ? [count * 1440, 'minute']
          : [count * 86400, 'second'];
  const rounded = Math.round(n);
  return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
};
const code = (text) => `\`${text}\``;
const stored = (items) =>
  items.map(
    ({name, days: term, where}) => `${code(name)}${where ? ` on ${where}` : ''}: ${days(term)}`,
  );
const none = 'none that is known';
const list = (items) => (items.length ? items.join('; ') : none);

const row = (cells) => `| ${cells.join(' | ')} |`;
const sections = services.map(
  ({id, facts: said, details: left, csp: policy, reload, load, more}) => {
    const parameters = Object.entries({...said.parameters, ...more}).map(
      ([name, kind]) =>
        `${code(name.replace('!', ''))}${name.endsWith('!') ? '' : ' (may be left out)'}: ${
          typeof kind === 'object'
            ? `an object of ${list(Object.keys(kind).map(code))}`
            : /[\\[(|]/.test(kind)
              ? `of the form ${code(kind.replaceAll('|', '\\|'))}`
              : kind
        }`,
    );
    return [
      `## ${named(said.name)}`,
      '',
      '| | |',
      '|---|---|',
      row(['service', code(id)]),
      row(['parameters', parameters.length ? parameters.join('; ') : 'none']),
      row([
        'vendor',
        `${left.policyUrl ? `[${said.vendor}](${left.policyUrl})` : said.vendor}, ${
          id === 'matomo' ? 'the country that the entry names' : said.country
        }`,
      ]),
      row(['category', said.category]),
      row([
        'purposes',
        [
          ...said.purposes.map((purpose) => messages[`purposes.${purpose}`]),
          ...Object.entries(said.parts ?? {}).map(
            ([part, purposes]) =>
              `asked by itself as ${code(part)}, where the entry says so: ${purposes.map((purpose) => messages[`purposes.${purpose}`]).join(', ')}`,
          ),
        ].join('; '),
      ]),
      row([
        'a withdrawal',
        load ? (reload ? 'reloads the page' : 'stops it in place') : 'takes its frames away',
      ]),
      row(['cookies of the site', list(stored(left.cookies))]),
      row(['web storage', list(stored(left.storage))]),
      row(['out of reach', list(stored(left.unreachable ?? []))]),
      row([
        'policy',
        Object.entries(policy)
          .map(([directive, sources]) => code(`${directive} ${sources}`))
          .join('; ') || 'the host of its address',
      ]),
      '',
    ].join('\n');
  },
);

const text = [
  '# Services',
  '',
  'Written by `npm run docs-services` from `src/services`; where each fact comes from stands in the file of its service. The first four',
  'are part of the core, the others are fetched where they are configured. What is not known is said so: no lifetime here is a guess.',
  '',
  ...sections,
].join('\n');

if (process.argv.includes('--check')) {
  if (readFileSync(PLACE, 'utf8') !== text) {
    console.error(`${PLACE} is not what the services say. Run \`npm run docs-services\`.`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(PLACE, text);
  console.log(`Wrote ${services.length} services to ${PLACE}.`);
}
