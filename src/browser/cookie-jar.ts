import Cookies from 'js-cookie';
import {cookieValues} from './cookies.js';
import {parentDomains, pathsAbove} from './parent-domains.js';

// The record is made of characters that need no escape, so it is written as it stands.
const jar = Cookies.withConverter({write: (value) => value});

/**
 * Writes a cookie for the whole host, or with `domain` for all its subdomains.
 * @param days lifetime in days; a negative number deletes
 * @returns whether the jar now holds exactly this value: browsers drop cookies without a word
 */
export function writeCookie(name: string, value: string, days: number, domain?: string): boolean {
  try {
    jar.set(name, value, {
      expires: days,
      path: '/',
      sameSite: 'lax',
      secure: location.protocol === 'https:',
      domain,
    });
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
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  for (const domain of everywhere ? ['', ...parentDomains()] : ['']) {
    for (const path of pathsAbove()) {
      const cookie = `${name}=; Max-Age=0; Path=${path}${domain && `; Domain=${domain}`}${secure}`;
      try {
        document.cookie = cookie;
        if (secure) document.cookie = `${cookie}; Partitioned`;
      } catch {
        return;
      }
    }
  }
}
