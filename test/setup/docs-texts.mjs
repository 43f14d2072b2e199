// `npm run docs-texts`: writes docs/texts.md from the files of the languages; with --check it only compares.
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {importSources} from './import-sources.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const PLACE = 'docs/texts.md';
/** What is written out whole; the others stand in the package. */
const LANGUAGES = {en: 'English', ru: 'Russian'};

const built = await importSources(`
      ${Object.keys(LANGUAGES)
        .map((id) => `export {messages as ${id}} from './src/locales/${id}.ts';`)
        .join('\n')}
      export {attendantMessages} from './src/locales/attendant.ts';
      export {noticeMessages} from './src/locales/notice.ts';
      export {embedMessages} from './src/locales/embed.ts';
      export {deviceWords} from './src/locales/device/all.ts';
      export {sisterMessages} from './src/locales/sisters.ts';
      export {announcementMessages} from './src/locales/announcement.ts';`);

/** Those at the end of the settings, a file for each language. */
const atTheEnd = {};
for (const id of Object.keys(LANGUAGES))
  atTheEnd[id] = (await built.deviceWords[id]()).deviceMessages;

/** Every text of a language under its key. */
const textsOf = (id) => ({
  ...built[id],
  ...built.attendantMessages[id],
  ...built.noticeMessages[id],
  ...built.embedMessages[id],
  ...atTheEnd[id],
  ...built.sisterMessages[id],
  ...built.announcementMessages[id],
});

const text = [
  '# Texts',
  '',
  'Written by `npm run docs-texts` from `src/locales`. Every text there is, to copy into the config: leave out what you do not change, or',
  'translate all of it and put it under the tag of your language. What stands in braces is filled in; `more_one`, `more_other` and the like are plural forms of',
  '`Intl.PluralRules`, of which your language may need others (`more_few`, `more_many`). `countries.…` has a text for a country that is to be called otherwise than the browser does.',
  '',
  ...Object.entries(LANGUAGES).flatMap(([id, name]) => [
    `## ${name}`,
    '',
    `\`\`\`json ${id}`,
    JSON.stringify({texts: {[id]: textsOf(id)}}, null, 2),
    '```',
    '',
  ]),
].join('\n');

if (process.argv.includes('--check')) {
  if (readFileSync(PLACE, 'utf8') !== text) {
    console.error(`${PLACE} is not what the languages say. Run \`npm run docs-texts\`.`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(PLACE, text);
  console.log(`Wrote ${Object.keys(textsOf('en')).length} texts to ${PLACE}.`);
}
