import type {ServiceEntry} from '../config/config.js';
import {parseUrl} from '../browser/url-policy.js';
import {allCsp} from '../services/all-csp.js';
import type {CspSources, Service} from '../services/service.js';
import type {ReadSite} from './read-site.js';

/** Directives in the order of the README; others come after them. */
const ORDER = [
  'default-src',
  'style-src',
  'script-src',
  'connect-src',
  'img-src',
  'child-src',
  'frame-src',
];
/** What frames of the site's own are shown is for the site to say. */
const WITHOUT_SELF = /^(child|frame)-src$/;

/** What gated markup may be. */
const MARKUP = ['script-src', 'style-src', 'img-src', 'media-src', 'font-src', 'frame-src'];

const all = (directives: readonly string[], sources: readonly string[]): CspSources[] =>
  sources.length ? [Object.fromEntries(directives.map((one) => [one, sources.join(' ')]))] : [];
const originOf = (address: string): string => parseUrl(address)!.origin;

/** What a service asks for: by what is known of it, by the addresses that its entry names. */
function ofService(entry: ServiceEntry, service: Service): CspSources[] {
  const known = allCsp[entry.service];
  const {scripts = [], scriptUrl} = entry as {scripts?: string[]; scriptUrl?: string};
  // A counter on a host of the owner's.
  const own =
    known && !Object.keys(known).length ? service.hosts.map((host) => `https://${host}`) : [];
  return [
    ...(known ? [known] : []),
    ...all(['script-src', 'connect-src', 'img-src'], [...own, ...scripts.map(originOf)]),
    ...all(['script-src', 'connect-src'], scriptUrl ? [originOf(scriptUrl)] : []),
  ];
}

/**
 * The Content-Security-Policy that a valid config needs: our own files, what its services ask for, and what gated markup may.
 * @returns the value of the header
 */
export function cspOf({config, services}: ReadSite): string {
  const {endpoint = ''} = config!.records ?? {};
  const wanted = [
    ...Object.values(config!.categories)
      .flatMap(({services: entries = []}) => entries)
      .flatMap((entry) => ofService(entry, services.get(entry.service)!)),
    ...all(
      MARKUP,
      (config!.hosts ?? []).map((host) => `https://${host}`),
    ),
    // An address of the site's own is 'self'.
    ...all(['connect-src'], /^https?:/.test(endpoint) ? [originOf(endpoint)] : []),
  ];
  const policy = new Map(ORDER.slice(0, 2).map((directive) => [directive, new Set<string>()]));
  for (const directive of [...ORDER, ...wanted.flatMap((sources) => Object.keys(sources))]) {
    const sources = wanted.flatMap((one) => one[directive]?.split(' ') ?? []);
    if (sources.length || directive === 'script-src') policy.set(directive, new Set(sources));
  }
  return [...policy]
    .map(([directive, sources]) =>
      [directive, ...(WITHOUT_SELF.test(directive) ? [] : ["'self'"]), ...sources].join(' '),
    )
    .join('; ');
}
