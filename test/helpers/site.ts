import {readFile} from 'node:fs/promises';
import {extname, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import {test as base} from 'playwright/test';
import type {Browser, BrowserContext, BrowserContextOptions, Page} from 'playwright/test';
import type {ConsentGateConfig} from '../../src/config/config.js';
import {createCertificate} from './certificate.js';
import {Internet} from './internet.js';
import type {Arrival, Handler, Reply} from './internet.js';
import {Ledger} from './ledger.js';

export {expect} from 'playwright/test';
export type {Arrival, Reply} from './internet.js';
export type {Ledger, Write} from './ledger.js';

/** A site as in the README, with what the tests ask for most. */
export const config = {
  policy: {url: '/privacy', version: '2026-11-01'},
  operator: {name: 'IMPER Group', email: 'mail@personalimage.ru', country: 'RU'},
  categories: {
    necessary: {},
    functional: {services: [{service: 'youtube', crossBorder: true}]},
    analytics: {
      services: [
        {service: 'yandex-metrica', counterId: 12345678},
        {service: 'google-analytics', measurementId: 'G-TEST12345', crossBorder: true},
      ],
    },
    advertising: {services: []},
  },
} satisfies ConsentGateConfig;

/** What a page for a test is made of. */
export interface Visit {
  /** The page's config; a string is put in as it is, `null` leaves the config script out. */
  config?: ConsentGateConfig | string | null;
  /** How the library comes in: default "lazy", the script that fetches its UI when it needs it. */
  door?: 'lazy' | 'bundle' | 'module' | 'data-config' | 'none';
  /** Markup in `<head>` before the library. */
  head?: string;
  body?: string;
  /** Default "en"; '' for a page that does not say. */
  lang?: string;
  path?: string;
  /** Headers of the page. */
  headers?: Record<string, string>;
  /** Another host than https://www.shop.example, e.g. `http://shop.example` or `https://a.example.co.uk/x`. */
  url?: string;
  /** Another page than the test's first one, e.g. a second tab. */
  page?: Page;
  /** 'commit' where a file of ours is held back, for which Firefox waits with `load`. */
  waitUntil?: 'load' | 'commit';
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HOME = 'https://www.shop.example';
const SITE_HOST = /(^|\.)(shop\.example|shop\.localhost|example\.co\.uk|example\.test)$/;
const TYPES: Record<string, string> = {
  // Like many hosts, without an encoding: a classic script is then read in the page's own.
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
};

/** For the module door: the bare names that `dist/index.js` keeps. */
const IMPORT_MAP = {
  imports: {
    'consent-gate': '/dist/index.js',
    'js-cookie': '/node_modules/js-cookie/dist/js.cookie.mjs',
    lit: '/node_modules/lit/index.js',
    'lit/': '/node_modules/lit/',
    'lit-html': '/node_modules/lit-html/lit-html.js',
    'lit-html/': '/node_modules/lit-html/',
    'lit-element/': '/node_modules/lit-element/',
    '@lit/reactive-element': '/node_modules/@lit/reactive-element/reactive-element.js',
    '@lit/reactive-element/': '/node_modules/@lit/reactive-element/',
  },
};

/** A file of the working tree, for paths that a site would serve from its own folder. */
async function fromDisk(path: string): Promise<Reply | null> {
  if (!/^\/(dist|node_modules)\//.test(path)) return null;
  const file = fileURLToPath(new URL(`.${path}`, new URL(`file://${ROOT.split(sep).join('/')}`)));
  try {
    return {
      headers: {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        // Each load shows in the ledger.
        'cache-control': 'no-cache',
        'access-control-allow-origin': '*',
      },
      body: await readFile(file),
    };
  } catch {
    return null;
  }
}

/** The pages of a test: path or whole address → what is there. */
type Pages = Map<string, Reply>;

const answerForSite =
  (pages: Pages): Handler =>
  async ({url, path}: Arrival) => {
    const {origin, pathname} = new URL(url);
    const page = pages.get(`${origin}${pathname}`) ?? pages.get(pathname);
    if (page) return page;
    if (path === '/favicon.ico') return {status: 204};
    return SITE_HOST.test(new URL(url).hostname)
      ? ((await fromDisk(path)) ?? {
          status: 404,
          headers: {'content-type': 'text/html; charset=utf-8'},
          body: '<!doctype html><title>Not found</title>Not found',
        })
      : null;
  };

const ownsHost = (pages: Pages) => (host: string) =>
  SITE_HOST.test(host) ||
  [...pages.keys()].some((key) => !key.startsWith('/') && new URL(key).hostname === host);

/** Made-up sites in a browser that can reach nothing but what a test has laid out. */
export class Site {
  /** @internal */
  constructor(
    readonly page: Page,
    readonly ledger: Ledger,
    readonly internet: Internet,
    private readonly pages: Pages,
    private readonly browser: Browser,
    private readonly options: BrowserContextOptions,
    private readonly closing: (() => Promise<void>)[],
  ) {}

  get context(): BrowserContext {
    return this.page.context();
  }

  /**
   * Lays out a page or file at a path (on every host) or at a whole address, which makes its host one
   * of the site's.
   * @param more headers and status; a `content-type` of its own replaces html's
   */
  serve(where: string, body: string | Buffer, more: Omit<Reply, 'body'> = {}): void {
    const key = where.startsWith('/') ? where : new URL(where).href.replace(/[?#].*/, '');
    const type = TYPES[extname(key)] ?? 'text/html; charset=utf-8';
    const headers = {'content-type': type, 'cache-control': 'no-cache', ...more.headers};
    this.pages.set(key, {...more, headers, body});
  }

  /**
   * Answers otherwise where an address matches, the latest first: a fault, a delay, another body.
   * @example site.answer(/consent-gate-ui/, () => 'abort');
   */
  answer(match: RegExp | string, handler: Handler): void {
    const matches = (url: string) =>
      typeof match === 'string' ? url.includes(match) : match.test(url);
    this.internet.intercept((request) => (matches(request.url) ? handler(request) : null));
  }

  /** The html of a page as an owner would write it. */
  html({
    config: own = config,
    door = 'lazy',
    head = '',
    body = DEFAULT_BODY,
    lang = 'en',
  }: Visit): string {
    const json = typeof own === 'string' ? own : JSON.stringify(own);
    const inline =
      own === null || door === 'none' || door === 'module' || door === 'data-config'
        ? ''
        : `<script type="application/json" data-consent-gate>${json}</script>`;
    const scripts = {
      lazy: '<script src="/dist/consent-gate.js" defer></script>',
      bundle: '<script src="/dist/consent-gate.bundle.js" defer></script>',
      'data-config':
        '<script src="/dist/consent-gate.js" data-config="/consent.json" defer></script>',
      module:
        `<script type="importmap">${JSON.stringify(IMPORT_MAP)}</script>` +
        `<script type="module">import {startConsentGate} from 'consent-gate';` +
        `window.consent = startConsentGate(${json});</script>`,
      none: '',
    };
    return (
      `<!doctype html><html${lang && ` lang="${lang}"`}><head><meta charset="utf-8">` +
      `<meta name="viewport" content="width=device-width"><title>A shop</title>` +
      `${head}${inline}${scripts[door]}</head><body>${body}</body></html>`
    );
  }

  /** Lays out a page and goes there. */
  async visit(visit: Visit = {}): Promise<Page> {
    const url = new URL(visit.path ?? (visit.url ? '' : '/'), visit.url ?? HOME);
    const page = visit.page ?? this.page;
    this.serve(url.href, this.html(visit), {headers: visit.headers});
    if (visit.door === 'data-config' && visit.config !== null) {
      const own = visit.config ?? config;
      this.serve(`${url.origin}/consent.json`, typeof own === 'string' ? own : JSON.stringify(own));
    }
    await page.goto(url.href, {waitUntil: visit.waitUntil ?? 'load'});
    return page;
  }

  /** Another visitor with an empty browser: the same pages, an internet and a ledger of their own. */
  async newVisitor(options: BrowserContextOptions = {}): Promise<Site> {
    const internet = new Internet(certificate, answerForSite(this.pages), ownsHost(this.pages));
    await internet.open();
    const own = {...this.options, ...options, proxy: {server: internet.proxy}};
    const context = await this.browser.newContext(own);
    this.closing.push(async () => {
      await context.close();
      await internet.close();
    });
    const ledger = await Ledger.open(context, internet);
    const page = await context.newPage();
    return new Site(page, ledger, internet, this.pages, this.browser, this.options, this.closing);
  }

  /** Ends visits of visitors who came by `newVisitor`: a thousand open at a time are too many. */
  async endVisits(): Promise<void> {
    for (const close of this.closing.splice(0)) await close();
  }
}

const DEFAULT_BODY =
  '<main><h1>A shop</h1><p><a href="/two">Next page</a> ' +
  '<button type="button" id="page-button">A button of the page</button></p>' +
  '<label>Search <input name="search"></label></main>' +
  '<footer><button type="button" data-consent-open>Cookie settings</button></footer>';

const certificate = createCertificate([
  'shop.example',
  '*.shop.example',
  'example.co.uk',
  '*.example.co.uk',
  '*.example.test',
]);

/** What a test is given. */
export interface Fixtures {
  pages: Pages;
  internet: Internet;
  ledger: Ledger;
  site: Site;
}

/**
 * Playwright's `test` with `site` (pages on made-up hosts, vendors played by the stand-ins) and
 * `ledger` (what left the browser and what stayed in it).
 */
export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright wants the braces
  pages: async ({}, use) => use(new Map()),
  internet: async ({pages}, use) => {
    const internet = new Internet(certificate, answerForSite(pages), ownsHost(pages));
    await internet.open();
    await use(internet);
    await internet.close();
  },
  proxy: async ({internet}, use) => use({server: internet.proxy}),
  ignoreHTTPSErrors: true,
  launchOptions: [
    async ({launchOptions, browserName}, use) => {
      if (browserName !== 'chromium') return use(launchOptions);
      // The context's option alone does not reach requests that outlive their page.
      const trust = `--ignore-certificate-errors-spki-list=${certificate.spki}`;
      await use({...launchOptions, args: [...(launchOptions.args ?? []), trust]});
    },
    {scope: 'worker'},
  ],
  ledger: async ({context, internet}, use) => use(await Ledger.open(context, internet)),
  site: async ({ledger, page, internet, pages, browser, contextOptions}, use) => {
    const options = {ignoreHTTPSErrors: true, ...contextOptions};
    const site = new Site(page, ledger, internet, pages, browser, options, []);
    await use(site);
    await site.endVisits();
  },
});
