import {createServer, type AddressInfo} from 'node:net';
import type {Page} from 'playwright/test';
import {Ledger} from './ledger.js';
import {Site, test as base} from './site.js';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const {port} = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

interface Background {
  /** A site in a browser of its own, where only one tab is visible. Chromium only. */
  background: Site;
}

/**
 * `test` with tabs that are really in the background. In a browser that Playwright has set up every
 * page has the focus for ever, and a visible page cannot be frozen; so this one it only joins.
 */
export const test = base.extend<Background>({
  background: async ({internet, pages, playwright, launchOptions}, use) => {
    const port = await freePort();
    const {chromium} = playwright;
    const launched = await chromium.launch({
      ...launchOptions,
      proxy: {server: internet.proxy},
      args: [...(launchOptions.args ?? []), `--remote-debugging-port=${port}`],
    });
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, {noDefaults: true});
    const context = browser.contexts()[0]!;
    const ledger = await Ledger.open(context, internet);
    const page = await context.newPage();
    await use(new Site(page, ledger, internet, pages, browser, {}, []));
    await browser.close();
    await launched.close();
  },
});

/** Has the browser put a tab that is in the background to sleep. */
export async function freeze(tab: Page): Promise<void> {
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send('Page.setWebLifecycleState', {state: 'frozen'});
}

/** Wakes it. */
export async function resume(tab: Page): Promise<void> {
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send('Page.setWebLifecycleState', {state: 'active'});
}
