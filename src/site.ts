import {insertScript, trusted} from './browser/insert-script.js';
import {report} from './browser/report.js';
import {allowedUrl} from './browser/url-policy.js';
import {watchCookie} from './browser/watch-cookie.js';
import type {ConsentGateConfig} from './config/config.js';
import type {Layer} from './decision/choice.js';
import type {Decision} from './decision/decision.js';
import type {Question} from './decision/question.js';
import type {DecisionRecord} from './decision/record.js';
import {createStore, type Store} from './decision/store.js';
import {anyLeft} from './gates/any-left.js';
import {anyGated} from './gates/gated.js';
import {sealOff} from './gates/seal-off.js';
import {createServiceGate} from './gates/service-gate.js';
import type {MarkupSite} from './hold-markup.js';
import type {Keeping} from './keep-decision.js';
import type {Fetch, Modules} from './modules.js';
import {createOpener} from './opener.js';
import {jot, storedRecord, type RecordJar} from './record-jar.js';
import type {HeldService} from './services/held-service.js';

/** ms after which the file that writes is slow. No sooner: what two documents decide together is put together there. */
const SLOW = 1000;

/** What a site is opened with. */
export interface SiteOptions extends Pick<Keeping, 'seen'> {
  readonly config: ConsentGateConfig;
  readonly held: readonly HeldService[];
  readonly questions: readonly Question[];
  readonly fetch: Fetch;
  /** As in `startOnce`. */
  readonly folder: string;
  readonly jar: RecordJar;
  /** False in a frame: it obeys the cookie and shows nothing. */
  readonly asks: boolean;
  /** Ends it all. */
  readonly signal: AbortSignal;
  /** Each resolves when a service has its file, or will not get it. */
  readonly coming: readonly Promise<unknown>[];
  /**
   * The language the page wants at this moment, one that there are messages for.
   * @param known those to choose from; all where undefined
   */
  language(known?: readonly string[]): string;
  /** What the record says of the texts in a language: a hash of all that they are made of. */
  hashTexts(language: string): string;
  /** Whether a record was made under this very config, so that its answers to our questions are to those of today. */
  isCurrent(record: DecisionRecord): boolean;
  /** Told at each change, after services have obeyed, and scripts and addresses of the page have got their turn. */
  changed(previous: Decision): void;
}

/** A configured site at work: its questions, its gates, its way to ask. */
export interface Site extends SiteOptions, Keeping, Pick<MarkupSite, 'markupGate'> {
  readonly store: Store;
  /** Whether Global Privacy Control refuses advertising. */
  readonly privacySignal: boolean;
  show(layer: Layer): Promise<void>;
  close(): void;
  /** Ends when gated markup has been looked at, where there is any. */
  opening?: Promise<void>;
}

/**
 * Puts a valid config to work and opens what is granted.
 * @param record what was stored, without answers to questions that have changed
 */
export function openSite(options: SiteOptions, record: DecisionRecord | undefined): Site {
  const {config, questions, fetch, jar, held, asks, signal} = options;
  // Where our policy is not allowed nobody is asked for what could not be loaded, and the owner is told once.
  trusted('createScript', '');
  const known = held.map(({service}) => service);
  const privacySignal = !!(navigator as {globalPrivacyControl?: boolean}).globalPrivacyControl;
  const store = createStore({
    questions,
    record,
    policyVersion: config.policy.version,
    free: held.filter(({category}) => category === 'necessary').map(({service}) => service.id),
    refused: ({category}) =>
      !navigator.cookieEnabled || (privacySignal && category === 'advertising'),
    answering() {
      // Forgotten elsewhere: what this answer does not name is no answer any more.
      if (!storedRecord(jar)) look();
    },
    changed(previous, next, own) {
      page.early = false;
      if (own) {
        site.writing++;
        setTimeout(note, SLOW);
        keeping(
          ({keepDecision}) => void keepDecision(site),
          (error) => {
            note();
            site.writing--;
            report(error);
          },
        );
      }
      apply(!next);
      options.changed(previous);
      ask();
    },
  });

  /** The file of what a change needs, once it is there. */
  let kept: Modules['keeping'] | undefined;
  /** Where the file that writes is slow, so that nobody goes by a yes that has been taken back. */
  const note = () => {
    const found = site.writing && !kept && storedRecord(jar);
    if (!found) return;
    const text = store.record
      ? found.text!.replace(/~y(?=\.(.+?)\.)/g, (yes, id: string) =>
          store.answer(id) === false ? '~n' : yes,
        )
      : '';
    // Nothing for nothing: it could be written over what another document writes in this moment.
    if (text === found.text) return;
    jot(jar, text);
    // What another document has written meanwhile is still to be put together with this.
    if (site.seen === found.text) site.seen = storedRecord(jar)?.text;
  };
  const keeping = (fn: (keeping: Modules['keeping']) => void, failed = report) => {
    if (kept) return fn(kept);
    void fetch('keeping')
      .then((module) => fn((kept = module)))
      .catch(failed);
  };

  const look = () => {
    const found = storedRecord(jar);
    if (site.writing || site.seen === found?.text) return;
    // Made under another config. Looks again then: an answer may have been given meanwhile.
    if (found && !kept && !options.isCurrent(found)) {
      return keeping(look, (error) => {
        // It may hold a no, and nobody can read it.
        site.seen = found.text;
        store.follow();
        report(error);
      });
    }
    site.seen = found?.text;
    store.follow(found && (kept?.answered(found, site) ?? found));
  };

  /** Whether the page is to be left. */
  let sealed = false;
  const seal = () => {
    if (sealed) return;
    sealed = true;
    // Asked for before, for it may lie on another host.
    keeping(() => {});
    sealOff(options.folder);
  };
  const page = {
    has: store.has,
    signal,
    early: true,
    insertScript(address: string, ordered?: boolean) {
      const url = allowedUrl(
        address,
        known.flatMap((service) => service.hosts),
      );
      // What arrives after a withdrawal may have written.
      if (url) insertScript(url, ordered, applyAgain);
    },
  };
  const applyAgain = () => signal.aborted || apply();
  const applyServices = createServiceGate(held, page, seal);
  const applyMarkup = (roots: Iterable<Node> = [document]): boolean => {
    if (site.markupGate) return site.markupGate(sealed, roots);
    if ((store.record || !later) && anyGated(roots)) {
      site.opening ??= fetch('markup')
        .then(({holdMarkup}) => holdMarkup(site, allowedUrl, trusted, applyMarkup))
        .catch((error) => {
          // Asked for again at the next change; Firefox keeps a module that has failed until the next page.
          site.opening = undefined;
          report(error);
        });
    }
    return sealed;
  };

  /** Whether gated markup has time: what a visitor waits for who has not said anything is the banner. */
  let later: unknown = asks && store.decision.unanswered[0];
  let ui: Promise<Modules['ui']> | undefined;
  const show = async (layer: Layer) => {
    if (!asks) return;
    try {
      await (await (ui = fetch('ui'))).showChoice(site, layer);
      // At hand for the answer.
      keeping(() => {});
    } catch (error) {
      report(error);
    }
    later = false;
    applyMarkup();
  };
  const ask = () => {
    if (store.decision.unanswered[0]) void show('banner');
  };

  const opener = createOpener(
    config,
    options.language,
    () => void show('preferences'),
    fetch,
    options,
  );
  const offerWayBack = () => opener.offer(asks && questions[0] && !store.decision.unanswered[0]);

  /** @param forgotten after a reset, when services must go that nobody has denied */
  const apply = (forgotten = false) => {
    // Of scripts, too, before any service is told.
    if (applyMarkup([])) seal();
    applyServices();
    if (applyMarkup()) {
      seal();
      // Where it cannot be fetched nothing is loaded anew: not over what somebody has typed, nor offline.
      keeping(({endRunning}) => endRunning(site, forgotten));
    }
    if (anyLeft(known.filter(({id}) => !store.has(id)))) {
      keeping(({sweepServices}) => sweepServices(site, forgotten));
    }
    offerWayBack();
  };

  const site: Site = {
    ...options,
    store,
    show,
    privacySignal,
    writing: 0,
    close: () => void ui?.then(({hideChoice}) => hideChoice()).catch(report),
  };
  signal.addEventListener('abort', () => {
    observer.disconnect();
    opener.offer();
    void ui?.then(({removeChoice}) => removeChoice()).catch(report);
  });
  // No paper leads to the settings.
  addEventListener('beforeprint', () => opener.offer(), options);
  addEventListener('afterprint', offerWayBack, options);
  const observer = new MutationObserver((changes) => {
    changes.forEach(({addedNodes, target}) => {
      applyMarkup(addedNodes);
      // The root: the page may have another language. Not our button, which is told its own.
      if (target.isConnected && !target.parentElement) offerWayBack();
    });
    opener.restore(changes);
  });
  observer.observe(document, {childList: true, subtree: true, attributeFilter: ['lang']});
  ask();
  apply();
  options.coming.forEach((file) => void file.then(applyAgain));
  watchCookie(look, signal);
  addEventListener('pagehide', note, options);
  return site;
}
