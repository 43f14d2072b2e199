/*
 * One of the three previews: the banner, the settings and the small button of the library itself, made from the config that
 * is being edited. A gate that starts in a frame of the same origin asks nothing, so this page does by hand what the gate
 * does in a page of the site, and leaves out the rest: answers are kept in memory, no service is loaded, nothing is stored.
 */
import {readJson} from '/dist/config/read-json.js';
import {questionsOf} from '/dist/decision/question.js';
import {createStore} from '/dist/decision/store.js';
import {fetchServices} from '/dist/fetch-services.js';
import {languages, pickLanguage} from '/dist/locales/languages.js';
import {fetchModule} from '/dist/modules.js';
import {createOpener} from '/dist/opener.js';
import {recordJar} from '/dist/record-jar.js';
import {holdServices} from '/dist/services/held-service.js';
import {register} from '/dist/services/register.js';
import {removeChoice, showChoice} from '/dist/ui.js';

const brand = new CSSStyleSheet();
document.adoptedStyleSheets.push(brand);

let ending = new AbortController();

async function show({text, css, language}) {
  ending.abort();
  ending = new AbortController();
  const {signal} = ending;
  const read = readJson(text);
  const {config} = read;
  const known = new Map(register);
  const coming = fetchServices(known, read.mentioned, fetchModule);
  await Promise.all(coming);
  if (signal.aborted) return;

  removeChoice();
  const root = document.documentElement;
  root.lang = language;
  root.dataset.theme = config.theme ?? 'auto';
  brand.replaceSync(css);

  const held = holdServices(config.categories, known);
  const store = createStore({
    questions: questionsOf(Object.keys(config.categories), held),
    record: undefined,
    policyVersion: config.policy.version,
    free: held.filter(({category}) => category === 'necessary').map(({service}) => service.id),
    refused: () => false,
    answering() {},
    changed(previous) {
      const event = new Event('consent-change');
      document.dispatchEvent(Object.assign(event, {decision: store.decision, previous}));
      opener.offer(!store.decision.unanswered[0]);
    },
  });
  const site = {
    config,
    held,
    store,
    coming,
    signal,
    jar: recordJar(config),
    privacySignal: false,
    fetch: fetchModule,
    language: (all = [...Object.keys(config.texts ?? {}), ...languages]) =>
      pickLanguage([config.language ?? '', language], all),
    show: (layer) => showChoice(site, layer),
  };
  const opener = createOpener(config, site.language, () => site.show('preferences'), fetchModule, {
    signal,
  });
  signal.addEventListener('abort', () => opener.offer(false));
  if (store.decision.unanswered[0]) await site.show('banner');
}

// The page around it, and nobody else.
if (parent !== self) {
  addEventListener('message', ({source, origin, data}) => {
    // Tools that look at pages send messages as well.
    if (source === parent && origin === location.origin && data?.preview) show(data.preview);
  });
  parent.postMessage('ready', location.origin);
}
