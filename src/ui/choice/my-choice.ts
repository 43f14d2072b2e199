import {dayInWords, pair} from '../policy/phrases.js';
import {element} from '../shared/element.js';
import {fill} from '../shared/fill.js';
import {
  opens,
  quietButton,
  status,
  type Device,
  type DeviceView,
  type Part,
} from './device-part.js';
import {eachAnswer} from './each-answer.js';
import {isAsked} from './questions.js';

/** What the visitor has answered and when, with its receipt to take away; nothing where there is no answer yet. */
export function myChoice(device: Device): Part {
  const {details, heading} = opens('my-choice');
  const when = element('p', {});
  const answers = element('ul', {role: 'list'});
  const said = status();
  const text = element('textarea', {readonly: '', rows: '8', dir: 'ltr'});
  text.hidden = true;
  let view: DeviceView;

  const receipt = async () => JSON.stringify(await device.receipt(), null, 2);
  /** What goes wrong leaves the text to be copied by hand. */
  const take = async (way: (json: string) => unknown, done: () => string) => {
    said.textContent = '';
    text.hidden = true;
    const json = await receipt();
    try {
      await way(json);
      said.textContent = done();
    } catch {
      text.value = json;
      text.hidden = false;
      text.focus();
      text.select();
      said.textContent = view.words.byHand;
    }
  };
  // Without its file there is no receipt, and the network has said so.
  const button = (action: string, ...how: Parameters<typeof take>) =>
    quietButton(action, () => void take(...how).catch(() => {}));
  const copy = button(
    'copy',
    (json) => navigator.clipboard.writeText(json),
    () => view.words.copied,
  );
  const download = button(
    'download',
    (json) =>
      save(details, json, `consent-${location.hostname}-${view.choice.decision().decidedAt}.json`),
    () => view.words.downloaded,
  );
  details.append(when, answers, element('div', {class: 'row'}, copy, download), said, text);

  return {
    element: details,
    draw(now) {
      view = now;
      const {choice, words, messages, language} = now;
      const decision = choice.decision();
      details.hidden = decision.decidedAt === null;
      if (decision.decidedAt === null) return;
      heading.textContent = words.myChoice;
      when.textContent = fill(messages.decided, {
        date: dayInWords(decision.decidedAt, language),
      });
      answers.replaceChildren(
        ...eachAnswer(decision, choice.categories.filter(isAsked), now).map(([question, answer]) =>
          element('li', {}, pair(question, answer, language)),
        ),
      );
      copy.textContent = words.copy;
      download.textContent = words.download;
      text.ariaLabel = words.receipt;
    },
    close() {
      details.open = false;
      text.hidden = true;
      said.textContent = text.value = '';
    },
  };
}

/**
 * Hands it to the visitor as a file.
 * @param place where the link stands for a moment: older browsers follow none that is not in a document
 */
function save(place: Element, json: string, name: string): void {
  const href = URL.createObjectURL(new Blob([json], {type: 'application/json'}));
  const link = element('a', {href, download: name});
  // It is nothing to a router of the page.
  link.onclick = (event) => event.stopPropagation();
  place.append(link);
  link.click();
  link.remove();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
