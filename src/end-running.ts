import {isEdited} from './browser/edited.js';
import {noteReload, takeReloadNote} from './browser/reload-note.js';
import {report, warn} from './browser/report.js';
import {OWN_ORIGIN} from './gates/seal-off.js';
import {quarantine} from './gates/quarantine.js';
import type {Store} from './decision/store.js';
import type {Keeping} from './keep-decision.js';
import {sweepServices, type Swept} from './sweep-services.js';

/** Where something is to end. */
export interface Ending extends Swept, Pick<Keeping, 'frozen' | 'writing' | 'written'> {
  /** False in a frame, which shows nothing. */
  readonly asks: boolean;
  readonly store: Swept['store'] & Pick<Store, 'record'>;
  /** Of our files, as in `startOnce`. */
  readonly folder: string;
  /** Brings the file that shows the visitor that a reload is theirs to make. */
  fetch(name: 'ui'): Promise<{showNotice(site: never, reload: () => void): Promise<void>}>;
}

let ending = false;

/** Whether the page is to be left. */
export const isEnding = (): boolean => ending;

/**
 * A router of the page may make every navigation its own, a reload too: then nothing is loaded anew, and what
 * is to end goes on. https://html.spec.whatwg.org/#the-navigateevent-interface
 */
function passRouters(): void {
  const {NavigateEvent} = window as Partial<Pick<typeof globalThis, 'NavigateEvent'>>;
  if (NavigateEvent) Object.assign(NavigateEvent.prototype, {intercept() {}, preventDefault() {}});
}

/**
 * Ends what can only be ended by a reload: quarantine, reload. What is there now the caller sweeps, what
 * is written while the page goes we do, and the next page sweeps again.
 *
 * A page in which the visitor has typed is not reloaded over their head, nor is one whose own
 * `beforeunload` they have answered with "stay": they get a notice with the button.
 * @param forgotten after a reset, when what nobody has denied is swept too
 */
export function endRunning(site: Ending, forgotten: boolean): void {
  if (ending) return;
  ending = true;
  /** Whether what was answered here is still to be confirmed. */
  let confirming = site.asks && site.writing;
  // Who stays can still save.
  quarantine(OWN_ORIGIN + site.folder);
  const sweep = () => sweepServices(site, forgotten);
  // Ours are the last to hear that the page goes: what a vendor writes there goes with it.
  for (const type of ['beforeunload', 'pagehide', 'visibilitychange']) {
    addEventListener(type, sweep);
  }
  const reload = () => {
    passRouters();
    try {
      const {navigation} = window as Partial<Pick<Window, 'navigation'>>;
      const state: unknown = navigation?.currentEntry?.getState();
      // Else a page that answers a form would be asked for with that form again. Through the prototype: the
      // page's own is often one that vendors listen to.
      History.prototype.replaceState.call(history, history.state, '');
      // This other state of the page would be gone.
      navigation?.updateCurrentEntry({state});
    } catch {
      // A document of `srcdoc` has no address of its own.
    }
    // A call of the page says so itself.
    if (confirming && site.store.record?.method === 'ui') noteReload();
    location.reload();
  };
  // The visitor is leaving: a reload would keep them here.
  let going = false;
  addEventListener('beforeunload', () => (going = true));
  const notice = () => {
    // A frame shows nothing: it is silent, and its page says what is to be said.
    if (!site.asks) return;
    site
      .fetch('ui')
      .then(({showNotice}) => showNotice(site as never, reload))
      .catch(report);
  };
  const leave = () => {
    if (site.frozen) {
      warn('the cookie still holds an older answer and cannot be written: no reload');
    } else if (going) {
      // A download is no leaving: looks again, and by then it has been confirmed here.
      going = confirming = false;
      setTimeout(leave, 60_000);
    } else if (!navigator.onLine || isEdited(document)) {
      // It is confirmed beside the notice, so not once more after the reload.
      confirming = false;
      notice();
      // The file of the notice may not have been had.
      if (!navigator.onLine) addEventListener('online', leave, {once: true});
    } else {
      addEventListener(
        'beforeunload',
        (event) => {
          // The browser asks, and where the page is still there afterwards this runs.
          if (event.defaultPrevented || event.returnValue) {
            // What confirmed it here has gone.
            setTimeout(() => {
              takeReloadNote();
              notice();
            });
          } else quarantine();
        },
        {once: true},
      );
      reload();
    }
  };
  // The reload's request, too, must find the new cookie. Of two imports of one file the second may be there
  // first, so the writing may not even have begun.
  if (site.writing) site.written = leave;
  else leave();
}
