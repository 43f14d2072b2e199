import {hasReloadNote, takeReloadNote} from '../../browser/reload-note.js';
import type {Choice} from '../../decision/choice.js';
import type {AttendantMessages} from '../../locales/attendant.js';
import {styleSheet} from '../shared/css.js';
import {element} from '../shared/element.js';
import {answerInWords} from './answer-in-words.js';
import {attendantStyles} from './attendant.styles.js';
import type {ConsentChoice} from './choice-element.js';
import {BEFORE_SPEAKING, confirmation} from './confirmation.js';
import {keepAnswersEqual} from './equal-answers.js';
import {focusBack} from './focus-back.js';
import {reserveInside} from './inner-room.js';
import {keepPlace} from './keep-place.js';
import {isLate} from './late.js';
import {ignoreMisclicks} from './misclick.js';
import {keepOnTop, leaveTop} from './on-top.js';
import {reserveSpace} from './reserved-space.js';
import {isVisible} from './visible.js';
import {watchColours} from './watch-colours.js';

/** What looks after the banner while it is on the page, and speaks for it. */
export interface Attendant {
  /** Told that the element shows a layer. */
  look(host: ConsentChoice): void;
  end(): void;
}

/** ms between two looks at whether the banner can be seen. */
const LOOK = 250;
/** Looks between two at whether the answers are equal, which costs more. */
const EQUAL = 4;

/** Where a file does not come, nothing is said. */
const nothing = () => {};

/**
 * Looks after the banner: brings its texts to the language of the page when that changes; gives the page its room
 * and its clicks back where something hides it; says that it is there where it has come late; looks at the owner's
 * colours; confirms the answer.
 * @param words by language; the owner's own texts go before them
 * @param end brings what stands at the end of the preferences, in a file of its own
 */
export function createAttendant(
  choice: Choice,
  words: Readonly<Record<string, AttendantMessages>>,
  end: (host: ConsentChoice, signal: AbortSignal) => Promise<void>,
): Attendant {
  /** The element that is looked after, and what ends that. */
  let host: ConsentChoice;
  let leaving = new AbortController();
  let removeConfirmation = nothing;
  let removeLate = nothing;
  let seeColours = nothing;
  let looked = false;
  let ending: Promise<void> | undefined;
  const bringEnd = () => {
    ending ??= end(host, leaving.signal).catch(() => (ending = undefined));
  };

  const root = () => host.shadowRoot!;
  const banner = () => root().querySelector<HTMLElement>('[part=banner]');
  const isShown = () => root().querySelector('[part=banner],dialog[open]');
  const speech = async () => {
    const language = choice.language();
    const own = await choice.messages(language);
    const ours = words[language] ?? words[language.split('-')[0]!] ?? words['en']!;
    return {language, messages: {...ours, ...own}};
  };

  let hidden = false;
  let looks = 0;
  let watch: ReturnType<typeof setInterval> | undefined;
  const stopWatching = () => {
    clearInterval(watch);
    watch = undefined;
  };
  const giveWay = () => {
    const shown = banner();
    if (!shown) {
      stopWatching();
      removeLate();
      looked = false;
    }
    // What has no box at all has no room either: the banner sees to that itself.
    const now = !!shown && !isVisible(shown);
    // Anew each time: the banner may have been drawn again.
    if (choice.headingLevel)
      shown?.querySelector('h2')!.setAttribute('aria-level', `${choice.headingLevel}`);
    if (shown && (now || hidden)) {
      // There it would be seen again.
      if (now) leaveTop(shown);
      // What cannot be seen takes no click of a pointer, which is meant for the page. It takes those of scripts.
      shown.style.pointerEvents = now ? 'none' : '';
      reserveSpace(now ? 0 : room(shown));
    }
    hidden = now;
    if (shown && !now && keepOnTop(host, shown)) reserveSpace(room(shown));
    // On top of all, for what the page lays over one of them makes them unequal, too.
    if (shown && looks++ % EQUAL === 0) {
      const unlike = keepAnswersEqual(host);
      if (unlike)
        console.warn(
          `consent-gate: ::part rules make accept and reject unequal (${unlike}), so none holds for buttons`,
        );
    }
    reserveInside(host, now ? undefined : (shown ?? undefined));
    seeColours();
  };
  const look = () => {
    try {
      giveWay();
    } catch {
      // A page may have changed what browsers do.
      stopWatching();
    }
  };
  /** None where a transformed body has the banner at its own end, which may be far below. */
  const room = (shown: HTMLElement) => Math.max(0, innerHeight - shown.getBoundingClientRect().top);

  const sayLate = () => {
    if (looked) return;
    looked = true;
    if (!isLate() || root().activeElement) return;
    const status = element('p', {role: 'status', class: 'unseen'});
    root().append(status);
    const {signal} = leaving;
    const speakUp = async () => {
      const {messages} = await speech();
      if (banner() && !signal.aborted) status.textContent = messages.late;
    };
    setTimeout(() => speakUp().catch(nothing), BEFORE_SPEAKING);
    removeLate = () => status.remove();
  };

  /** @param lost what has the focus in place of what went with the layer; whatever took it since keeps it */
  const confirm = async (lost?: Element | null) => {
    const {signal} = leaving;
    const {language, messages} = await speech();
    removeConfirmation();
    // Over, or about to be confirmed in the next page; or asked again, or the settings are open.
    if (signal.aborted || !host.isConnected || hasReloadNote()) return;
    if (choice.decision().unanswered[0] || isShown()) return;
    const text = messages[answerInWords(choice)];
    const focused = document.activeElement === lost;
    removeConfirmation = confirmation(root(), {choice, messages, language}, text, focused);
    const said = root().querySelector<HTMLElement>('.confirmation')!;
    if (isVisible(said)) keepOnTop(host, said);
  };

  const attend = () => {
    leaving = new AbortController();
    ending = undefined;
    const {signal} = leaving;
    seeColours = watchColours(host, choice, signal);
    root().adoptedStyleSheets.push(styleSheet(attendantStyles));
    // They may have moved it.
    const standing = banner();
    if (standing?.offsetHeight) reserveSpace(room(standing));

    const waitForMisclicks = ignoreMisclicks(root(), signal);

    /** Where the focus was before it came to us. */
    let cameFrom: EventTarget | null = null;
    const onFocus = ({relatedTarget}: FocusEvent) => (cameFrom = relatedTarget);
    host.addEventListener('focusin', onFocus, {signal});
    // The layer has heard of the click and is gone.
    const onClick = (event?: Event) => {
      const {answered} = host;
      host.answered = undefined;
      if (answered === undefined) return;
      // A key and a tool are no first click of two.
      if (answered && (event as UIEvent | undefined)?.detail) waitForMisclicks();
      // The focus went with it.
      const lost = document.activeElement === document.body;
      if (lost) focusBack(cameFrom);
      const now = lost ? document.activeElement : undefined;
      // With cookies switched off nothing is saved. After the frame in which it goes.
      if (answered && navigator.cookieEnabled)
        requestAnimationFrame(() => setTimeout(() => confirm(now).catch(nothing)));
    };
    root().addEventListener('click', onClick, {signal});
    if (takeReloadNote()) confirm().catch(nothing);

    // Somebody comes to the button of the settings. Not to the banner: who only answers needs none.
    const near = ({target}: Event) => {
      if ((target as HTMLElement).dataset['action'] !== 'settings') return;
      host.prepare().catch(nothing);
      bringEnd();
    };
    root().addEventListener('pointerover', near, {signal});
    root().addEventListener('focusin', near, {signal});
    // Somebody was faster than this file.
    onClick();

    // Its room would be a sheet of paper more.
    const onPrint = () => {
      reserveSpace(0);
      reserveInside(host);
    };
    addEventListener('beforeprint', onPrint, {signal});
    const onPrinted = () => {
      const shown = banner();
      if (shown && !hidden) reserveSpace(room(shown));
    };
    addEventListener('afterprint', onPrinted, {signal});

    const speak = () => {
      removeConfirmation();
      const bring = async () => {
        // Fetched by then, so that nothing happens between the two looks.
        const {language} = await speech();
        if (signal.aborted || host.lang === language) return;
        const bringBack = keepPlace(root());
        await host.speak();
        bringBack();
      };
      bring().catch(nothing);
    };
    const pageLanguage = new MutationObserver(speak);
    // Drawn anew it is where it was at first, and not to be seen there.
    const drawn = new MutationObserver(() => banner() && look());
    drawn.observe(root(), {childList: true});
    signal.addEventListener('abort', () => {
      pageLanguage.disconnect();
      drawn.disconnect();
      stopWatching();
      reserveInside(host);
      removeLate();
      removeConfirmation();
    });
    // Last, for forms called `documentElement` shadow the property of the document.
    pageLanguage.observe(document.documentElement, {attributeFilter: ['lang']});
    // It may have changed while this file was on its way.
    speak();
  };

  // Given elsewhere: what it says is true no more.
  choice.subscribe(() => removeConfirmation());

  return {
    look(found) {
      if (host !== found) {
        leaving.abort();
        host = found;
        attend();
      }
      // One that was answered before it got here is confirmed.
      if (isShown()) removeConfirmation();
      seeColours();
      if (root().querySelector('dialog[open]')) bringEnd();
      if (!banner()) return;
      watch ??= setInterval(look, LOOK);
      giveWay();
      sayLate();
    },
    end: () => leaving.abort(),
  };
}
