/** The article that every contender stands in. Its styles are inline, so that whatever delays its
 * first paint is the contender's doing. */
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/** What the page has of its own, beside its html. */
export const OWN_SCRIPT = '/article.js';
const OWN_FILES = [OWN_SCRIPT, '/illustration.svg'];

/** Whether a path is the page's own file, not a contender's. */
export function isOwnFile(path) {
  return OWN_FILES.includes(path);
}

/** @returns {string | undefined} the file on the disk */
export function findOwnFile(path) {
  return isOwnFile(path) ? fileURLToPath(new URL(`.${path}`, import.meta.url)) : undefined;
}

const template = readFileSync(new URL('article.html', import.meta.url), 'utf8');

/** Where a contender's page is found on the site. */
export function pagePath(contender) {
  return `/articles/${contender.id}`;
}

/** The html of a contender's page. */
export function pageHtml({head = '', body = ''}) {
  return template
    .replace('<!-- bench:head -->', () => head.trim())
    .replace('<!-- bench:body -->', () => body.trim());
}
