import type {OwnServiceEntry} from '../config/config.js';
import {parseUrl} from '../browser/url-policy.js';
import {allCsp} from '../services/all-csp.js';
import type {CspSources} from '../services/service.js';
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

/** What stands on hosts that the entry names: scripts that are written out, a counter on a host of the owner's. */
const ofHosts = (hosts: readonly string[]): CspSources => {
  const sources = hosts.map((host) => `https://${host}`).join(' ');
  return {'script-src': sources, 'connect-src': sources, 'img-src': sources};
};

/**
 * The Content-Security-Policy that a valid config needs: our own files, and what its services ask for.
 * @returns the value of the header
 */
export function cspOf({config, services}: ReadSite): string {
  const wanted = Object.values(config!.categories)
    .flatMap(({services: entries = []}) => entries)
    .flatMap((entry): CspSources[] => {
      const known = allCsp[entry.service];
      if (known && Object.keys(known).length) return [known];
      const scripts = (entry as OwnServiceEntry).scripts ?? [];
      const hosts = known
        ? services.get(entry.service)!.hosts
        : scripts.map((address) => parseUrl(address)!.host);
      return hosts.length ? [ofHosts(hosts)] : [];
    });
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
