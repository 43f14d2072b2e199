/*
 * The config that is being made: one JSON, and the form is a view of it. Whoever changes it says where; whoever shows it is
 * told. Nothing is kept when the page is left.
 */

/** `['categories', 'analytics', 'services', 0]` as the check writes it: `categories.analytics.services[0]`. */
export const pathText = (path) =>
  path.reduce(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${key}` : key),
    '',
  );

const ORDER = ['$schema', 'policy', 'consent', 'operator', 'categories'];
/** What stands even where it is empty. */
const STAYS = /^(policy|operator|categories(\.[^.]+)?)$/;

let config = {
  $schema: './node_modules/consent-gate/dist/consent-gate.schema.json',
  policy: {url: '/privacy', version: new Date().toISOString().slice(0, 10)},
  operator: {name: 'IMPER Group', email: 'mail@example.com', country: 'RU'},
  categories: {
    analytics: {services: [{service: 'yandex-metrica', counterId: 12345678}]},
  },
};

const listeners = [];
/** Calls `fn` with what has changed: "form", or "json" where a JSON has come in. */
export const whenChanged = (fn) => void listeners.push(fn);
const tell = (what) => listeners.forEach((fn) => fn(what));

const isObject = (value) => typeof value === 'object' && value !== null;

export const get = (path) => path.reduce((value, key) => value?.[key], config);

/** @param value undefined takes the key away, and what is empty without it */
export const set = (path, value) => {
  const put = (at, inside) => {
    const key = path[at];
    if (at === path.length - 1) inside[key] = value;
    else {
      if (!isObject(inside[key])) inside[key] = typeof path[at + 1] === 'number' ? [] : {};
      put(at + 1, inside[key]);
    }
  };
  if (value !== undefined) put(0, config);
  else {
    for (let length = path.length; length > 0; length--) {
      const inside = get(path.slice(0, length - 1));
      const key = path[length - 1];
      if (!isObject(inside)) continue;
      if (length < path.length) {
        const left = inside[key];
        if (Array.isArray(left) || !isObject(left) || Object.keys(left).length) break;
        if (STAYS.test(pathText(path.slice(0, length)))) break;
      }
      delete inside[key];
    }
  }
  tell('form');
};

/** All categories with their ids, also of a JSON that is none of ours. */
export const categories = () =>
  isObject(config.categories) ? Object.entries(config.categories) : [];

/** The entries of services with where they stand. */
export const entries = () =>
  categories().flatMap(([category, one]) =>
    Array.isArray(one?.services)
      ? one.services.flatMap((entry, i) =>
          isObject(entry) ? [{entry, category, path: ['categories', category, 'services', i]}] : [],
        )
      : [],
  );

export const addEntry = (category, entry) => {
  const services = get(['categories', category, 'services']);
  set(['categories', category, 'services'], [...(Array.isArray(services) ? services : []), entry]);
};

/** A category that is left with nothing is not asked for nothing. */
export const removeEntry = ([, category, , i]) => {
  const left = get(['categories', category, 'services']).filter((_, at) => at !== i);
  const {services, ...rest} = get(['categories', category]);
  if (left.length || Object.keys(rest).length || category === 'necessary')
    set(['categories', category, 'services'], left);
  else set(['categories', category], undefined);
};

/** As text, in the order of the README. */
export const toJson = () => {
  const ordered = Object.fromEntries(
    ORDER.filter((key) => key in config).map((key) => [key, config[key]]),
  );
  return JSON.stringify({...ordered, ...config}, null, 2);
};

/** What a page needs of it. */
export const toPageJson = () => {
  const {$schema, ...rest} = JSON.parse(toJson());
  return JSON.stringify(rest, null, 2);
};

/**
 * Takes a JSON in.
 * @returns false where it is none; the check says why
 */
export const load = (text) => {
  let read;
  try {
    read = JSON.parse(text);
  } catch {
    return false;
  }
  if (!isObject(read) || Array.isArray(read)) return false;
  config = read;
  tell('json');
  return true;
};
