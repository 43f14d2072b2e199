import {element} from '../shared/element.js';
import {fill} from '../shared/fill.js';
import {localized} from '../shared/localized.js';
import {
  isolated,
  opens,
  quietButton,
  status,
  type Device,
  type DeviceView,
  type Entry,
  type Part,
} from './device-part.js';

/** ms between two looks while it is open: a service may write at any time. */
const LOOK = 1000;

/** What one service, or this site's consent itself, has on this device. */
interface Group {
  readonly element: HTMLElement;
  draw(view: DeviceView, entries: readonly Entry[]): void;
  /** Whether its button was used: it has something to say though nothing is left. */
  speaks(): boolean;
}

/** @param act what its button does; says what came of it */
function group(
  id: string,
  label: (view: DeviceView) => {name: string; button: string; note?: string},
  act: (names: readonly string[]) => string,
): Group {
  const heading = element('h4', {id: `there-${id}`, tabindex: '-1'});
  const said = status();
  const note = element('p', {class: 'muted'});
  const names = element('ul', {role: 'list'});
  let now: readonly Entry[] = [];
  let used = false;
  const button = quietButton(id ? 'delete' : 'forget', () => {
    used = true;
    said.textContent = act(now.map(({name}) => name));
    // It goes when nothing is left.
    if (button.hidden) heading.focus();
  });
  button.id = `clear-${id}`;
  if (id) button.setAttribute('aria-labelledby', `clear-${id} there-${id}`);
  return {
    element: element(
      'div',
      {class: 'there', role: 'group', 'aria-labelledby': `there-${id}`},
      element('div', {class: 'row'}, heading, button),
      names,
      note,
      said,
    ),
    speaks: () => used,
    draw(view, entries) {
      const is = label(view);
      heading.textContent = is.name;
      button.textContent = is.button;
      now = entries;
      const none = !entries[0];
      button.hidden = names.hidden = none;
      note.textContent = (!none && is.note) || '';
      names.replaceChildren(
        ...entries.map(({name, place}) =>
          element(
            'li',
            {},
            element('code', {}, name),
            ' ',
            element('span', {class: 'muted'}, place === 'cookie' ? view.messages.cookie : place),
          ),
        ),
      );
    },
  };
}

/** What of this site is on the visitor's device at this moment, by whose it is, and the way to delete it. */
export function storedNow(device: Device): Part {
  const {details, heading} = opens('stored-now');
  const groups = new Map<string, Group>();
  const nothing = element('p', {});
  const place = element('div', {});
  const others = element('p', {class: 'muted'});
  const beyond = element('p', {class: 'muted'});
  details.append(nothing, place, others, beyond);

  let view: DeviceView;
  let drawn = '';

  const groupOf = (id: string): Group => {
    const service = view.choice.categories
      .flatMap(({services}) => services)
      .find((one) => one.id === id);
    return id
      ? group(
          id,
          ({words, language}) => ({
            name: localized(service?.name ?? id, language),
            button: words.erase,
            note: device.granted(id) ? words.mayReturn : '',
          }),
          (names) => {
            device.clear(id);
            draw();
            const left = device
              .find()
              .services.filter((one) => one.id === id)
              .flatMap((one) => one.entries.map(({name}) => name));
            const gone = names.filter((name) => !left.includes(name));
            const {words} = view;
            return [
              gone[0] ? fill(words.erased, {names: isolated(gone)}) : '',
              left[0] ? fill(words.remains, {names: isolated(left)}) : '',
            ]
              .filter(Boolean)
              .join(' ');
          },
        )
      : group(
          '',
          ({words}) => ({name: words.ownRecord, button: words.forget, note: words.forgetText}),
          () => {
            device.forget();
            return '';
          },
        );
  };

  const draw = () => {
    const {services, own, others: more} = device.find();
    const now = new Map<string, readonly Entry[]>(services.map(({id, entries}) => [id, entries]));
    if (own[0]) now.set('', own);
    const text = JSON.stringify([
      view.language,
      [...now],
      more,
      [...now.keys()].map((id) => device.granted(id)),
    ]);
    if (text === drawn) return;
    drawn = text;
    const {words} = view;
    const all = [...now.values()].flat();
    heading.textContent = fill(words.onDevice, {count: all.length});
    nothing.textContent = services[0] ? '' : words.nothingHere;
    others.textContent = more ? fill(words.unlisted, {count: more}) : '';
    beyond.textContent = words.beyond;
    for (const [id, one] of groups) {
      if (now.has(id)) continue;
      if (one.speaks()) one.draw(view, []);
      else {
        one.element.remove();
        groups.delete(id);
      }
    }
    for (const [id, entries] of now) {
      let one = groups.get(id);
      if (!one) {
        groups.set(id, (one = groupOf(id)));
        place.append(one.element);
      }
      one.draw(view, entries);
    }
  };

  let watch: ReturnType<typeof setInterval> | undefined;
  const look = () => {
    if (details.open && details.checkVisibility?.() !== false && details.isConnected) draw();
    else {
      clearInterval(watch);
      watch = undefined;
    }
  };
  details.ontoggle = () => {
    look();
    if (details.open) watch ??= setInterval(look, LOOK);
  };

  return {
    element: details,
    draw(now) {
      view = now;
      draw();
    },
    close() {
      details.open = false;
      place.replaceChildren();
      groups.clear();
      drawn = '';
    },
  };
}
