/*
 * Makes a config with its owner: a form, what the check says of it, the banner as visitors will see it, and what is to be
 * copied. The JSON is the truth; the form writes into it and is drawn anew when another one is pasted in.
 */
import {categoriesPart} from './categories-part.js';
import {toJson, whenChanged} from './config.js';
import {both} from './dom.js';
import {languagesPart} from './languages-part.js';
import {look, services, textKeys} from './look.js';
import {brandCss, looksPart} from './looks-part.js';
import {previews} from './previews.js';
import {problems} from './problems.js';
import {results} from './results.js';
import {servicesPart} from './services-part.js';
import {sitePart} from './site-part.js';
import {textsPart} from './texts-part.js';

const loading = document.getElementById('loading');
const [known, keys] = await Promise.all([services(), textKeys()]).catch((error) => {
  loading.replaceChildren(
    ...both([
      'The library is not there. Build it first: npm run build.',
      'Библиотеки нет. Сначала соберите её: npm run build.',
    ]),
  );
  throw error;
});

const said = problems();
const seen = previews();
const taken = results();

/** What is to be looked at next: of what is typed fast the last. */
let next;
let looking = false;
const failed = ({message}) => ({
  valid: false,
  said: [`consent-gate: the config cannot be looked at.\n  config: ${message}`],
  advice: [],
  csp: '',
});

/** Looks at what the config is now, and shows it. @param anew whether the JSON is to be written, too */
async function update(text, anew) {
  taken.show({brand: brandCss(), anew});
  next = text;
  if (looking) return;
  looking = true;
  while (next !== undefined) {
    const now = next;
    next = undefined;
    const found = await look(now).catch(failed);
    if (next !== undefined) continue;
    said.show(found);
    seen.show(found.valid ? now : undefined, brandCss());
    taken.show({policy: found.csp, brand: brandCss()});
  }
  looking = false;
}

const servicesShown = servicesPart(known, () => categoriesShown.draw());
const categoriesShown = categoriesPart(() => servicesShown.draw());
const siteShown = sitePart(() => servicesShown.draw());
const looksShown = looksPart(() => update(toJson(), true));
const parts = [
  siteShown,
  servicesShown,
  categoriesShown,
  await textsPart(keys),
  looksShown,
  languagesPart(),
];

whenChanged((what) => {
  if (what === 'form') update(toJson(), true);
  else {
    parts.forEach(({draw}) => draw());
    update(toJson(), false);
  }
});
// What is no JSON is looked at as it stands: the check says what is the matter.
taken.whenWritten((text, isConfig) => isConfig || update(text, false));

const form = document.getElementById('form');
loading.remove();
form.append(...parts.map(({made}) => made));
form.addEventListener('submit', (event) => event.preventDefault());
document.getElementById('beside').append(said.made, seen.made);
document.getElementById('results').append(taken.made);
update(toJson(), true);
