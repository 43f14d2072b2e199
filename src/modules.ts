/** What is fetched only when it is needed. */
export interface Modules {
  /** The banner, and the preferences behind it; all of lit. */
  ui: typeof import('./ui.js');
  /** What a change of the decision needs. */
  keeping: typeof import('./keeping.js');
  /** Finds what is wrong with a config. */
  check: typeof import('./check.js');
  'locale-en': typeof import('./locales/en.js');
  'locale-ru': typeof import('./locales/ru.js');
}

/** Fetches a module; each door has its own way. */
export type Fetch = <Name extends keyof Modules>(name: Name) => Promise<Modules[Name]>;

const doors: {readonly [Name in keyof Modules]: () => Promise<Modules[Name]>} = {
  ui: () => import('./ui.js'),
  keeping: () => import('./keeping.js'),
  check: () => import('./check.js'),
  'locale-en': () => import('./locales/en.js'),
  'locale-ru': () => import('./locales/ru.js'),
};

/** With literal `import()`s, which bundlers follow. The script-tag door finds the files beside itself. */
export const fetchModule: Fetch = (name) => doors[name]();
