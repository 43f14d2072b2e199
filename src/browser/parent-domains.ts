/**
 * The host and every domain above it, down to the last label. Which of them may carry cookies
 * (`example.co.uk` may, `co.uk` may not) is for the browser to say: it ignores the others.
 */
export function parentDomains(): string[] {
  const labels = location.hostname.split('.');
  return labels.map((_, i) => labels.slice(i).join('.'));
}

/**
 * `/`, and every folder above the page with and without its last slash: all paths whose cookies the
 * page sees. Those of the address it was loaded from too: `pushState` changes the one, not the other.
 */
export function pathsAbove(): string[] {
  const [landing] = performance.getEntriesByType?.('navigation') ?? [];
  const paths = new Set(['/']);
  for (const address of [location.href, landing?.name ?? location.href]) {
    let path = '';
    for (const part of new URL(address).pathname.split('/').filter(Boolean)) {
      path += `/${part}`;
      paths.add(path).add(`${path}/`);
    }
  }
  return [...paths];
}
