import Cookies from 'js-cookie';
import {cookieValues} from './cookies.js';
import {isHttps} from './is-https.js';
import {parentDomains, pathsAbove} from './parent-domains.js';

// The record is made of characters that need no escape, so it is written as it stands.
const jar = Cookies.withConverter({write: (value) => value});

const isShadowed = () => typeof document.cookie !== 'string';

/** `document.cookie = …`, also where markup called `cookie` shadows the document's own. */
const put = (cookie: string) =>
  void Reflect.set(isShadowed() ? Document.prototype : document, 'cookie', cookie, document);

/**
 * Writes a cookie for the whole host, or with `domain` for all its subdomains.
 * @param days lifetime in days; a negative number deletes
 * @returns whether the jar now holds exactly this value: browsers drop cookies without a word
 */
export function writeCookie(name: string, value: string, days: number, domain?: string): boolean {
  try {
    const attributes: Record<string, unknown> = {
      expires: days,
      path: '/',
      sameSite: 'lax',
      secure: isHttps(),
      domain,
    };
    // js-cookie also takes what a page has added to Object.prototype; what is empty it leaves out.
    for (const key in {}) if (!Object.hasOwn(attributes, key)) attributes[key] = '';
    if (isShadowed()) {
      // js-cookie knows the document's own only.
      const more = `${isHttps() ? '; Secure' : ''}${domain ? `; Domain=${domain}` : ''}`;
      put(`${name}=${value}; Max-Age=${days * 86_400}; Path=/; SameSite=Lax${more}`);
    } else {
      jar.set(name, value, attributes);
    }
  } catch {
    // Read back below.
  }
  return cookieValues(name).join() === value;
}

/**
 * Deletes a cookie that somebody else has set, under every path above the page, in every variant.
 * Not js-cookie's `remove`: it escapes names, and this name must be the one that stands in the jar.
 * @param everywhere also as a cookie of each parent domain, whichever the browser accepts
 */
export function expireCookie(name: string, everywhere: boolean): void {
  const secure = isHttps() ? '; Secure' : '';
  for (const domain of everywhere ? ['', ...parentDomains()] : ['']) {
    // Without a path too: what the browser then takes is not always one of the others.
    for (const path of ['', ...pathsAbove().map((above) => `; Path=${above}`)]) {
      const cookie = `${name}=; Max-Age=0${path}${domain && `; Domain=${domain}`}${secure}`;
      try {
        put(cookie);
        if (secure) put(`${cookie}; Partitioned`);
      } catch {
        return;
      }
    }
  }
}
