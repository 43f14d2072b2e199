/*
 * Looks at a config with the very files of `npx consent-gate check` and `csp`. In a worker: they ask for the address of the
 * site that a config is for, which is not this page's, and services make the vendors' functions when they are looked up.
 */
import {cspOf} from '/dist/cli/csp-of.js';
import {lookOver} from '/dist/cli/look-over.js';
import {textKeys} from '/dist/cli/text-keys.js';
import {catalogue} from '/dist/services/catalogue.js';
import {facts} from '/dist/services/facts.js';
import {register} from '/dist/services/register.js';

const all = async () => {
  const known = Object.keys(catalogue).filter((id) => id !== 'own' && !id.endsWith('+'));
  const rest = await Promise.all(
    known.map(async (id) => {
      const {facts} = (await catalogue[id]()).service({service: id}, register, []);
      return {id, ...facts};
    }),
  );
  return [...[...register.keys()].map((id) => ({id, ...facts[id]})), ...rest];
};

const look = async (text) => {
  const {read, said, advice} = await lookOver(text);
  return {valid: read.valid, said, advice, csp: read.valid ? cspOf(read) : ''};
};

const answers = {look, services: all, keys: textKeys};

/** One after another: what the look asks for is the worker's own. */
let last = Promise.resolve();
addEventListener('message', ({data: {id, what, text}}) => {
  last = last.then(async () => {
    try {
      postMessage({id, answer: await answers[what](text)});
    } catch ({message}) {
      // Whatever is thrown, the next one is looked at.
      postMessage({id, error: message});
    }
  });
});
