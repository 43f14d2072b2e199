// Brotli budgets of the files that a page loads (docs: kB = 1000 bytes). Not JSON, because "each locale" and
// "each service" are lists that grow, and size-limit adds the files of one entry up.
import {readdirSync} from 'node:fs';
import {serviceFile} from './rollup.config.mjs';

const dist = (...names) => names.map((name) => `dist/consent-gate${name}.js`);
const core = dist('');
const banner = (language) => [...core, ...dist('-ui', `-locale-${language}`)];
const preferences = (language) => [...banner(language), ...dist('-preferences')];

/** What comes with one need alone, and counts in none of the sums. */
const alone = (name, limit) => ({name: `consent-gate-${name}`, path: dist(`-${name}`), limit});

/** Services that do more than those of the catalogue (src/services/extended): three are over the budget of a service. */
const extended = {'google-ads+': '1 kB', 'google-analytics+': '0.75 kB', 'matomo+': '0.65 kB'};

/** One entry per built file of a kind. */
const each = (kind, limit) =>
  readdirSync('dist')
    .filter((file) => file.startsWith(`consent-gate-${kind}-`) && file.endsWith('.js'))
    .filter((file) => !Object.keys(extended).some((id) => file.includes(serviceFile(id))))
    .map((file) => ({name: file.slice(0, -'.js'.length), path: `dist/${file}`, limit}));

// The design's budgets: core 5.0 at first and never over 6.0, banner 13.0, preferences 18, a service 0.5. What
// is smaller is held where it is, so that it can only shrink (docs/decisions/010-sizes.md).
export default [
  {name: 'returning visitor: the core', path: core, limit: '6.0 kB'},
  {name: 'banner on screen, Russian', path: banner('ru'), limit: '13.0 kB'},
  {name: 'banner on screen, English', path: banner('en'), limit: '12.9 kB'},
  {name: 'with preferences, Russian', path: preferences('ru'), limit: '18.0 kB'},
  {name: 'with preferences, English', path: preferences('en'), limit: '17.9 kB'},
  alone('keeping', '7.1 kB'),
  alone('markup', '2.3 kB'),
  // Where the config lies on another origin.
  alone('remote', '0.6 kB'),
  // These hold their words in all languages.
  alone('notice', '2.3 kB'),
  alone('announcement', '4.2 kB'),
  alone('attendant', '6.0 kB'),
  // Where a frame waits for a yes.
  alone('embed', '5.6 kB'),
  // On the page with the policy, and its words.
  alone('policy', '4.7 kB'),
  ...each('policy', '1.5 kB'),
  // At the end of the preferences, and its words.
  alone('device', '5.2 kB'),
  ...each('device', '1 kB'),
  // With colours of the owner's.
  alone('legible', '1.5 kB'),
  alone('explain', '5.1 kB'),
  ...each('locale', '1 kB'),
  ...each('details', '0.5 kB'),
  ...each('service', '0.5 kB'),
  ...Object.entries(extended).map(([id, limit]) => alone(serviceFile(id), limit)),
  // Where the site has sisters, with its words in all languages.
  alone('beside', '3.3 kB'),
  // For who builds the site.
  alone('debug', '3.6 kB'),
];
