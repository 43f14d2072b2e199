import {createElement, select} from './browser/document.js';
import type {ConsentGateConfig} from './config/config.js';

/** `messages.open` in English. */
export const LABEL = 'Cookie settings';
/** The same in the other languages. */
export const LABELS: Readonly<Record<string, string>> = {
  ru: 'Настройки cookie',
};

const OPENERS = '[data-consent-open]';

/** All of it inline and important: no rule of the page is stronger. */
const STYLE =
  'all:revert;position:fixed;bottom:12px;z-index:9999;border-radius:99px;border:1px solid;inset-inline-*:12px;padding:8px 12px;';

export interface Opener {
  /** Shows the button, or takes it away where it is not wanted or the page has an opener of its own. */
  offer(wanted: boolean): void;
  /** Told what has changed in the document: lost with others it comes back, taken away by itself it does not. */
  restore(changes: readonly MutationRecord[]): void;
}

/**
 * The visitor's way back to the preferences: the page's own openers, else a small button of ours. A
 * plain element of the core: a returning visitor needs no file of the UI for it.
 * @param open called for a click on either
 * @param signal ends the listening
 */
export function createOpener(
  {openButton = 'start', texts}: ConsentGateConfig,
  language: () => string,
  open: () => void,
  signal: AbortSignal,
): Opener {
  const button = createElement('button');
  button.dataset['consentOpen'] = '';
  const onClick = (event: Event) => {
    // By the path, which leads through shadow roots; and no call of a method that a form's field could shadow.
    const path = event.composedPath() as Partial<HTMLElement>[];
    if (path.some(({dataset}) => dataset?.['consentOpen'] != null)) {
      event.preventDefault();
      open();
    }
  };
  document.addEventListener('click', onClick, {signal});

  let offered = false;
  const offer = (wanted: boolean) => {
    offered = wanted;
    if (!wanted || !openButton || [...select(OPENERS)].some((opener) => opener !== button)) {
      return button.remove();
    }
    button.lang = language();
    button.textContent = texts?.[button.lang]?.['open'] ?? LABELS[button.lang.slice(0, 2)] ?? LABEL;
    button.style.cssText = STYLE.replace('*', openButton).replaceAll(';', '!important;');
    try {
      // It may have the focus.
      if (!button.isConnected) document.body.append(button);
    } catch {
      // There is none yet, or images called `body` shadow it.
    }
  };
  return {
    offer,
    restore(changes) {
      const removed = changes.flatMap(({removedNodes}) => [...removedNodes]);
      if (offered && removed[0] && !button.isConnected) {
        offer(removed.some((node) => node !== button));
      }
    },
  };
}
