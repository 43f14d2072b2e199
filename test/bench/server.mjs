/**
 * One https server (HTTP/2) on loopback that plays the site and the vendors. Every text is
 * compressed beforehand with brotli at its best, as a CDN would, so that no visit pays for it.
 */
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {createSecureServer} from 'node:http2';
import {extname} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';
import {makeCertificate} from './certificate.mjs';
import {standIn} from './vendors.mjs';

export const SITE = 'https://www.article.example';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

const BEST = {params: {[constants.BROTLI_PARAM_QUALITY]: 11}};
const PAGE_CACHE = 'no-cache';
const FILE_CACHE = 'public, max-age=604800';

/** Bytes of a text over the wire. */
export function brotliBytes(text) {
  return brotliCompressSync(text, BEST).length;
}

/**
 * @param {Map<string, string>} pages path of a page → its html
 * @param {(path: string) => string | undefined} findFile path of a request → file on the disk
 */
export async function startServer(pages, findFile) {
  const {key, cert, fingerprint} = makeCertificate();
  const answers = new Map();

  const answerFor = (host, path) => {
    const script = standIn(host);
    if (script) return make(script, '.js', FILE_CACHE);
    if (pages.has(path)) return make(pages.get(path), '.html', PAGE_CACHE);
    const file = findFile(path);
    return file && make(readFileSync(file), extname(file), FILE_CACHE);
  };

  const server = createSecureServer({key, cert, allowHTTP1: true}, (request, response) => {
    const host = (request.authority ?? request.headers.host ?? '').replace(/:\d+$/, '');
    const path = request.url.split('?')[0];
    const id = `${host}${path}`;
    if (!answers.has(id)) answers.set(id, answerFor(host, path));
    const answer = answers.get(id);
    response.writeHead(answer ? 200 : 404, answer?.headers);
    response.end(answer?.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    /** What the browser needs to find this server behind every host name, and to trust it. */
    browserArgs: [
      `--host-resolver-rules=MAP * 127.0.0.1:${server.address().port}`,
      `--ignore-certificate-errors-spki-list=${fingerprint}`,
    ],
    stop: () => server.close(),
  };
}

function make(content, extension, cache) {
  const body = brotliCompressSync(content, BEST);
  return {
    body,
    headers: {
      'content-type': TYPES[extension] ?? 'application/octet-stream',
      'content-encoding': 'br',
      'content-length': body.length,
      'cache-control': cache,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`,
      vary: 'accept-encoding',
    },
  };
}
