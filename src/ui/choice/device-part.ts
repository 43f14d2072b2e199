import type {DeviceMessages} from '../../locales/device/messages.js';
import {element} from '../shared/element.js';
import type {View} from '../shared/view.js';

/** One thing in this browser: never its value. */
export interface Entry {
  readonly name: string;
  readonly place: 'cookie' | 'localStorage' | 'sessionStorage';
}

/** What is in this browser at this moment, by whose it is. */
export interface Found {
  readonly services: readonly {readonly id: string; readonly entries: readonly Entry[]}[];
  readonly own: readonly Entry[];
  readonly others: number;
}

/** What the end of the preferences may know and do; its landing makes one. */
export interface Device {
  find(): Found;
  /** Deletes what a service has left, wherever a script can. */
  clear(id: string): void;
  granted(id: string): boolean | undefined;
  /** Forgets the decision, and asks again. */
  forget(): void;
  receipt(): Promise<unknown>;
}

/** What a part of it says it with. */
export interface DeviceView extends View {
  readonly words: DeviceMessages;
}

/** One part: it is made once and drawn again in place, so that neither the focus nor what is open is lost. */
export interface Part {
  readonly element: HTMLDetailsElement;
  draw(view: DeviceView): void;
  /** As it is when the preferences open. */
  close(): void;
}

/** Something that opens, with a heading of its own. */
export function opens(name: string): {
  readonly details: HTMLDetailsElement;
  readonly heading: HTMLElement;
} {
  const heading = element('h3', {});
  return {
    details: element('details', {class: name}, element('summary', {}, heading)),
    heading,
  };
}

/** A button beside which nothing weighs less: neither of the answers looks like it. */
export function quietButton(action: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', {
    class: 'quiet',
    part: 'quiet-button',
    'data-action': action,
    type: 'button',
  });
  made.onclick = onClick;
  return made;
}

/** Says what has been done; read out, for it is there before its text is. */
export const status = (): HTMLParagraphElement => element('p', {role: 'status'});

/** Names that a text from right to left leaves as they are. */
export const isolated = (names: Iterable<string>): string =>
  [...new Set(names)].map((name) => `\u2068${name}\u2069`).join(', ');
