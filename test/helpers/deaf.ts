import type {Page} from 'playwright/test';

/** Ways by which a tab can hear of a change that another tab has made. */
export type Way = 'BroadcastChannel' | 'cookieStore';

/** Takes ways from the page's next documents, as a browser that never had them. */
export async function without(page: Page, ...ways: Way[]): Promise<void> {
  await page.addInitScript((ways) => {
    for (const way of ways) {
      // On the window itself, or on its prototype.
      Reflect.deleteProperty(window, way);
      Reflect.deleteProperty(Window.prototype, way);
    }
  }, ways);
}

/**
 * Lets the page's next documents tell other tabs, but hear nothing of them.
 * @param types events that they do not hear of either, whoever they are of
 */
export async function deafen(page: Page, ...types: string[]): Promise<void> {
  await page.addInitScript((types) => {
    const {addEventListener} = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, ...more) {
      const deaf =
        types.includes(type) ||
        this instanceof BroadcastChannel ||
        (typeof CookieStore !== 'undefined' && this instanceof CookieStore);
      if (!deaf) addEventListener.call(this, type, ...more);
    };
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', {set() {}});
    if (typeof CookieStore !== 'undefined') {
      Object.defineProperty(CookieStore.prototype, 'onchange', {set() {}});
    }
  }, types);
}
