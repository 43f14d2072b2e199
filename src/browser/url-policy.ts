const LOOPBACK = /^(localhost|127\.[\d.]+|\[::1\])$/;

/** Like `URL.parse`, which the oldest browsers we serve do not have. */
export function parseUrl(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    // None.
  }
}

/** Whether one of `hosts` names the address's host, with or without its port; `*.` stands for any subdomain. */
export const onHosts = (hosts: readonly string[], {host, hostname}: URL): boolean =>
  hosts.some((name) =>
    name.startsWith('*.') ? hostname.endsWith(name.slice(1)) : name === host || name === hostname,
  );

/**
 * The one gate every address passes before anything is requested: https or the page's own origin,
 * no user name or password, and where `hosts` are given only those. A page on a loopback host may
 * use loopback http.
 * @returns the parsed address, so that what was checked is what is requested; or undefined
 */
export function allowedUrl(address: string, hosts?: readonly string[]): URL | undefined {
  const url = parseUrl(address, document.baseURI);
  return url &&
    !url.username &&
    !url.password &&
    (url.protocol === 'https:' ||
      (url.protocol === 'http:' &&
        (url.origin === location.origin ||
          (LOOPBACK.test(url.hostname) && LOOPBACK.test(location.hostname))))) &&
    (!hosts || onHosts(hosts, url))
    ? url
    : undefined;
}
