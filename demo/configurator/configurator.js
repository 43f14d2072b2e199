/*
 * Makes a config with its owner: a form, what the check says of it, the banner as visitors will see it, and what is to be
 * copied. The JSON is the truth; the form writes into it and is drawn anew when another one is pasted in.
 */
import {categoriesPart} from './categories-part.js';
import {toJson, whenChanged} from './config.js';
import {languagesPart} from './languages-part.js';
import {look, services, textKeys} from './look.js';
import {brandCss, looksPart} from './looks-part.js';
import {previews} from './previews.js';
import {problems} from './problems.js';
import {results} from './results.js';
import {servicesPart} from './services-part.js';
import {sitePart} from './site-part.js';
import {textsPart} from './texts-part.js';

const [known, keys] = await Promise.all([services(), textKeys()]);

const said = problems();
const seen = previews();
const taken = results();

let turn = 0;
/** Looks at what the config is now, and shows it; who types goes before. */
async function update(text, anew) {
  const now = ++turn;
  taken.show({brand: brandCss(), anew});
  const found = await look(text);
  if (now !== turn) return;
  said.show(found);
  seen.show(found.valid ? text : undefined, brandCss());
  taken.show({policy: found.csp, brand: brandCss()});
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
form.append(...parts.map(({made}) => made));
form.addEventListener('submit', (event) => event.preventDefault());
document.getElementById('beside').append(said.made, seen.made);
document.getElementById('results').append(taken.made);
update(toJson(), true);
