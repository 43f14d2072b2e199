/**
 * Who is measured. A contender is data: the markup its documentation asks for, the files behind it,
 * and the way to its banner and buttons. A way is a list of selectors; each next one is looked for
 * in the open shadow root of the element before.
 *
 * The same for all: the script is deferred, the config stands inline, a style sheet is linked where
 * the library's documentation links it, the texts are English.
 */
import {emptyPage} from './contenders/empty-page.mjs';
import {consentGate} from './contenders/consent-gate.mjs';
import {consentGateBundle} from './contenders/consent-gate-bundle.mjs';
import {consentGatePreload} from './contenders/consent-gate-preload.mjs';
import {cookieconsent} from './contenders/cookieconsent.mjs';
import {klaro} from './contenders/klaro.mjs';
import {tarteaucitron} from './contenders/tarteaucitron.mjs';
import {vanillaCookieconsent} from './contenders/vanilla-cookieconsent.mjs';

export {emptyPage};

const ALL = [
  consentGate,
  consentGateBundle,
  consentGatePreload,
  vanillaCookieconsent,
  klaro,
  tarteaucitron,
  cookieconsent,
];

/**
 * Those that can be measured, and why the others cannot.
 * @param {string[]} only ids; all if there are none
 */
export function chooseContenders(only) {
  const unknown = only.filter((id) => !ALL.some((contender) => contender.id === id));
  if (unknown.length) {
    throw new Error(
      `Unknown: ${unknown.join(', ')}. There are: ${ALL.map(({id}) => id).join(', ')}.`,
    );
  }
  const wanted = ALL.filter(({id}) => !only.length || only.includes(id));
  const reasons = wanted.map((contender) => contender.missing?.());
  return {
    contenders: wanted.filter((_, index) => !reasons[index]),
    left: wanted.flatMap(({title}, index) =>
      reasons[index] ? [{title, why: reasons[index]}] : [],
    ),
  };
}
