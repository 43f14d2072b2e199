import type {Choice} from '../../decision/choice.js';
import {COLOURS} from './colours.js';

/**
 * Looks whether the owner has given colours of their own, and then has them measured: in a file that is fetched where
 * there are any.
 * @param signal ends it
 * @returns looks; again only where they have changed
 */
export function watchColours(
  host: HTMLElement,
  {theme = 'auto'}: Pick<Choice, 'theme'>,
  signal: AbortSignal,
): () => void {
  /** The owner's looks when they were looked at, and what measures them. */
  let seen = '';
  let measuring: Promise<() => void> | undefined;
  return () => {
    try {
      const given = getComputedStyle(host);
      const values = Object.keys(COLOURS).map((name) => given.getPropertyValue(name));
      let now = values.some(Boolean) ? values.join(';') : '';
      const shown = host.shadowRoot!.querySelector('[part=banner]');
      if (shown) {
        const layer = getComputedStyle(shown);
        const button = getComputedStyle(shown.querySelector('button')!);
        // Not as our styles have it, so there is a `::part` rule.
        if (button.color !== layer.backgroundColor || button.backgroundColor !== layer.color)
          now += '::part';
      }
      if (now === seen) return;
      seen = now;
      measuring ??= import('./legible.js').then(({keepLegible}) =>
        keepLegible(host, theme, COLOURS, signal),
      );
      // Meanwhile it may be over.
      measuring.then((measure) => signal.aborted || measure()).catch(() => {});
    } catch {
      // A page may have changed what browsers do.
    }
  };
}
