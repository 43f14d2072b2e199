import {spawn} from 'node:child_process';
import {readFile, stat} from 'node:fs/promises';
import {createServer as createHttpServer} from 'node:http';
import {createServer as createHttpsServer} from 'node:https';
import {extname, join, normalize, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import {hosts} from '../test/stand-ins/hosts.mjs';
import {openReceiver} from './receiver.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Where a path of the site lies in the project; the first that fits. */
const FOLDERS = [
  ['/dist/', 'dist'],
  ['/stand-ins/', 'test/stand-ins'],
  // For the page that imports: what its import map names, and nothing else of the packages.
  ...['lit', 'lit-html', 'lit-element', '@lit/reactive-element', 'js-cookie'].map((name) => [
    `/node_modules/${name}/`,
    `node_modules/${name}`,
  ]),
  ['/', 'demo'],
];

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const vendors = hosts.map((host) => `https://${host}`).join(' ');

/**
 * The second belt. The service worker answers the vendors' hosts; a host that it does not know, and a
 * frame, which no worker of this page could answer, are stopped here. That is why the demo shows
 * videos from /stand-ins/youtube.html (see frames.js).
 * Inline scripts are allowed because gated inline code is part of what the demo shows.
 */
const POLICY = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline' ${vendors}`,
  `connect-src 'self' ${vendors}`,
  `img-src 'self' data: ${vendors}`,
  "style-src 'self' 'unsafe-inline'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
].join('; ');

/** The file behind a path, or null where there is none to be had. */
function fileOf(pathname) {
  let path;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  // No way out of the folders, no hidden files.
  if (/[\\\0]|\/\.|^(?!\/)/.test(path)) return null;
  const [prefix, folder] = FOLDERS.find(([start]) => path.startsWith(start));
  let name = path.slice(prefix.length);
  if (folder === 'demo') {
    // Its views are routes of one page.
    if (/^app(\/|$)/.test(name)) name = 'app.html';
    if (/\.mjs$/.test(name)) return null;
    if (name === '' || name.endsWith('/')) name += 'index.html';
  }
  const base = join(ROOT, folder);
  const file = normalize(join(base, name));
  return file.startsWith(base + sep) ? file : null;
}

const CYRILLIC_1251 = new Map(
  [...'Ёё«»—–№…“”„’ '].map((letter, i) => [
    letter,
    [0xa8, 0xb8, 0xab, 0xbb, 0x97, 0x96, 0xb9, 0x85, 0x93, 0x94, 0x84, 0x92, 0xa0][i],
  ]),
);

/** The file itself is UTF-8, so that editors and diffs can read it. */
const toWindows1251 = (text) =>
  Buffer.from(
    Array.from(text, (letter) => {
      const code = letter.codePointAt(0);
      if (code < 0x80) return code;
      if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
      return CYRILLIC_1251.get(letter) ?? 0x3f;
    }),
  );

/** Where the config of the demo has each choice sent, and where they are listed. */
const RECORDS = '/consent-records';

async function answer(request, response, receiver) {
  const headers = {
    'cache-control': 'no-store',
    'content-security-policy': POLICY,
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
  };
  const send = (status, body, type = 'text/plain; charset=utf-8') => {
    response.writeHead(status, {...headers, 'content-type': type});
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  try {
    // Throws for what is no path: "//".
    const {pathname} = new URL(request.url, 'http://localhost');
    const {method} = request;
    if (pathname === RECORDS && method === 'POST') {
      // A disk that is full, say: it comes again.
      return send(...(await receiver.take(request).catch(() => [500, 'Not kept'])));
    }
    if (method !== 'GET' && method !== 'HEAD') return send(405, 'Method not allowed');
    if (pathname === RECORDS) return send(200, JSON.stringify(receiver.list()), TYPES['.json']);
    const file = fileOf(pathname);
    if (!file) throw new Error('outside');
    const body = await readFile(file);
    if (file.endsWith(join('ways', 'windows-1251.html'))) {
      return send(200, toWindows1251(body.toString()), 'text/html; charset=windows-1251');
    }
    // Like many hosts, without an encoding: a classic script is then read in the page's own.
    const bare = pathname.startsWith('/dist/') && file.endsWith('.js');
    send(
      200,
      body,
      bare ? 'text/javascript' : (TYPES[extname(file)] ?? 'application/octet-stream'),
    );
  } catch {
    send(404, 'Not found');
  }
}

/**
 * Serves the demo on this machine only.
 * @param {{port?: number, https?: {key: string, cert: string}, records?: string}} options port 0: any free one; records: a
 *   file for what visitors have answered, which is kept in memory otherwise
 * @returns {Promise<{url: string, port: number, close: () => Promise<void>}>}
 */
export async function serve({port = 0, https, records} = {}) {
  const receiver = openReceiver(records);
  const handler = (request, response) => void answer(request, response, receiver);
  const server = https ? createHttpsServer(https, handler) : createHttpServer(handler);
  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  const actual = server.address().port;
  return {
    url: `http${https ? 's' : ''}://localhost:${actual}/`,
    port: actual,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

async function serveNextFree(first) {
  for (let port = first; ; port++) {
    try {
      return await serve({port, records: process.env.RECORDS});
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || port > first + 50) throw error;
    }
  }
}

function openBrowser(url) {
  const [command, ...args] = {
    darwin: ['open', url],
    win32: ['cmd', '/c', 'start', '', url],
  }[process.platform] ?? ['xdg-open', url];
  // The address has been printed; where there is nothing to open it with, that is enough.
  spawn(command, args, {stdio: 'ignore', detached: true})
    .on('error', () => {})
    .unref();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {url} = await serveNextFree(Number(process.env.PORT) || 8080);
  const built = await stat(join(ROOT, 'dist/consent-gate.js')).catch(() => null);
  console.log(`Demo: ${url}${built ? '' : ' (dist/ is missing: npm run build)'}`);
  const interactive = process.stdout.isTTY && !process.env.CI;
  if (interactive && !process.argv.includes('--no-open')) openBrowser(url);
}
