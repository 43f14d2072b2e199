import {report, warn} from './browser/report.js';
import {makeChoice, type ChoiceSource} from './choice.js';
import type {Choice} from './decision/choice.js';
import {isGranted} from './decision/decision.js';
import {wholeOf} from './decision/question.js';
import type {Store} from './decision/store.js';
import {embedMessages} from './locales/embed.js';
import {facts} from './services/facts.js';
import {direction} from './ui/shared/direction.js';
import './ui/embed/consent-embed.js';
import type {ConsentEmbed} from './ui/embed/embed-element.js';
import {hideFrame, takeShape} from './ui/embed/frame-shape.js';
import {placeholder} from './ui/embed/placeholder.js';

/** Of a site, what its embeds need. */
export interface EmbedSite extends ChoiceSource {
  readonly store: Store;
}

/** ms in which a pointer's click is taken for one that was meant for what lay there before. */
const MISCLICK = 400;

interface Cover {
  /** Takes the frame's place and shape anew. */
  fit(): void;
  /** Goes where the page has moved the frame. */
  follow(): void;
  /** Says the same in the language that the page wants now. */
  speak(): Promise<void>;
  /** Gives the frame its place back. */
  remove(): void;
}

const covers = new Map<HTMLIFrameElement, Cover>();
/** Too small to be covered. */
const leftAlone = new WeakSet<HTMLIFrameElement>();
let choice: Choice | undefined;
/** The gate that `choice` is of, of which a page may have one after another. */
let watched: AbortSignal | undefined;

function watch(site: EmbedSite): void {
  watched = site.signal;
  choice = makeChoice(site, facts);
  const each = (fn: (cover: Cover) => unknown) => covers.forEach((cover) => fn(cover));
  const changes = new MutationObserver((records) => {
    for (const [frame, cover] of covers) {
      if (!frame.isConnected || frame.hasAttribute('src')) cover.remove();
      else cover.follow();
    }
    if (records.some(({attributeName}) => attributeName === 'lang')) {
      each(({speak}) => void speak().catch(report));
    }
  });
  changes.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['src', 'lang'],
  });
  let fitting = 0;
  const {signal} = site;
  addEventListener(
    'resize',
    () => (fitting ||= requestAnimationFrame(() => ((fitting = 0), each(({fit}) => fit())))),
    {signal},
  );
  signal.addEventListener('abort', () => {
    changes.disconnect();
    each(({remove}) => remove());
  });
}

/** The host of an address, for what no service of the config is. */
const hostOf = (address: string): string => {
  try {
    return new URL(address, document.baseURI).host;
  } catch {
    return '';
  }
};

/** A picture to stand behind: the site's own or none, for any other would be asked for before a yes. */
function ownPoster(frame: HTMLIFrameElement): string | undefined {
  const address = frame.getAttribute('data-poster');
  if (address === null) return undefined;
  const {href, origin} = new URL(address, document.baseURI);
  if (origin === location.origin) return href;
  warn(`data-poster="${address}" is not shown: it must lie on the site's own host`);
  return undefined;
}

/**
 * Stands a placeholder in the place of a frame that is shut, until it gets its address, or goes. The frame stays in the
 * page where it was, not rendered: whoever made it may still move it or take it out.
 * @param ids what it waits for
 * @param loadOnce loads this one
 */
export async function coverFrame(
  site: EmbedSite,
  frame: HTMLIFrameElement,
  ids: readonly string[],
  loadOnce: () => void,
): Promise<void> {
  const {store, signal} = site;
  // What it waits for, each a question of this site; one that waits for a no asks nobody.
  const isAsked = () => ids.every((id) => isGranted(store.decision, id) !== undefined);
  if (covers.has(frame) || leftAlone.has(frame) || !isAsked()) return;
  if (watched !== signal) watch(site);
  const host: ConsentEmbed = document.createElement('consent-embed');
  const ownDisplay = frame.style.display;
  let shownAt = Infinity;
  let language = '';

  const remove = () => {
    const focused = host.shadowRoot!.activeElement;
    covers.delete(frame);
    host.remove();
    hideFrame(frame, false);
    if (ownDisplay) frame.style.display = ownDisplay;
    // The focus goes on in what it was on.
    if (focused && frame.isConnected) frame.focus({preventScroll: true});
  };
  const fit = () => {
    if (takeShape(frame, host, ownDisplay)) return;
    leftAlone.add(frame);
    remove();
  };
  const act = (
    action: 'once' | 'always' | 'settings',
    {isTrusted, detail, timeStamp}: MouseEvent,
  ) => {
    if (action === 'settings') return void choice!.show('preferences');
    // Keys and assistive technology click with no count.
    if (isTrusted && detail && timeStamp - shownAt < MISCLICK) return;
    if (action === 'once') return loadOnce();
    store.answerAs(new Map(ids.map((id) => [id, true])), {
      method: isTrusted ? 'ui' : 'synthetic',
      language,
      only: true,
    });
  };
  const speak = async () => {
    const wanted = choice!.language();
    if (wanted === language) return;
    const own = await choice!.messages(wanted);
    if (!covers.has(frame)) return;
    if (choice!.language() !== wanted) return speak();
    language = wanted;
    const words =
      embedMessages[wanted as 'en'] ??
      embedMessages[wanted.split('-')[0] as 'en'] ??
      embedMessages.en;
    host.lang = wanted;
    host.dir = direction(wanted);
    host.show(
      placeholder(
        {choice: choice!, messages: own, language: wanted},
        {...words, ...own},
        {
          title: frame.title,
          host: hostOf(frame.getAttribute('data-src')!),
          poster: ownPoster(frame),
          services: choice!.categories
            .flatMap(({services}) => services)
            .filter((service) => ids.some((id) => wholeOf(id) === service.id)),
        },
        act,
      ),
    );
  };

  const follow = () => {
    if (host.isConnected && host.nextSibling !== frame) frame.before(host);
  };

  covers.set(frame, {fit, follow, speak, remove});
  try {
    await Promise.all(site.coming);
    await speak();
    // Meanwhile somebody may have said yes.
    if (signal.aborted || !covers.has(frame) || !frame.isConnected || frame.hasAttribute('src')) {
      return void covers.delete(frame);
    }
    frame.before(host);
    fit();
    requestAnimationFrame(() => (shownAt = performance.now()));
  } catch (error) {
    covers.delete(frame);
    throw error;
  }
}
