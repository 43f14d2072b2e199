// Writes dist/consent-gate.schema.json, a part of `npm run build`: JSON Schema 2020-12 for editors, made of the types of the
// config (src/config/config.ts, comments included) and of the kinds of value that the check knows (src/config/schema.ts). Beside
// it consent-gate-record.schema.json, of what is sent to the endpoint of `records`.
import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {createGenerator} from 'ts-json-schema-generator';
import {importSources} from './import-sources.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const {shapes, catalogue, facts, register, CATALOGUE_ENTRIES} = await importSources(`
  export * as shapes from './src/config/schema.ts';
  export {catalogue} from './src/services/catalogue.ts';
  export {facts} from './src/services/facts.ts';
  export {register} from './src/services/register.ts';
  export {CATALOGUE_ENTRIES} from './test/helpers/catalogue-entries.ts';`);

const generate = (path, type) =>
  createGenerator({
    path,
    tsconfig: 'tsconfig.json',
    type,
    topRef: false,
    additionalProperties: false,
    skipTypeCheck: true,
  }).createSchema(type);

// ---- Of the types ----

const nameOf = ({$ref}) => decodeURIComponent($ref.split('/').at(-1));
/** Names that the generator had to find are none for readers. */
const isNamed = (name) => /^\w+$/.test(name);

/** With `$defs` in the place of `definitions`, and what has no name of its own in its place. */
function tidied({definitions, ...whole}) {
  const tidy = (value) => {
    if (Array.isArray(value)) return value.map(tidy);
    if (typeof value !== 'object' || value === null) return value;
    const {$ref, ...rest} = value;
    if ($ref && !isNamed(nameOf(value)))
      return {...tidy(definitions[nameOf(value)]), ...tidy(rest)};
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        key === '$ref' ? `#/$defs/${nameOf(value)}` : tidy(part),
      ]),
    );
  };
  return {
    ...tidy(whole),
    $defs: Object.fromEntries(
      Object.entries(definitions)
        .filter(([name]) => isNamed(name))
        .map(([name, part]) => [name, tidy(part)]),
    ),
  };
}
const {$defs, ...schema} = tidied(generate('src/config/config.ts', 'ConsentGateConfig'));

// ---- Of the check ----

const whole = (source) => `^(?:${source})$`;
/** Kinds of src/config/schema.ts in the words of JSON Schema; forms and choices see to themselves. */
const KINDS = {
  url: {pattern: '^(https?://[^/]|/(?!/))'},
  https: {pattern: shapes.SCRIPT.source},
  day: {format: 'date', pattern: '^\\d{4}-\\d\\d-\\d\\d$'},
  days: {minimum: 0},
  cookieDays: {type: 'integer', minimum: 1, maximum: 365},
  count: {type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER},
  ...Object.fromEntries(
    ['*', 'domain', 'localized', 'flag', 'side', 'options'].map((kind) => [kind, {}]),
  ),
};
const meaning = (kind) => KINDS[kind] ?? {pattern: shapes.FORMS[kind]?.source ?? whole(kind)};

/** What stands at the end of a reference. */
const resolve = (node) => (node.$ref ? $defs[nameOf(node)] : node);

/** Lays what the check wants over what the types say. */
const refine = (shape, node, at) => {
  if (!node) throw new Error(`${at} is in src/config/schema.ts and not in src/config/config.ts`);
  const target = resolve(node);
  if (typeof shape === 'string') {
    if (!target.enum && !('const' in target)) Object.assign(target, meaning(shape));
  } else if (Array.isArray(shape)) {
    if (shape[0] !== '*') refine(shape[0], target.items, `${at}[]`);
  } else {
    for (const [key, part] of Object.entries(shape)) {
      const name = key.replace(/!$/, '');
      if (name === '*') {
        target.propertyNames = {pattern: '^[\\w$.-]{1,40}$'};
        if (typeof target.additionalProperties === 'object')
          refine(part, target.additionalProperties, `${at}.*`);
      } else if (target.properties[name]) refine(part, target.properties[name], `${at}.${name}`);
      // What is of no use to a service is no key of its type.
      else if (!/^(scriptUrl|options)$/.test(name)) refine(part, undefined, `${at}.${name}`);
    }
  }
};
refine(shapes.CONFIG, schema, 'config');

const [text, perLanguage] = $defs.LocalizedText.anyOf;
Object.assign(text, meaning('text'));
Object.assign(perLanguage, {
  minProperties: 1,
  propertyNames: {pattern: shapes.FORMS.language.source},
  additionalProperties: {type: 'string', ...meaning('text')},
});
// The names of these are made of what they are about.
$defs.Texts.patternProperties = {
  '^(purposes|countries)\\.[\\w$.-]+$|^[\\w-]+Text$': $defs.Texts.additionalProperties,
};
$defs.Texts.additionalProperties = false;
for (const one of Object.values($defs.Texts.properties)) Object.assign(one, meaning('text'));
schema.properties.categories.propertyNames = {pattern: shapes.FORMS.id.source};
schema.properties.texts.propertyNames = {
  pattern: shapes.FORMS.language.source.replace('auto|', ''),
};

// ---- Services: each by its id, so that an editor tells of one what is wrong with that one ----

const entries = $defs.ServiceEntry.anyOf.flatMap((one) => resolve(one).anyOf ?? [one]);
const idOf = (entry) => resolve(entry).properties.service.const;
const listed = entries.filter(idOf);
delete $defs.CatalogueEntry;
for (const entry of listed) {
  const id = idOf(entry);
  const made = await catalogue[id]?.();
  const more = await catalogue[`${id}+`]?.();
  const given = [CATALOGUE_ENTRIES[id] ?? {}, register, []];
  const parameters = {
    ...(facts[id] ?? made.service(...given).facts).parameters,
    ...more?.service(...given).parameters,
  };
  refine({...shapes.LISTED_ENTRY, ...parameters}, entry, id);
  if (!entry.$ref) $defs[id] = entry;
}
refine(shapes.OWN_ENTRY, $defs.OwnServiceEntry, 'own');
refine(shapes.STORED_ITEM, $defs.StorageEntry, 'stored');
for (const key of ['cookies', 'storage'])
  Object.assign($defs.OwnServiceEntry.properties[key].items.anyOf[0], meaning('stored'));

const ids = listed.map(idOf);
const among = (what) => ({properties: {service: what}, required: ['service']});
$defs.ServiceEntry = {
  description: 'A service that waits for a yes: one that is known by its id, or one written out.',
  type: 'object',
  required: ['service'],
  properties: {
    service: {
      description: 'Its id: docs/services.md has those that are known; or one of your own.',
      anyOf: [{enum: ids}, {type: 'string', pattern: shapes.FORMS.id.source}],
    },
  },
  allOf: [
    ...listed.map((entry) => ({
      if: among({const: idOf(entry)}),
      then: entry.$ref ? entry : {$ref: `#/$defs/${idOf(entry)}`},
    })),
    {if: among({not: {enum: ids}}), then: {$ref: '#/$defs/OwnServiceEntry'}},
  ],
};

function write(name, title, {$schema: _, ...content}) {
  const whole = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://unpkg.com/consent-gate/dist/${name}`,
    title,
    ...content,
  };
  writeFileSync(`dist/${name}`, `${JSON.stringify(whole, null, 1)}\n`);
}
write('consent-gate.schema.json', 'consent-gate', {...schema, $defs});
write(
  'consent-gate-record.schema.json',
  'A record of consent-gate',
  tidied(generate('src/decision/receipt.ts', 'ConsentRecord')),
);
