import {onHosts} from '../browser/url-policy.js';
import type {ServiceFacts} from '../services/service.js';
import type {ReadConfig} from './read-json.js';
import {
  CONFIG,
  isKind,
  isPlain,
  LISTED_ENTRY,
  OWN_ENTRY,
  scriptAddress,
  STORED_ITEM,
  type Shape,
} from './schema.js';

/** What is wrong with a config; `explain.ts` makes sentences of it, for the few pages that need them. */
export type Problem = readonly [
  /** Where: `categories.analytics.services[0].counterId`. */
  at: string,
  /** What was expected there: a kind of `schema.ts`, or a key of the sentences. */
  expected: string,
  /** What stands there. */
  found?: unknown,
];

/** A service of the register as the check sees it. */
export interface ListedService {
  readonly facts: ServiceFacts;
  /** More of its parameters. */
  readonly parameters?: ServiceFacts['parameters'];
  /** Hosts its scripts may come from. */
  readonly hosts: readonly string[];
}

/** What needs no writing-out, by id. */
export type Listed = (id: string) => ListedService | 0 | undefined;

/** The longest record that a browser surely keeps, in bytes. */
const LONGEST_RECORD = 3500;

/**
 * Checks a config to the letter.
 * @param read what `readJson` made of it
 * @param listed the service of an id, where it is one that needs no writing-out
 * @param scriptHosts hosts that own services may load scripts from; any where undefined
 * @returns all that is wrong with it; never throws
 */
export function checkConfig(
  {text, config}: ReadConfig,
  listed: Listed,
  scriptHosts?: readonly string[],
): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (...problem: Problem) => void problems.push(problem);

  const check = (shape: Shape, value: unknown, at: string): void => {
    if (typeof shape === 'string') {
      if (shape !== '*' && !isKind(shape, value)) report(at, shape, value);
    } else if (Array.isArray(shape)) {
      if (Array.isArray(value))
        value.forEach((item, i) => check(shape[0] as Shape, item, `${at}[${i}]`));
      else report(at, 'list', value);
    } else if (isPlain(value)) {
      const keys = shape as Readonly<Record<string, Shape>>;
      const path = at && `${at}.`;
      for (const key of Object.keys(value)) {
        const known = [key, `${key}!`, '*'].find((name) => Object.hasOwn(keys, name));
        if (known && /^[\w$.-]{1,40}$/.test(key) && !/^__|^constructor$/.test(key)) {
          check(keys[known]!, value[key], path + key);
        } else if ('*' in keys) {
          // What an id may be is said where the categories are looked at.
          if (at !== 'categories' || isKind('id', key)) report(path + key, 'name', key);
        } else {
          report(path + key, 'unknown', Object.keys(keys));
        }
      }
      for (const key of Object.keys(keys)) {
        if (key.endsWith('!') && !(key.slice(0, -1) in value))
          report(path + key.slice(0, -1), 'missing');
      }
    } else {
      report(at, 'object', value);
    }
  };

  const checkEntry = (entry: Record<string, unknown>, necessary: boolean, at: string) => {
    const service = listed(entry['service'] as string) as ListedService | undefined;
    // A name of the register that is no id has none.
    if (service?.facts) {
      check({...LISTED_ENTRY, ...service.facts.parameters, ...service.parameters}, entry, at);
      if (necessary && service.facts.category !== 'functional')
        report(`${at}.service`, 'needless', service.facts.vendor);
      // Cookies under a name that nobody knows beforehand could not be deleted after a withdrawal.
      if (isPlain(entry['options']) && 'cookie_prefix' in entry['options'])
        report(`${at}.options.cookie_prefix`, 'ownNames', entry['options']['cookie_prefix']);
      const {scriptUrl} = entry;
      const address = scriptAddress(scriptUrl);
      if (address && !onHosts(service.hosts, address))
        report(`${at}.scriptUrl`, 'official', service.hosts);
    } else if (!('vendor' in entry) && isKind('id', entry['service'])) {
      // An id with no more beside it is meant to be one of the register.
      report(`${at}.service`, 'listed', entry['service']);
    } else {
      check(OWN_ENTRY, entry, at);
      for (const key of ['cookies', 'storage']) {
        [entry[key]].flat().forEach((item, i) => {
          if (key in entry)
            check(isPlain(item) ? STORED_ITEM : 'stored', item, `${at}.${key}[${i}]`);
        });
      }
      for (const script of [entry['scripts']].flat()) {
        const address = scriptAddress(script);
        if (address && scriptHosts && !onHosts(scriptHosts, address)) {
          report(`${at}.scripts`, 'named', script);
        }
      }
    }
  };

  const checkCategories = (categories: Record<string, unknown>) => {
    /** Categories and services share one name space; a service stands in one category. */
    const owners = new Map(['necessary', ...Object.keys(categories)].map((id) => [id, '']));
    let length = 100;
    for (const [id, category] of Object.entries(categories)) {
      const at = `categories.${id}`;
      length += id.length + 8;
      if (!isKind('id', id)) report(at, 'id', id);
      if (!isPlain(category)) continue;
      if (!/^(necessary|functional|analytics|advertising)$/.test(id) && !category['title']) {
        report(`${at}.title`, 'ownTitle');
      }
      [category['services']].flat().forEach((entry, i) => {
        const place = `${at}.services[${i}]`;
        if (!isPlain(entry)) {
          if (category['services']) report(place, 'object', entry);
          return;
        }
        const service = entry['service'] as string;
        const owner = owners.get(service);
        // One of the register may have several entries: counters, containers.
        if (owner !== undefined && !(owner === id && listed(service)))
          report(`${place}.service`, 'twice', service);
        owners.set(service, id);
        // With room for a sub-question.
        if (isKind('id', service)) length += 2 * service.length + 26;
        checkEntry(entry, id === 'necessary', place);
      });
    }
    if (length > LONGEST_RECORD) report('categories', 'tooMany', owners.size);
  };

  if (isPlain(config)) {
    check(CONFIG, config, '');
    if (isPlain(config.categories)) checkCategories(config.categories);
    for (const tag of Object.keys(config.texts ?? {})) {
      if (tag === 'auto' || !isKind('language', tag)) report(`texts.${tag}`, 'tag', tag);
    }
  } else {
    report('', 'json', text);
  }
  return problems;
}
