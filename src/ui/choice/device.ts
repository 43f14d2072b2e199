import type {Choice} from '../../decision/choice.js';
import type {DeviceMessages} from '../../locales/device/messages.js';
import {styleSheet} from '../shared/css.js';
import {element} from '../shared/element.js';
import type {ConsentChoice} from './choice-element.js';
import type {Device, DeviceView} from './device-part.js';
import {deviceStyles} from './device.styles.js';
import {myChoice} from './my-choice.js';
import {rights} from './rights.js';
import {storedNow} from './stored-now.js';

/** Least room between the preferences and the edges of the window, in px, as the styles have it. */
const EDGES = 32;

/**
 * Stands at the end of the preferences, whenever they are open: what is on this device now, the visitor's choice, and
 * whom to write to.
 * @param words of a language; the owner's own texts go before them
 * @param signal ends it
 */
export async function addDevice(
  host: ConsentChoice,
  choice: Choice,
  words: (language: string) => Promise<DeviceMessages>,
  device: Device,
  signal: AbortSignal,
): Promise<void> {
  const root = host.shadowRoot!;
  /** From the last to the first. */
  const parts = [rights(device), myChoice(device), storedNow(device)];
  const section = element('div', {class: 'device'});
  let view: DeviceView | undefined;
  /** The preferences that it stands in; each opening makes new ones. */
  let dialog: Element | undefined;

  /** Finds the words of the language that the preferences speak. */
  const speak = async (): Promise<void> => {
    const language = host.lang;
    if (view?.language === language) return;
    const [own, ours] = await Promise.all([choice.messages(language), words(language)]);
    if (host.lang !== language) return speak();
    view = {choice, language, messages: own, words: {...ours, ...own}};
  };
  const draw = () => {
    let before: Element | null = null;
    // What stands there already stays where it is, for what is moved loses the focus.
    for (const part of parts) {
      part.draw(view!);
      if (part.element.hidden) part.element.remove();
      else {
        if (!part.element.parentNode) section.insertBefore(part.element, before);
        before = part.element;
      }
    }
  };
  const update = () =>
    void speak()
      .then(() => signal.aborted || draw())
      .catch(() => {});

  const place = () => {
    const shown = root.querySelector('dialog');
    const body = shown?.querySelector('.body');
    if (!body || section.parentNode === body) return;
    if (dialog !== shown) {
      dialog = shown!;
      parts.forEach((part) => part.close());
      // Of their own they are written anew where the language changes.
      observer.observe(shown!, {childList: true});
    }
    // Before anybody has seen them without it.
    if (view!.language === host.lang) draw();
    body.append(section);
    update();
  };
  const observer = new MutationObserver(() => signal.aborted || place());

  await speak();
  if (signal.aborted) return;
  root.adoptedStyleSheets.push(styleSheet(deviceStyles));
  // Who reads already sees nothing move: it is below what they read, and the preferences stay as high as they are.
  const read = root.querySelector<HTMLDialogElement>('dialog[open]');
  const height = read?.getBoundingClientRect().height ?? 0;
  if (read && height < innerHeight - EDGES) read.style.height = `${height}px`;
  observer.observe(root, {childList: true});
  signal.addEventListener('abort', () => {
    observer.disconnect();
    section.remove();
  });
  choice.subscribe(() => section.isConnected && update());
  place();
}
