/** What our own variants have in common: the config, the files of `dist`, the way into the UI. */
import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {COUNTER_ID, MEASUREMENT_ID} from '../vendors.mjs';

const ROOT = new URL('../../../', import.meta.url);
const DIST = new URL('dist/', ROOT);

const CONFIG = {
  policy: {url: '/privacy', version: '2026-11-01'},
  operator: {name: 'The Estuary Review', email: 'mail@example.com', country: 'RU'},
  categories: {
    analytics: {
      services: [
        {service: 'yandex-metrica', counterId: COUNTER_ID},
        {service: 'google-analytics', measurementId: MEASUREMENT_ID, crossBorder: true},
      ],
    },
    advertising: {services: []},
  },
};

export const CONFIG_SCRIPT = `<script type="application/json" data-consent-gate>
${JSON.stringify(CONFIG)}
</script>`;

/** Serves `dist` at the root of the site. */
function findFile(path) {
  if (path.includes('..') || path.endsWith('/')) return undefined;
  const file = fileURLToPath(new URL(`.${path}`, DIST));
  return existsSync(file) ? file : undefined;
}

/** Whether the build has made a file. */
export function isBuilt(name) {
  return existsSync(new URL(name, DIST));
}

export const OURS = {
  ours: true,
  version: () => JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')).version,
  findFile,
  banner: ['consent-choice', '[part~="banner"]'],
  accept: ['consent-choice', '[part~="banner"] [data-action="accept"]'],
  settings: ['consent-choice', '[part~="banner"] [data-action="settings"]'],
  preferences: ['consent-choice', '[part~="preferences"]'],
};
