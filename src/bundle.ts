import {fetchModule} from './modules.js';
import {folder, startFromTag} from './tag.js';

// Everything in one file, for those who want one request; of the languages the two that most of our sites speak. The build
// leaves the others out (`forVisitors` in rollup.config.mjs), and what only who builds the site needs: they are fetched from beside
// it, and are English where they do not lie there.
startFromTag((name) =>
  /^(locale|policy|device)-(?!en|ru)|^debug/.test(name)
    ? import(`${folder || './'}consent-gate-${name}.js`).catch(() =>
        fetchModule(name.replace(/..$/, 'en') as 'locale-en'),
      )
    : fetchModule(name),
);
