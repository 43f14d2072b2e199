import {createAttendant, type AttendedSite} from '../../src/attendant.js';
import type {Layer} from '../../src/decision/choice.js';
import '../../src/ui/choice/consent-choice.js';
import type {Attendant} from '../../src/ui/choice/attendant.js';
import type {ConsentChoice} from '../../src/ui/choice/choice-element.js';
import type {FakeChoice} from './fake-choice.js';

/** What a test sees of the UI that is on the page. */
export class ShownChoice {
  constructor(readonly host: ConsentChoice) {}

  find<T extends HTMLElement = HTMLElement>(selector: string): T | null {
    return this.host.shadowRoot!.querySelector<T>(selector);
  }

  all<T extends HTMLElement = HTMLElement>(selector: string): T[] {
    return [...this.host.shadowRoot!.querySelectorAll<T>(selector)];
  }

  get banner(): HTMLElement | null {
    return this.find('[part=banner]');
  }

  get dialog(): HTMLDialogElement | null {
    return this.find<HTMLDialogElement>('[part=preferences]');
  }

  /** A button of the dialog where it is open, else of the banner. */
  button(action: string): HTMLButtonElement {
    const layer = this.dialog?.open ? this.dialog : this.banner!;
    return layer.querySelector(`button[data-action=${action}]`)!;
  }

  /** The switch of a question. */
  toggle(id: string): HTMLInputElement {
    return this.find<HTMLInputElement>(`[data-category="${id}"],[data-service="${id}"]`)!;
  }

  /** What a person can read in a layer, white space as one space. */
  text(part: 'banner' | 'preferences'): string {
    return this.find(`[part=${part}]`)!.textContent.replace(/\s+/g, ' ').trim();
  }
}

/** One whose files do not come. */
const noSite = {fetch: () => Promise.reject(new Error('no file'))} as object as AttendedSite;
const attendants = new Map<FakeChoice, Attendant>();

/** Shows a layer as the landing does. */
export async function shown(choice: FakeChoice, layer: Layer = 'banner'): Promise<ShownChoice> {
  let host = document.querySelector('consent-choice');
  if (!host) document.body.prepend((host = document.createElement('consent-choice')));
  await host.show(choice, layer);
  const attendant = attendants.get(choice) ?? createAttendant(choice, noSite);
  attendants.set(choice, attendant);
  attendant.look(host);
  return new ShownChoice(host);
}

/** Takes the UI away and what a test has left on the page. */
export function cleanUp(): void {
  attendants.forEach((attendant) => attendant.end());
  attendants.clear();
  document.querySelector('consent-choice')?.clear();
  document.body.replaceChildren();
  document.body.removeAttribute('style');
  document.documentElement.lang = 'en';
}
