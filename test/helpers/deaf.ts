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
 * Has the page's next documents see for a while, once told, only what they write themselves into the jar: in
 * Firefox each process has a copy, and on a loaded machine another tab's cookie is some time on its way.
 * Told by `lag`, a property of the window: until when, in ms since the epoch.
 */
export async function lagging(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const {get, set, ...rest} = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!;
    const read = () => get!.call(document) as string;
    let copy = '';
    let until = 0;
    Object.defineProperty(window, 'lag', {
      set(time: number) {
        until = time;
        copy = read();
      },
    });
    Object.defineProperty(Document.prototype, 'cookie', {
      ...rest,
      get: () => (Date.now() < until ? copy : read()),
      set(text: string) {
        set!.call(document, text);
        copy = read();
      },
    });
  });
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
