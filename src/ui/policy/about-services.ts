import type {StorageEntry} from '../../config/config.js';
import type {ChoiceCategory, ChoiceService} from '../../decision/choice.js';
import {categoryText} from '../choice/category-text.js';
import {categoryTitle} from '../choice/category-title.js';
import type {Item, Stored} from '../choice/stored-table.js';
import {abroad} from '../shared/abroad.js';
import {duration} from '../shared/duration.js';
import {fill} from '../shared/fill.js';
import {localized} from '../shared/localized.js';
import {located} from '../shared/located.js';
import {purposes} from '../shared/purposes.js';
import type {Block, Inline} from './blocks.js';
import {heading, pair, paragraph, sentences} from './phrases.js';
import type {PolicyView} from './policy-view.js';

/**
 * Name, purpose, whose, and term of all that a service leaves; nothing where it leaves nothing.
 * @param used what the service is for, in words
 */
function storedTable(
  {cookies = [], storage = [], unreachable = []}: Stored,
  view: PolicyView,
  title: string,
  used: string,
): Block[] {
  const {messages, words, language} = view;
  // What for is said above the table, of all of them; here where one has its own word.
  const told = [...cookies, ...storage, ...unreachable].some(
    (item) => typeof item === 'object' && item.purpose,
  );
  const row = (item: Item, kind: string, party: string, unknown = '—'): Inline[][] => {
    const {
      name,
      purpose,
      days = null,
    } = typeof item === 'string' ? ({name: item} as StorageEntry) : item;
    return [
      [{code: name}],
      ...(told ? [[purpose ? localized(purpose, language) : '—']] : []),
      [kind],
      [party],
      [days === null ? unknown : duration(days, view)],
    ];
  };
  const rows = [
    ...cookies.map((item) => row(item, messages.cookie, words.first)),
    ...storage.map((item) => row(item, messages.storage, words.first, messages.unlimited)),
    ...unreachable.map((item) =>
      item.where === 'HttpOnly'
        ? row(item, `${messages.cookie}, HttpOnly`, words.first)
        : row(item, messages.cookie, `${words.third}, ${item.where}`),
    ),
  ];
  const head = [
    messages.name,
    ...(told ? [words.purpose] : []),
    messages.kind,
    words.party,
    messages.keptFor,
  ];
  return rows.length
    ? [{kind: 'table', caption: told || !used ? title : pair(title, used, language), head, rows}]
    : [];
}

function aboutService(service: ChoiceService, view: PolicyView): Block[] {
  const {messages, words, language} = view;
  const name = localized(service.name, language);
  const details = view.details.find(({id}) => id === service.id);
  const used = purposes(service.purposes, view);
  return [
    heading(4, name),
    paragraph(
      sentences(
        [
          `${service.country ? located(service, view) : service.vendor}${/^zh/.test(language) ? '。' : '.'}`,
          ...(used ? [fill(messages.usedFor, {purposes: used})] : []),
          ...service.subQuestions.map((part) =>
            fill(words.apart, {purposes: purposes(part.purposes, view)}),
          ),
          abroad([service], view),
        ],
        language,
      ),
      ...(details?.policyUrl
        ? [
            ' ',
            {text: fill(messages.vendorPolicy, {vendor: service.vendor}), href: details.policyUrl},
          ]
        : []),
    ),
    ...storedTable({...details, ...service}, view, name, used),
  ];
}

/** A category: what it is, and each service in it with what it leaves. */
export function aboutCategory(category: ChoiceCategory, view: PolicyView): Block[] {
  const text = categoryText(category, view);
  return [
    heading(3, categoryTitle(category, view)),
    ...(text ? [paragraph(text)] : []),
    ...category.services.flatMap((service) => aboutService(service, view)),
  ];
}
