import type {Language} from '../languages.js';
import type {DeviceMessages} from './messages.js';

/** Fetches the words at the end of the preferences in a language: each is a file, for a visitor needs one. */
export const deviceWords: Readonly<
  Record<Language, () => Promise<{readonly deviceMessages: DeviceMessages}>>
> = {
  en: () => import('./en.js'),
  ru: () => import('./ru.js'),
  be: () => import('./be.js'),
  kk: () => import('./kk.js'),
  uk: () => import('./uk.js'),
  uz: () => import('./uz.js'),
  de: () => import('./de.js'),
  fr: () => import('./fr.js'),
  es: () => import('./es.js'),
  it: () => import('./it.js'),
  pt: () => import('./pt.js'),
  pl: () => import('./pl.js'),
  tr: () => import('./tr.js'),
  zh: () => import('./zh.js'),
  ar: () => import('./ar.js'),
  he: () => import('./he.js'),
};
