/** Asks the worker that looks at configs. */
const worker = new Worker('/configurator/worker.js', {type: 'module'});
const waiting = new Map();
let asked = 0;

worker.addEventListener('message', ({data: {id, answer, error}}) => {
  const {resolve, reject} = waiting.get(id);
  waiting.delete(id);
  if (error === undefined) resolve(answer);
  else reject(new Error(error));
});

worker.addEventListener('error', () => {
  for (const {reject} of waiting.values()) reject(new Error('the worker has failed'));
  waiting.clear();
});

const ask = (what, text) =>
  new Promise((resolve, reject) => {
    waiting.set(++asked, {resolve, reject});
    worker.postMessage({id: asked, what, text});
  });

/** What is to be said of a config, and its Content-Security-Policy. */
export const look = (text) => ask('look', text);
/** All services that are known by their id. */
export const services = () => ask('services');
/** Names of all texts. */
export const textKeys = () => ask('keys');
