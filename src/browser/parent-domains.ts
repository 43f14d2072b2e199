/**
 * The host and every domain above it, down to the last label. Which of them may carry cookies
 * (`example.co.uk` may, `co.uk` may not) is for the browser to say: it ignores the others.
 */
export function parentDomains(): string[] {
  const labels = location.hostname.split('.');
  return labels.map((_, i) => labels.slice(i).join('.'));
}

/** `/`, and every folder above the page with and without its last slash: all paths whose cookies the page sees. */
export function pathsAbove(): string[] {
  const paths = ['/'];
  let path = '';
  for (const part of location.pathname.split('/').filter(Boolean)) {
    path += `/${part}`;
    paths.push(path, `${path}/`);
  }
  return paths;
}
