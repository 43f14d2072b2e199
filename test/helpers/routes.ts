import type {Page} from 'playwright/test';

/** How a router of the page can bring its next view. */
export const swaps = [
  'replaceChildren',
  'innerHTML',
  'one by one',
  'new body',
  'body set',
  'view transition',
] as const;
export type Swap = (typeof swaps)[number];

/** What a route change did to what is ours. */
export interface RouteChange {
  path: string;
  swap: Swap;
  /** Frames until everything that was asked for was there again; 10 when it did not come. */
  frames: number;
  /** Elements of ours in the document after these. */
  choices: number;
  openers: number;
}

interface Router extends Window {
  swapBody(swap: Swap, html: string): Promise<void>;
  changeRoutes(options: object): Promise<RouteChange[]>;
}

/** What must be there after each route change. */
export type Wanted = 'banner' | 'opener' | 'nothing';

/** Gives each of the page's next documents a router. */
export async function installRouter(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const deeds: Record<Swap, (html: string) => unknown> = {
      replaceChildren(html) {
        const template = document.createElement('template');
        template.innerHTML = html;
        document.body.replaceChildren(template.content);
      },
      innerHTML(html) {
        document.body.innerHTML = html;
      },
      'one by one'(html) {
        while (document.body.firstChild) document.body.firstChild.remove();
        document.body.insertAdjacentHTML('beforeend', html);
      },
      'new body'(html) {
        const body = document.createElement('body');
        body.innerHTML = html;
        document.body.replaceWith(body);
      },
      'body set'(html) {
        const body = document.createElement('body');
        body.innerHTML = html;
        document.body = body;
      },
      async 'view transition'(html) {
        const swap = () => deeds.replaceChildren(html);
        if (!document.startViewTransition) return swap();
        const {updateCallbackDone, finished} = document.startViewTransition(swap);
        // A hidden page has none.
        finished.catch(() => {});
        await updateCallbackDone;
      },
    };
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const shown = (element: Element | null | undefined) => !!element?.getClientRects().length;

    const router: Partial<Router> = {
      swapBody: async (swap, html) => void (await deeds[swap](html)),
      async changeRoutes(options) {
        const {paths, swaps, html, wanted} = options as {
          paths: string[];
          swaps: Swap[];
          html: string;
          wanted: Wanted;
        };
        const choices = () => [...document.querySelectorAll('consent-choice')];
        const openers = () => [...document.querySelectorAll('body > button[data-consent-open]')];
        const isThere = {
          banner: () => choices().some((e) => shown(e.shadowRoot?.querySelector('[part~=banner]'))),
          opener: () => openers().some(shown),
          nothing: () => true,
        }[wanted];
        const changes: RouteChange[] = [];
        for (const [i, path] of paths.entries()) {
          const swap = swaps[i % swaps.length]!;
          history.pushState(null, '', path);
          await deeds[swap](html.replaceAll('PATH', path));
          let frames = 0;
          do await frame();
          while (++frames < 10 && !isThere());
          // One more, for what comes too much.
          await frame();
          changes.push({
            path,
            swap,
            frames,
            choices: choices().length,
            openers: openers().length,
          });
        }
        return changes;
      },
    };
    Object.assign(window, router);
  });
}

/** Goes to so many routes, `/<name>-0` and on, each with the next kind of swap. */
export const changeRoutes = (
  page: Page,
  options: {name: string; n: number; wanted: Wanted; html?: string},
): Promise<RouteChange[]> =>
  page.evaluate((options) => (window as unknown as Router).changeRoutes(options), {
    html: '<main><h1>PATH</h1><label>Search <input></label></main>',
    ...options,
    paths: Array.from({length: options.n}, (_, i) => `/${options.name}-${i}`),
    swaps,
  });

/** Swaps the body, on the same route. */
export const swapBody = (page: Page, swap: Swap, html: string): Promise<void> =>
  page.evaluate(({swap, html}) => (window as unknown as Router).swapBody(swap, html), {swap, html});

/** As a link of a single-page application does. */
export const pushState = (page: Page, path: string): Promise<void> =>
  page.evaluate((path) => history.pushState(null, '', path), path);
