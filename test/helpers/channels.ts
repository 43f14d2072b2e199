import type {Page} from 'playwright/test';

interface Overheard extends Window {
  channelNames: string[];
  said: unknown[];
}

/** Has the page's next documents write down which channels they open, and what they say on them. */
export async function overhear(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const names: string[] = [];
    const said: unknown[] = [];
    Object.assign(window, {channelNames: names, said});
    window.BroadcastChannel = class extends BroadcastChannel {
      constructor(name: string) {
        super(name);
        names.push(name);
      }
      override postMessage(message: unknown) {
        said.push(message);
        super.postMessage(message);
      }
    };
  });
}

/** Names of the channels that the document has opened. */
export const channelsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...new Set((window as unknown as Overheard).channelNames)]);

/** What the document has said on them. */
export const saidBy = (page: Page): Promise<unknown[]> =>
  page.evaluate(() => (window as unknown as Overheard).said);
