import {report} from './browser/report.js';
import {onHosts, parseUrl} from './browser/url-policy.js';
import {readJson} from './config/read-json.js';

/**
 * Fetches a config that lies on another origin, which the owner has to name beside its address; and says of one that
 * could not be had what is wrong. Apart from the core, for few sites need either.
 * @param dataset of our script tag: `config`, `configOrigin`, and `hosts` that own services may load scripts from
 * @param begin gets the config
 */
export async function fetchConfig(
  dataset: DOMStringMap,
  begin: (text: string, scriptHosts?: readonly string[]) => void,
): Promise<void> {
  const {href, origin} = new URL(dataset['config']!, document.baseURI);
  const own = origin === location.origin;
  if (!own && origin !== dataset['configOrigin']) {
    return report(`data-config-origin is not ${origin}`);
  }
  // A redirect could lead to an origin that nobody has named.
  const response = await fetch(href, {redirect: 'error'});
  if (!response.ok) return report(`${href}: ${response.status}`);
  const text = await response.text();
  if (own) return begin(text);
  const hosts = (dataset['hosts'] ?? '').split(/\s+/);
  // Of a service that lies on a host of the owner's choice. What own services load is looked at with the rest.
  for (const entry of readJson(text).mentioned) {
    const url = parseUrl(`${entry?.['url'] as string}`);
    if (url && !onHosts(hosts, url)) return report(`data-hosts does not name ${url.host}`);
  }
  begin(text, hosts);
}
