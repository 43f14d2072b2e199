import {createElement, ofDocument, select} from './browser/document.js';
import type {ConsentGateConfig} from './config/config.js';
import {languages} from './locales/languages.js';

/** `messages.open` of the two languages that most of our sites speak: they load nothing for it. */
export const LABELS: Readonly<Record<string, string>> = {
  en: 'Cookie settings',
  ru: 'Настройки cookie',
};

const OPENERS = '[data-consent-open]';

export interface Opener {
  /** Shows the button, or takes it away where it is not wanted or the page has an opener of its own. */
  offer(wanted?: unknown): unknown;
  /**
   * Told what has changed in the document: lost with others the button comes back, taken away by itself it does not,
   * and it goes where the page has got an opener.
   */
  restore(changes: readonly MutationRecord[]): void;
}

/**
 * The visitor's way back to the preferences: the page's own openers, else a small button of ours. A
 * plain element of the core: a returning visitor needs no file of the UI for it.
 * @param open called for a click on either
 * @param listening its signal ends the listening
 */
export function createOpener(
  {openButton, texts}: ConsentGateConfig,
  language: (known?: readonly string[]) => string,
  open: () => void,
  fetch: (name: 'locale-en') => Promise<{readonly messages: {readonly open: string}}>,
  listening: {readonly signal: AbortSignal},
): Opener {
  const button = createElement('button');
  /**
   * All of it inline and important: no rule of the page is stronger. Higher up where it would lie over what a key has
   * brought the focus to (WCAG 2.4.11).
   */
  const place = () => {
    const focused = ofDocument('activeElement');
    if (focused === button) return;
    button.style.cssText =
      `all:revert;z-index:999;inset-inline-${openButton || 'start'}:12px;border-radius:99px;border:1px solid;position:fixed;font-size:medium;bottom:${focused && focused.getBoundingClientRect().top > innerHeight - 60 ? 60 : 12}px;padding:12px;`.replaceAll(
        ';',
        '!important;',
      );
  };
  button.dataset['consentOpen'] = '';
  const onClick = (event: Event) => {
    // By the path, which leads through shadow roots; and no call of a method that a form's field could shadow.
    const path = event.composedPath() as Partial<HTMLElement>[];
    if (path.some(({dataset}) => dataset?.['consentOpen'] != null)) {
      event.preventDefault();
      open();
    }
  };
  document.addEventListener('click', onClick, listening);
  // Not at `focusin`: the page may still scroll, and a pointer be on its way to the button.
  document.addEventListener('keyup', place, listening);

  let offered: unknown;
  const offer = async (wanted?: unknown) => {
    offered = wanted;
    // Another than the button.
    if (!wanted || select(OPENERS)[+button.isConnected]) {
      return button.remove();
    }
    try {
      const spoken = language(languages);
      button.textContent =
        texts?.[(button.lang = language())]?.['open'] ??
        LABELS[(button.lang = spoken)] ??
        (await fetch(`locale-${spoken}` as 'locale-en').catch(() => {}))?.messages.open ??
        LABELS['en']!;
      place();
      // It may have the focus.
      if (offered && !button.isConnected) document.body.append(button);
    } catch {
      // There is no body yet, or images called `body` shadow it.
    }
  };
  return {
    offer,
    restore(changes) {
      const removed = changes.flatMap(({removedNodes}) => [...removedNodes]);
      if (button.isConnected) {
        if (select(OPENERS)[1]) button.remove();
      } else if (offered) {
        // Not taken away alone: or there was no body for it yet.
        void offer(!!removed[1] || removed[0] !== button);
      }
    },
  };
}
