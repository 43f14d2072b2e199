import {report, warn} from './browser/report.js';
import {onHosts, parseUrl} from './browser/url-policy.js';
import {makeChoice, type ChoiceSource} from './choice.js';
import type {Choice} from './decision/choice.js';
import {isGranted} from './decision/decision.js';
import type {Store} from './decision/store.js';
import {privateAddress} from './gates/private-address.js';
import {embedMessages} from './locales/embed.js';
import {facts} from './services/facts.js';
import {direction} from './ui/shared/direction.js';
import './ui/embed/consent-embed.js';
import type {ConsentEmbed} from './ui/embed/embed-element.js';
import {hideFrame, isTiny, takeShape} from './ui/embed/frame-shape.js';
import {placeholder, type Action, type Embed} from './ui/embed/placeholder.js';

/** Of a site, what its embeds need. */
export interface EmbedSite extends ChoiceSource {
  readonly store: Store;
}

/** ms in which a pointer's click is taken for one that was meant for what lay there before. */
const MISCLICK = 400;
/** Attributes of a frame that may give it another place or text. */
const TELLING = ['src', 'style', 'class', 'hidden', 'width', 'height', 'title'];

/** What stands for one frame. */
interface Cover {
  /** Takes the frame's place and shape anew. */
  fit(): void;
  /** Whether it stands in the page; true also while it is on its way. */
  stands(): boolean;
  /** Says it anew, in the language that the page wants now. */
  speak(anew?: boolean): Promise<void>;
  /** Takes no click of a pointer for a while: it may have been meant for what lay above. */
  hush(): void;
  /** Gives the frame its place back. */
  remove(): void;
}

const covers = new Map<HTMLIFrameElement, Cover>();
/** Covers a frame that was too small for it when it has grown. */
const waiting = new WeakMap<Element, () => void>();
/** Whose placeholder somebody has taken away: it stays away. */
const bared = new WeakSet<HTMLIFrameElement>();
let choice: Choice | undefined;
/** The gate that `choice` is of, of which a page may have one after another. */
let watched: AbortSignal | undefined;

const growing = new ResizeObserver((entries) => {
  for (const {target} of entries) {
    if (isTiny(target as HTMLElement)) continue;
    growing.unobserve(target);
    waiting.get(target)?.();
  }
});
/** Of the frames that are covered; what we do to them ourselves it is not to tell. */
const frames = new MutationObserver((records) => {
  for (const target of new Set(records.map(({target}) => target as HTMLIFrameElement))) {
    const cover = covers.get(target);
    if (target.hasAttribute('src')) cover?.remove();
    else {
      cover?.fit();
      if (records.some(({attributeName}) => attributeName === 'title'))
        cover?.speak(true).catch(report);
    }
  }
});

function watch(site: EmbedSite): void {
  const {signal} = site;
  watched = signal;
  choice = makeChoice(site, facts);
  const each = (fn: (cover: Cover) => unknown) => covers.forEach((cover) => fn(cover));
  const places = new MutationObserver((records) => {
    const added = records.flatMap(({addedNodes}) => [...addedNodes]);
    for (const [frame, cover] of covers) {
      if (!frame.isConnected) cover.remove();
      else if (added.some((node) => node.contains(frame))) cover.fit();
      else if (!cover.stands()) {
        bared.add(frame);
        cover.remove();
      }
    }
  });
  places.observe(document, {childList: true, subtree: true});
  const language = new MutationObserver(() => each(({speak}) => void speak().catch(report)));
  language.observe(document.documentElement, {attributeFilter: ['lang']});
  let fitting = 0;
  const onResize = () =>
    (fitting ||= requestAnimationFrame(() => {
      fitting = 0;
      each(({fit}) => fit());
    }));
  addEventListener('resize', onResize, {signal});
  // A banner that goes may have lain over it.
  choice.subscribe(() => each(({hush}) => hush()));
  signal.addEventListener('abort', () => {
    places.disconnect();
    language.disconnect();
    each(({remove}) => remove());
  });
}

/** A picture to stand behind: the site's own or none, for any other would be asked for before a yes. */
function ownPoster(frame: HTMLIFrameElement): string | undefined {
  const address = frame.getAttribute('data-poster');
  if (address === null) return undefined;
  const url = parseUrl(address, document.baseURI);
  if (url?.origin === location.origin) return url.href;
  warn(`data-poster="${address}" is not shown: it must lie on the site's own host`);
  return undefined;
}

/** What is told of a frame. */
function describe({held}: EmbedSite, frame: HTMLIFrameElement, ids: readonly string[]): Embed {
  const asked = parseUrl(frame.getAttribute('data-src')!, document.baseURI);
  const url = asked && new URL(privateAddress(asked));
  const named = held.filter(({service}) => ids.includes(service.id));
  return {
    title: frame.title,
    poster: ownPoster(frame),
    // Of a host that none of them has, too.
    host: url && !named.some(({service}) => onHosts(service.hosts, url)) ? url.host : '',
    services: choice!.categories
      .flatMap(({services}) => services)
      .filter(({id}) => ids.includes(id)),
  };
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
  if (signal.aborted || covers.has(frame) || bared.has(frame)) return;
  // Each a question of this site, and no part of one: what waits for a no asks nobody.
  const {decision} = store;
  if (ids.some((id) => id.includes(':') || isGranted(decision, id) === undefined)) return;
  if (isTiny(frame)) {
    waiting.set(frame, () => void coverFrame(site, frame, ids, loadOnce).catch(report));
    growing.observe(frame);
    return;
  }
  if (watched !== signal) watch(site);
  const host: ConsentEmbed = document.createElement('consent-embed');
  let placed = false;
  let shownAt = Infinity;
  let language = '';
  /** Another may have come for this frame while this one waited. */
  const isCurrent = () => covers.get(frame) === cover;

  const hush = () => {
    requestAnimationFrame(() => (shownAt = performance.now()));
  };
  const act = (action: Action, {isTrusted, detail, timeStamp}: MouseEvent) => {
    if (action === 'settings') return void choice!.show('preferences');
    // Keys and assistive technology click with no count; the second of two clicks is not meant for this either.
    if (isTrusted && detail && (detail > 1 || timeStamp - shownAt < MISCLICK)) return;
    if (action === 'once') return loadOnce();
    store.answerAs(new Map(ids.map((id) => [id, true])), {
      method: isTrusted ? 'ui' : 'synthetic',
      language,
      only: true,
    });
  };
  const cover: Cover = {
    hush,
    remove() {
      const focused = host.shadowRoot!.activeElement;
      if (isCurrent()) covers.delete(frame);
      host.remove();
      if (placed) hideFrame(frame, false);
      placed = false;
      // The focus goes on in what it was on.
      if (focused && frame.isConnected) frame.focus({preventScroll: true});
    },
    stands: () => !placed || host.isConnected,
    fit() {
      if (!placed) return;
      const focused = host.shadowRoot!.activeElement as HTMLElement | null;
      const before = JSON.stringify(host.getBoundingClientRect());
      takeShape(frame, host);
      focused?.focus({preventScroll: true});
      // Our own doing.
      frames.takeRecords();
      // Where it lies still a page that goes on changing the frame's style keeps nobody from clicking.
      if (before !== JSON.stringify(host.getBoundingClientRect())) hush();
    },
    async speak(anew) {
      const wanted = choice!.language();
      if (wanted === language && !anew) return;
      const own = await choice!.messages(wanted);
      if (!isCurrent()) return;
      if (choice!.language() !== wanted) return cover.speak(anew);
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
          describe(site, frame, ids),
          act,
        ),
      );
    },
  };

  covers.set(frame, cover);
  try {
    await Promise.all(site.coming);
    await cover.speak();
    if (!isCurrent()) return;
    // Meanwhile somebody may have said yes.
    if (!frame.isConnected || frame.hasAttribute('src')) return cover.remove();
    takeShape(frame, host);
    placed = true;
    frames.observe(frame, {attributeFilter: TELLING});
    hush();
  } catch (error) {
    cover.remove();
    throw error;
  }
}
