import {readFile} from 'node:fs/promises';
import {createServer as createHttpServer} from 'node:http';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {createServer as createHttpsServer} from 'node:https';
import type {AddressInfo, Socket} from 'node:net';
import {answer} from '../stand-ins/answer.mjs';
import {isVendorHost} from '../stand-ins/hosts.mjs';
import type {Certificate} from './certificate.js';

/** A request that has left the browser. */
export interface Arrival {
  /** ms since the test's start */
  time: number;
  method: string;
  url: string;
  host: string;
  path: string;
  /** What asked: "script", "image", "iframe", "empty" (fetch, beacon) …; empty on plain http. */
  dest: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** `leak`: a host that nobody here answers. */
  kind: 'site' | 'vendor' | 'leak';
}

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  /** In pieces: as a slow server sends it. */
  body?: string | Buffer | AsyncIterable<string>;
}

/** What browsers ask for by themselves; no page has a part in it. */
const BROWSERS_OWN =
  /^((content-autofill|update|optimizationguide-pa|safebrowsing|clientservices)\.googleapis\.com|(accounts|clients\d?|android\.clients)\.google\.com|([a-z.-]+\.)?(mozilla\.(com|net|org)|firefox\.com))$/;

/** `abort` breaks the connection, `stall` never answers. */
export type Handler = (
  request: Arrival,
) =>
  | Reply
  | 'abort'
  | 'stall'
  | null
  | undefined
  | Promise<Reply | 'abort' | 'stall' | null | undefined>;

/**
 * The whole internet of one test: an HTTP proxy that ends TLS itself and answers for the site, its
 * dist files and the vendors. Nothing reaches a real network.
 *
 * A proxy and not Playwright's `route`: in Chromium what a page sends at `pagehide`, at
 * `visibilitychange` or with a service worker is not seen by `route` and goes out to the real
 * vendor. Here everything that leaves the browser arrives.
 */
export class Internet {
  readonly arrivals: Arrival[] = [];
  /** Time of the last arrival, to see when the line is quiet. */
  lastAt = Date.now();

  readonly #handlers: Handler[] = [];
  readonly #site: Handler;
  readonly #isSite: (host: string) => boolean;
  readonly #start = Date.now();
  readonly #sockets = new Set<Socket>();
  readonly #proxy = createHttpServer();
  readonly #tls;

  /**
   * @param site answers for the hosts of the site
   * @param isSite whether a host is the site's
   */
  constructor(certificate: Certificate, site: Handler, isSite: (host: string) => boolean) {
    this.#site = site;
    this.#isSite = isSite;
    this.#tls = createHttpsServer({key: certificate.key, cert: certificate.cert});
    this.#tls.on('request', (request, response) => void this.#take(request, response, 'https'));
    this.#proxy.on('request', (request, response) => void this.#take(request, response, 'http'));
    this.#tls.on('upgrade', (request: IncomingMessage, socket: Socket) => {
      this.#log(request, `wss://${request.headers.host}${request.url}`, '');
      socket.destroy();
    });
    this.#tls.on('tlsClientError', () => {});
    this.#proxy.on('connect', (request: IncomingMessage, socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => this.#sockets.delete(socket));
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      // WebSockets on plain http come this way too.
      const plain = request.url?.endsWith(':80');
      (plain ? this.#proxy : this.#tls).emit('connection', socket);
    });
    this.#proxy.on('upgrade', (request: IncomingMessage, socket: Socket) => {
      this.#log(request, `ws://${request.headers.host}${request.url}`, '');
      socket.destroy();
    });
    this.#proxy.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((done) => this.#proxy.listen(0, '127.0.0.1', done));
  }

  /** Address of the proxy. */
  get proxy(): string {
    return `http://127.0.0.1:${(this.#proxy.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#tls.close();
    await new Promise((done) => this.#proxy.close(done));
  }

  /** Asked before anything else; the latest first. What it does not answer falls through. */
  intercept(handler: Handler): void {
    this.#handlers.unshift(handler);
  }

  clear(): void {
    this.arrivals.length = 0;
  }

  #log(request: IncomingMessage, url: string, body: string): Arrival {
    const {hostname, pathname} = new URL(url);
    const arrival: Arrival = {
      time: Date.now() - this.#start,
      method: request.method ?? 'GET',
      url,
      host: hostname,
      path: pathname,
      dest: String(request.headers['sec-fetch-dest'] ?? ''),
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      body,
      kind: isVendorHost(hostname) ? 'vendor' : this.#isSite(hostname) ? 'site' : 'leak',
    };
    if (!BROWSERS_OWN.test(hostname)) {
      this.lastAt = Date.now();
      this.arrivals.push(arrival);
    }
    return arrival;
  }

  async #take(request: IncomingMessage, response: ServerResponse, scheme: 'http' | 'https') {
    // A proxied plain http request carries its whole address.
    const path = request.url ?? '/';
    const url = /^http:/.test(path) ? path : `${scheme}://${request.headers.host}${path}`;
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      // Cut off while sending: it has left the browser all the same.
    }
    const arrival = this.#log(request, url, Buffer.concat(chunks).toString());
    const reply = await this.#answer(arrival).catch((error: unknown): Reply => {
      console.error(error);
      return {status: 500, body: String(error)};
    });
    if (reply === 'stall') return;
    if (reply === 'abort') {
      request.socket.destroy();
      return;
    }
    response.writeHead(reply.status ?? 200, reply.headers ?? {});
    const {body = ''} = reply;
    if (typeof body === 'string' || Buffer.isBuffer(body)) return void response.end(body);
    for await (const piece of body) response.write(piece);
    response.end();
  }

  async #answer(arrival: Arrival): Promise<Reply | 'abort' | 'stall'> {
    for (const handler of [...this.#handlers, this.#vendor, this.#site]) {
      const reply = await handler(arrival);
      if (reply) return reply;
    }
    // Not "abort": a browser may ask again after a broken connection, and would be counted twice.
    return {status: 502, headers: {'access-control-allow-origin': '*'}};
  }

  readonly #vendor: Handler = ({url, method, headers}) =>
    answer({url, method, origin: headers['origin'] ?? null}, readStandIn);
}

const texts = new Map<string, Promise<string>>();
const readStandIn = (file: string): Promise<string> => {
  let text = texts.get(file);
  if (!text) {
    text = readFile(new URL(`../stand-ins/${file}`, import.meta.url), 'utf8');
    texts.set(file, text);
  }
  return text;
};
