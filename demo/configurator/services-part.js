import {addEntry, categories, entries, get, pathText, removeEntry} from './config.js';
import {both, button, element, inWords, option} from './dom.js';
import {
  checkField,
  idOf,
  localizedField,
  more,
  parseLines,
  parseNumber,
  part,
  selectField,
  textField,
} from './fields.js';
import {CATEGORIES, EXAMPLES, PARAMETERS} from './words.js';

const nameOf = (known) =>
  typeof known.name === 'string' ? known.name : [known.name.en, known.name.ru ?? known.name.en];

const example = (text) => [`For example ${text}`, `Например, ${text}`];

/** A field for each parameter that a service has; what has no field is for the JSON. */
const parameterFields = ({parameters = {}, id}, path) =>
  Object.entries(parameters).flatMap(([key, kind]) => {
    const name = key.replace('!', '');
    const at = [...path, name];
    if (kind === 'flag')
      return checkField({
        path: at,
        label: [
          'The site changes its address without a load (an application)',
          'Сайт меняет адрес без загрузки страницы (приложение)',
        ],
      });
    if (!PARAMETERS[name]) return [];
    const [words, usual] = PARAMETERS[name];
    const label = key.endsWith('!') ? words : [`${words[0]}, if any`, `${words[1]}, если есть`];
    const choices = /^[a-z]+(\|[a-z]+)+$/.test(kind) && kind.split('|');
    if (choices)
      return selectField({
        path: at,
        label: words,
        options: [
          ['', ['as the vendor has it', 'как у сервиса']],
          ...choices.map((one) => [one, one]),
        ],
      });
    return textField({
      path: at,
      label,
      hint: example(EXAMPLES[id] ?? usual),
      parse: kind === 'count' ? parseNumber : (text) => text.trim(),
      inputmode: kind === 'count' ? 'numeric' : undefined,
    });
  });

const ownFields = (path) => [
  textField({
    path: [...path, 'service'],
    half: true,
    label: ['Id', 'Идентификатор'],
    hint: example('my-chat'),
  }),
  ...localizedField({path: [...path, 'name'], half: true, label: ['Name', 'Название']}),
  textField({path: [...path, 'vendor'], half: true, label: ['Company behind it', 'Компания']}),
  textField({
    path: [...path, 'country'],
    half: true,
    label: ['Country of the data', 'Страна хранения'],
    hint: example('DE'),
    parse: (text) => text.trim().toUpperCase(),
    maxlength: '2',
  }),
  textField({
    path: [...path, 'scripts'],
    label: ['Scripts', 'Скрипты'],
    hint: ['https addresses, one a line', 'Адреса https, по одному в строке'],
    parse: parseLines,
    lines: 2,
  }),
  textField({
    path: [...path, 'cookies'],
    label: ['Cookies it leaves', 'Какие cookie оставляет'],
    hint: [
      'One a line, such as chat_id* or {"name": "chat_id*", "days": 30}',
      'По одному в строке: chat_id* или {"name": "chat_id*", "days": 30}',
    ],
    parse: parseLines,
    lines: 2,
  }),
];

/** @param known all services of the register; @param then called when services or categories are others */
export const servicesPart = (known, then) => {
  const byId = new Map(known.map((one) => [one.id, one]));
  const isOwn = (entry) => 'vendor' in entry || !byId.has(entry.service);

  const card = ({entry, category, path}, draw) => {
    const own = isOwn(entry);
    const facts = own ? entry : byId.get(entry.service);
    const words = own ? ['A service of your own', 'Свой сервис'] : nameOf(facts);
    const headingId = idOf(`${pathText(path)}-name`);
    const move = element(
      'select',
      {id: idOf(`${pathText(path)}.category`)},
      [...new Set([...Object.keys(CATEGORIES), ...categories().map(([id]) => id)])].map((id) =>
        option(id, CATEGORIES[id] ?? id),
      ),
    );
    move.value = category;
    move.addEventListener('change', () => {
      const {value} = move;
      removeEntry(path);
      addEntry(value, entry);
      draw();
      then();
      const now = entries().find((one) => one.entry === entry);
      document.getElementById(idOf(`${pathText(now.path)}.category`))?.focus();
    });
    const abroad = facts.country !== 'RU' && get(['operator', 'country']) === 'RU';
    const remove = button(
      ['Remove', 'Убрать'],
      () => {
        removeEntry(path);
        draw();
        then();
        document.getElementById('add-service').focus();
      },
      {class: 'plain', 'aria-describedby': headingId},
    );
    return element(
      'fieldset',
      {class: 'service', 'data-service': entry.service},
      element('legend', {id: headingId}, both(words)),
      element(
        'p',
        {class: 'about'},
        own ? '' : `${facts.vendor}, ${facts.country ?? entry.country ?? ''}`.replace(/, $/, ''),
        remove,
      ),
      own ? ownFields(path) : parameterFields(facts, path),
      entry.service === 'yandex-metrica' &&
        checkField({
          path: [...path, 'options', 'webvisor'],
          label: [
            'Session replay (Webvisor): a question of its own',
            'Запись действий (Вебвизор): отдельный вопрос',
          ],
        }),
      (abroad || entry.crossBorder) &&
        checkField({
          path: [...path, 'crossBorder'],
          label: [
            'I have settled that this data leaves Russia',
            'Передача этих данных за пределы России согласована',
          ],
          hint: [
            '152-FZ art. 12 asks for a notice before data goes abroad; art. 18(5) forbids to record it there first.',
            'Статья 12 152-ФЗ требует уведомить о передаче заранее, часть 5 статьи 18 запрещает первичную запись за рубежом.',
          ],
        }),
      element(
        'div',
        {class: 'field'},
        element('label', {for: move.id}, both(['Category', 'Категория'])),
        move,
      ),
      more(
        ['Purposes of your own', 'Дополнительные цели'],
        textField({
          path: [...path, 'purposes'],
          label: ['Purposes', 'Цели'],
          hint: [
            'One a line: a key such as statistics, advertising or communication, or your own words.',
            'По одной в строке: ключ, например statistics, advertising или communication, либо свои слова.',
          ],
          parse: parseLines,
          lines: 2,
        }),
      ),
    );
  };

  const choose = element('select', {id: 'add-service'});
  for (const category of ['analytics', 'advertising', 'functional']) {
    const group = element('optgroup', {label: inWords(CATEGORIES[category])});
    group.append(
      ...known.filter((one) => one.category === category).map((one) => option(one.id, nameOf(one))),
    );
    choose.append(group);
  }
  choose.append(option('', ['A service of your own…', 'Свой сервис…']));
  choose.value = 'google-analytics';

  return part(
    ['Services', 'Сервисы'],
    [
      'What waits for a yes. Each vendor’s own snippet is to be taken off your pages.',
      'Что ждёт согласия. Собственный код каждого сервиса со страниц нужно убрать.',
    ],
    (draw) => [
      ...entries().map((one) => card(one, draw)),
      element(
        'div',
        {class: 'field add'},
        element('label', {for: 'add-service'}, both(['Add a service', 'Добавить сервис'])),
        element(
          'div',
          {class: 'add-row'},
          choose,
          button(['Add', 'Добавить'], () => {
            const id = choose.value;
            const category = byId.get(id)?.category ?? 'functional';
            addEntry(
              category,
              id ? {service: id} : {service: 'my-service', name: '', vendor: '', country: ''},
            );
            draw();
            then();
            const cards = [...document.querySelectorAll('.service')];
            cards
              .findLast((one) => one.dataset.service === (id || 'my-service'))
              ?.querySelector('input, select')
              ?.focus();
          }),
        ),
      ),
    ],
  );
};
