import {both, element} from './dom.js';
import {idOf} from './fields.js';
import {inRussian} from './in-russian.js';

/** What the check says, as a list. Each of its lines names the place, what is wrong there, and how to mend it. */
export function itemsOf({said, advice}) {
  const items = said.flatMap((text) => {
    const [head, ...lines] = text
      .replace(/^consent-gate: /, '')
      // What a parser says of a JSON may have line ends of its own.
      .split(/\n {2}(?=\S+: |and \d+ more)/);
    const warning = head.startsWith('these services');
    if (warning) return [{kind: 'warning', at: '', text: `${head} ${lines.join(', ')}`}];
    return lines.map((line) => {
      const [, at = '', rest = line] = /^(\S+): (.*)$/s.exec(line) ?? [];
      return {kind: 'error', at, text: rest};
    });
  });
  return [
    ...items,
    ...advice.map(({at, reason, fix}) => ({kind: 'advice', at, text: `${reason} (${fix})`})),
  ];
}

const KINDS = {
  error: ['Error', 'Ошибка'],
  warning: ['Warning', 'Предупреждение'],
  advice: ['To think of', 'Стоит подумать'],
};

const plural = new Intl.PluralRules('ru');
const russian = (count, one, few, many) =>
  `${count} ${{one, few, many}[plural.select(count)] ?? many}`;
/** How many there are. */
const summary = (errors, others) => {
  const more = others
    ? [`, ${others} to think of`, `, ${russian(others, 'замечание', 'замечания', 'замечаний')}`]
    : ['', ''];
  return errors
    ? [
        `${errors} ${errors === 1 ? 'error' : 'errors'}${more[0]}`,
        `${russian(errors, 'ошибка', 'ошибки', 'ошибок')}${more[1]}`,
      ]
    : [`Valid${more[0]}`, `Ошибок нет${more[1]}`];
};

/** The field that a path means, or the nearest one around it. */
const fieldOf = (at) => {
  for (let path = at; path; path = path.replace(/(\.[^.[]+|\[\d+\])$|^[^.[]+$/, '')) {
    const field = document.getElementById(idOf(path));
    if (field) return field;
  }
};

/** In both languages; in English alone where it is not known in Russian. */
const sentences = (text) => {
  const russian = inRussian(text);
  return [
    element('span', {class: 'sentence', lang: russian ? 'en' : 'en-GB'}, text),
    russian && element('span', {class: 'sentence', lang: 'ru'}, russian),
  ].filter(Boolean);
};

/** Has a field be described by an element, or no more, beside what else describes it. */
const describe = (field, id, also) => {
  const now = (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((one) => one && one !== id);
  if (also) now.push(id);
  if (now.length) field.setAttribute('aria-describedby', now.join(' '));
  else field.removeAttribute('aria-describedby');
};

/** The list of what is wrong, how many there are, and a word at each field. */
export function problems() {
  const count = element('p', {class: 'count', role: 'status', id: 'count'});
  const list = element('ul', {class: 'said', id: 'said'});
  const note = element(
    'p',
    {class: 'hint'},
    both([
      'The words of npx consent-gate check.',
      'То же говорит npx consent-gate check, по-английски.',
    ]),
  );
  let before = '';
  const made = element(
    'section',
    {class: 'check', 'aria-labelledby': 'check-heading'},
    element(
      'div',
      {class: 'check-head'},
      element('h2', {id: 'check-heading'}, both(['Check', 'Проверка'])),
      count,
    ),
    list,
    note,
  );

  const mark = (items) => {
    for (const one of document.querySelectorAll('.wrong:not([hidden])')) {
      one.hidden = true;
      one.replaceChildren();
    }
    for (const one of document.querySelectorAll('[aria-invalid]')) {
      one.removeAttribute('aria-invalid');
      describe(one, `${one.id}-wrong`, false);
    }
    for (const {kind, at, text} of items) {
      const field = kind === 'error' && document.getElementById(idOf(at));
      const word = field && document.getElementById(`${field.id}-wrong`);
      if (!word) continue;
      word.replaceChildren(...sentences(text));
      word.hidden = false;
      field.setAttribute('aria-invalid', 'true');
      describe(field, word.id, true);
    }
  };

  const item = ({kind, at, text}) => {
    const field = fieldOf(at);
    const place = field
      ? element('a', {href: `#${field.id}`, class: 'place'}, at)
      : at && element('code', {class: 'place'}, at);
    if (field)
      place.addEventListener('click', (event) => {
        event.preventDefault();
        const closed = field.closest('details:not([open])');
        if (closed) closed.open = true;
        const target = field.matches('input, select, textarea')
          ? field
          : field.querySelector('input, select, textarea');
        (target ?? field).focus();
      });
    return element(
      'li',
      {'data-kind': kind},
      element('span', {class: 'kind'}, both(KINDS[kind])),
      place || '',
      ...sentences(text),
    );
  };

  return {
    made,
    show(look) {
      const items = itemsOf(look);
      const errors = items.filter(({kind}) => kind === 'error').length;
      const words = summary(errors, items.length - errors);
      // What has not changed is not read out again.
      if (words[0] !== before) count.replaceChildren(...both(words));
      before = words[0];
      count.dataset.state = errors ? 'error' : items.length ? 'advice' : 'valid';
      list.replaceChildren(...items.map(item));
      list.hidden = note.hidden = !items.length;
      mark(items);
    },
  };
}
