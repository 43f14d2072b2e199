/** The cookies of this page as `name=value`, sorted. */
export const cookies = (): string[] => document.cookie.split('; ').filter(Boolean).sort();

/** Sets cookies as a script of the page would; a text may carry attributes. */
export function setCookies(...pairs: readonly string[]): void {
  for (const pair of pairs) document.cookie = pair;
}

/** Deletes every cookie of this page, whatever folder above it has set it. */
export function clearCookies(): void {
  const folders = location.pathname
    .split('/')
    .map((_, i, parts) => parts.slice(0, i + 1).join('/'));
  for (const pair of cookies()) {
    const name = pair.split('=', 1)[0]!;
    for (const folder of folders) {
      for (const path of [folder || '/', `${folder}/`]) {
        document.cookie = `${name}=; Max-Age=0; Path=${path}`;
        document.cookie = `${name}=; Max-Age=0; Path=${path}; Domain=${location.hostname}`;
      }
    }
  }
}
