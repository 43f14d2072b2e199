import {readFileSync} from 'node:fs';
import type {
  AutoConsentCMPRule,
  BackgroundMessage,
  Config,
  ContentScriptMessage,
} from '@duckduckgo/autoconsent';
import type {Frame, Page} from 'playwright/test';

declare global {
  interface Window {
    /** What the engine is told things by. */
    autoconsentReceiveMessage(message: BackgroundMessage): Promise<void>;
  }
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const PACKAGE = 'node_modules/@duckduckgo/autoconsent';

/** The content script as DuckDuckGo's own tests run it: it knows its extension by two functions only. */
const ENGINE = read(`${PACKAGE}/dist/autoconsent.playwright.js`);

/** Our rule, as it is shipped. */
export const ourRule = () =>
  JSON.parse(read('dist/privacy-tools/autoconsent.json')) as AutoConsentCMPRule;

/** The rules of DuckDuckGo's apps. */
export const theirRules = () =>
  (JSON.parse(read(`${PACKAGE}/rules/rules.json`)) as {autoconsent: AutoConsentCMPRule[]})
    .autoconsent;

/**
 * Puts DuckDuckGo's autoconsent into the pages to come, as early as a browser does, and answers it as its
 * extension would.
 * @returns what it says, while it says it
 */
export async function installAutoconsent(
  page: Page,
  {rules = [ourRule()], ...config}: Partial<Config> & {rules?: AutoConsentCMPRule[]},
): Promise<readonly ContentScriptMessage[]> {
  const messages: ContentScriptMessage[] = [];
  const tell = (frame: Frame, message: BackgroundMessage) =>
    frame.evaluate((said) => window.autoconsentReceiveMessage(said), message);

  let selfTest = false;
  await page.exposeBinding(
    'autoconsentSendMessage',
    async ({frame}, message: ContentScriptMessage) => {
      messages.push(message);
      if (message.type === 'init') {
        // It fills in the rest.
        await tell(frame, {
          type: 'initResp',
          rules: {autoconsent: rules},
          config: config as Config,
        });
      } else if (message.type === 'eval') {
        const result: unknown = await frame.evaluate(message.code);
        await tell(frame, {type: 'evalResp', id: message.id, result});
      } else if (message.type === 'optOutResult') {
        selfTest = message.scheduleSelfTest;
      } else if (message.type === 'autoconsentDone' && selfTest) {
        await tell(frame, {type: 'selfTest'});
      }
    },
  );
  await page.addInitScript(ENGINE);
  return messages;
}
