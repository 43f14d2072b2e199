/** What a config is checked for where nobody says of which site it is. */
const ANY = 'https://www.example.com';

/**
 * The rules of a config are those of the browser, and ask a page for its address. Here it is the one that the owner names,
 * else one on the domain that the config shares its cookie with.
 * @throws TypeError for what is no address
 */
export function standOn(site: string | undefined, domain: unknown): void {
  let address = new URL(site ?? ANY);
  if (site === undefined && typeof domain === 'string') {
    try {
      address = new URL(`https://${domain}`);
    } catch {
      // The check tells of it.
    }
  }
  // A worker, such as that of the demo's configurator, has a location that cannot be set, only defined.
  for (const [name, value] of Object.entries({
    location: address,
    top: {location: address},
    document: {baseURI: address.href},
  })) {
    Object.defineProperty(globalThis, name, {configurable: true, writable: true, value});
  }
}
