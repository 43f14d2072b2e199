import {globals} from './globals.js';

/** What we have told Google about consent; it stays in the layer when the rest is dropped. */
export const told = new Set<unknown>();

/** A page's; what is called so may be anything. */
type Layer = (Readonly<Record<string, unknown>> | undefined)[];

/** The page's `dataLayer`, made where there is none. */
export const layer = (): unknown[] =>
  (Array.isArray(globals['dataLayer'])
    ? globals['dataLayer']
    : (globals['dataLayer'] = [])) as unknown[];

/**
 * Drops what must not be sent: commands, events and purchases from before the grant or after the withdrawal.
 * Variables (objects without an event) stay, after what we have told; the layer is the page's and is never patched.
 * @param list the layer; what is none is left alone
 * @param early whether events stay as well: commands that consent or configure never do
 */
export const drop = (list: Layer | undefined, early?: boolean): void => {
  list?.splice?.(
    0,
    Infinity,
    ...(told as Set<never>),
    ...list.filter(
      (item) =>
        item &&
        (early
          ? // `event`, `set`, or no command at all, which has nothing in the first place.
            /^[esu]/.test(item[0] as string)
          : // Commands, lists and functions have a length.
            item['length'] === undefined && !item['event'] && !item['ecommerce']),
    ),
  );
};
