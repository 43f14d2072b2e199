import type {BrowserContext, ConsoleMessage, Cookie, Page, Request} from 'playwright/test';
import type {Arrival, Internet} from './internet.js';

/** Something a page wrote, as its own code said it. */
export interface Write {
  /** "cookie", "local", "session", "indexedDB", "caches" */
  where: string;
  /** Name of the cookie, key or database. */
  name: string;
  /** The whole cookie line, or the value. */
  text: string;
  /** Address of the document that wrote. */
  page: string;
  stack: string;
}

export interface StorageContents {
  local: Record<string, string>;
  session: Record<string, string>;
}

/** Everything that leaves the browser or is left in it, in one test. */
export class Ledger {
  /** Every cookie write, deletions included, that a page's code made. */
  readonly cookieWrites: Write[] = [];
  /** Every write to web storage, IndexedDB and caches; removals are not writes. */
  readonly storageWrites: Write[] = [];
  /** `<link rel="preconnect">` and `dns-prefetch`: headless browsers do not act on them, others do. */
  readonly hints: string[] = [];
  /** Requests the browser has started, also those that CSP or a failure kept from leaving. */
  readonly attempts: string[] = [];

  readonly #console: string[] = [];
  readonly #running = new Set<Request>();
  readonly #context: BrowserContext;
  readonly #internet: Internet;

  private constructor(context: BrowserContext, internet: Internet) {
    this.#context = context;
    this.#internet = internet;
  }

  /** To be called before the context's first page is opened. */
  static async open(context: BrowserContext, internet: Internet): Promise<Ledger> {
    const ledger = new Ledger(context, internet);
    await context.exposeBinding('__ledgerWrite', (_source, write: Write) => {
      if (write.where === 'hint') ledger.hints.push(`${write.name} ${write.text}`);
      else (write.where === 'cookie' ? ledger.cookieWrites : ledger.storageWrites).push(write);
      internet.lastAt = Date.now();
    });
    await context.addInitScript(patchWriters);
    context.on('request', (request) => {
      if (/^(data|blob|about):/.test(request.url())) return;
      ledger.attempts.push(`${request.method()} ${request.url()}`);
      ledger.#running.add(request);
    });
    context.on('response', (response) => ledger.#running.delete(response.request()));
    context.on('requestfailed', (request) => ledger.#running.delete(request));
    context.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        ledger.#console.push(`${message.type()}: ${message.text()}`);
      }
    });
    context.on('weberror', (error) => {
      ledger.#console.push(`uncaught: ${error.error().message}`);
    });
    return ledger;
  }

  /** All requests that have left the browser, in order. */
  get requests(): readonly Arrival[] {
    return this.#internet.arrivals;
  }

  /** Requests to vendors and to hosts nobody knows. */
  vendorRequests(host?: string): Arrival[] {
    return this.requests.filter(
      (request) => request.kind !== 'site' && (host === undefined || request.host === host),
    );
  }

  /** Requests to hosts that are neither the site's nor a vendor's with a stand-in. */
  leaks(): Arrival[] {
    return this.requests.filter((request) => request.kind === 'leak');
  }

  /** Names of the library's own files that were asked for, in order: `['consent-gate.js']`. */
  libraryRequests(): string[] {
    return this.requests
      .filter(({kind, path}) => kind === 'site' && path.startsWith('/dist/'))
      .map(({path}) => path.slice('/dist/'.length));
  }

  /** The cookies that are there now, of all hosts; HttpOnly ones too. */
  cookies(url?: string): Promise<Cookie[]> {
    return this.#context.cookies(url);
  }

  /** Their names, sorted. */
  async cookieNames(url?: string): Promise<string[]> {
    return (await this.cookies(url)).map(({name}) => name).sort();
  }

  /** What is in the web storage of a page's origin now. */
  async storage(page: Page | undefined = this.#context.pages()[0]): Promise<StorageContents> {
    if (!page) return {local: {}, session: {}};
    return page.evaluate(() => {
      // Not by spreading: a key named like a method would be missed.
      const contents = (storage: Storage) =>
        Object.fromEntries(
          Array.from({length: storage.length}, (_, index) => {
            const key = storage.key(index)!;
            return [key, storage.getItem(key)!];
          }),
        );
      return {local: contents(localStorage), session: contents(sessionStorage)};
    });
  }

  /** Errors, warnings and uncaught exceptions of all pages, but those that match `except`. */
  consoleProblems({except}: {except?: RegExp} = {}): string[] {
    return this.#console.filter((line) => !except?.test(line));
  }

  /**
   * Every trace of anybody but the site itself, as lines that read well in a failed `toEqual([])`:
   * what has to be empty before a choice and after a refusal. The decision's own cookie is none.
   */
  async traces({except}: {except?: RegExp} = {}): Promise<string[]> {
    const site = new Set(this.requests.filter(({kind}) => kind === 'site').map(({host}) => host));
    const foreign = (line: string) => !site.has(new URL(line.replace(/^\S+ /, '')).hostname);
    const own = /^(__Host-|__Secure-)?consent-gate$/;
    const {local, session} = await this.storage();
    return [
      ...this.vendorRequests().map(({method, url}) => `sent: ${method} ${url}`),
      ...this.attempts.filter(foreign).map((line) => `tried: ${line}`),
      ...this.hints.filter(foreign).map((line) => `hinted: ${line}`),
      ...this.cookieWrites.filter(({name}) => !own.test(name)).map(({text}) => `cookie: ${text}`),
      ...(await this.cookies())
        .filter(({name}) => !own.test(name))
        .map(({name, domain}) => `in the jar: ${name} of ${domain}`),
      ...this.storageWrites.map(({where, name}) => `stored: ${where} ${name}`),
      ...Object.keys(local).map((key) => `in localStorage: ${key}`),
      ...Object.keys(session).map((key) => `in sessionStorage: ${key}`),
    ].filter((line) => !except?.test(line));
  }

  /**
   * Waits until nothing has been sent or written for a while and no request is on its way to us; one
   * that never comes is waited for no longer than `most`.
   */
  async settle(quiet = 300, most = 3000): Promise<void> {
    const asked = Date.now();
    for (;;) {
      const now = Date.now();
      const idle = now - Math.max(this.#internet.lastAt, asked);
      // What was sent while a page went away gets no response that Playwright tells of.
      const arrived = new Set(this.requests.map(({url}) => url));
      const busy = [...this.#running].some((request) => !arrived.has(request.url()));
      if (idle >= quiet && !(busy && now - asked < most)) return;
      await new Promise((done) => setTimeout(done, Math.max(quiet - idle, 20)));
    }
  }

  /** Forgets what was so far; what lies in the browser stays there. */
  clear(): void {
    this.#internet.clear();
    this.cookieWrites.length = 0;
    this.storageWrites.length = 0;
    this.hints.length = 0;
    this.attempts.length = 0;
    this.#console.length = 0;
  }
}

/** Runs in every document before its first script: tells the ledger of each write, then writes. */
function patchWriters() {
  const globals = globalThis as unknown as Record<string, (write: object) => unknown>;
  const tell = globals['__ledgerWrite'];
  const write = (where: string, name: unknown, text: unknown) => {
    try {
      void tell?.({
        where,
        name: String(name),
        text: String(text),
        page: location.href,
        stack: new Error().stack ?? '',
      });
    } catch {
      // A page that is going away cannot tell any more.
    }
  };

  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!;
  Object.defineProperty(Document.prototype, 'cookie', {
    ...cookie,
    set(this: Document, line: string) {
      write('cookie', String(line).split('=')[0]!.trim(), line);
      cookie.set!.call(this, line);
    },
  });
  if ('CookieStore' in globalThis) {
    const {set} = CookieStore.prototype;
    CookieStore.prototype.set = function (this: CookieStore, ...args: unknown[]) {
      const [first, value] = args as [string | {name: string; value: string}, string?];
      const name = typeof first === 'string' ? first : first.name;
      write('cookie', name, `${name}=${typeof first === 'string' ? value : first.value}`);
      return (set as (...args: unknown[]) => Promise<void>).apply(this, args);
    };
  }
  const {setItem} = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    let where = 'session';
    try {
      if (this === localStorage) where = 'local';
    } catch {
      // No storage here; the original will say so.
    }
    write(where, key, value);
    setItem.call(this, key, value);
  };
  const hinted = new Set<string>();
  // Also where markup is called like it.
  const {querySelectorAll} = Document.prototype;
  new MutationObserver(() => {
    const links = querySelectorAll.call(document, 'link[rel][href]') as NodeListOf<HTMLLinkElement>;
    for (const link of links) {
      const hint = /\b(preconnect|dns-prefetch)\b/i.exec(link.rel)?.[1];
      if (!hint || hinted.has(hint + link.href)) continue;
      hinted.add(hint + link.href);
      write('hint', hint, link.href);
    }
  }).observe(document, {childList: true, subtree: true, attributeFilter: ['rel', 'href']});

  if (typeof IDBFactory !== 'undefined') {
    const {open} = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...args) {
      write('indexedDB', args[0], '');
      return open.apply(this, args);
    };
  }
  if (typeof CacheStorage !== 'undefined') {
    const {open} = CacheStorage.prototype;
    CacheStorage.prototype.open = function (name) {
      write('caches', name, '');
      return open.call(this, name);
    };
  }
}
