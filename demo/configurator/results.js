import {load, toJson, toPageJson} from './config.js';
import {both, button, element} from './dom.js';

/** A hash of the one-file build, as the attribute `integrity` has it. */
async function integrityOf(address) {
  const file = await (await fetch(address)).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', file));
  return `sha384-${btoa(String.fromCharCode(...hash))}`;
}

/** The tag as it is pasted into a page; the config is no markup there. */
const inline = () =>
  `<script type="application/json" data-consent-gate>\n${toPageJson().replaceAll('<', '\\u003c')}\n</script>`;
const TAGS = {
  lazy: () => `${inline()}\n<script src="/consent-gate.js" defer></script>`,
  bundle: (sri) => `${inline()}\n<script src="/consent-gate.bundle.js" ${sri} defer></script>`,
  file: () => '<script src="/consent-gate.js" data-config="/consent.json" defer></script>',
};
const WAYS = [
  [
    'lazy',
    [
      'The tag: a small core, the rest when it is needed',
      'Тег: небольшое ядро, остальное по мере надобности',
    ],
  ],
  ['bundle', ['One file, with integrity', 'Один файл, с integrity']],
  [
    'file',
    ['The config in a file of its own, consent.json', 'Конфигурация отдельным файлом consent.json'],
  ],
];

/** All that there is to copy. */
export function results() {
  const said = element('p', {role: 'status', class: 'copied', id: 'copied'});
  let sri = '';
  let way = 'lazy';

  const copy = async (words, text) => {
    try {
      await navigator.clipboard.writeText(text());
      said.replaceChildren(...both([`${words[0]}: copied`, `${words[1]}: скопировано`]));
    } catch {
      said.replaceChildren(
        ...both([
          `${words[0]}: the browser does not let this page copy; select the text`,
          `${words[1]}: браузер не даёт скопировать; выделите текст`,
        ]),
      );
    }
  };
  const head = (id, words, text) =>
    element(
      'div',
      {class: 'result-head'},
      element('h3', {id: `${id}-heading`}, both(words)),
      button([`Copy`, 'Скопировать'], () => copy(words, text), {
        'data-copy': id,
        'aria-describedby': `${id}-heading`,
      }),
    );
  const block = (id, words, note) => {
    const code = element('code', {id});
    const made = element(
      'div',
      {class: 'result'},
      head(id, words, () => code.textContent),
      note && element('p', {class: 'hint'}, both(note)),
      element('pre', {tabindex: '0', role: 'region', 'aria-labelledby': `${id}-heading`}, code),
    );
    return {made, code};
  };

  const json = element('textarea', {
    id: 'json',
    rows: '16',
    spellcheck: 'false',
    autocomplete: 'off',
    'aria-labelledby': 'json-heading',
    'aria-describedby': 'json-hint',
  });
  const tag = block('tag', ['Tag', 'Тег']);
  const csp = block(
    'csp',
    ['Content-Security-Policy', 'Content-Security-Policy'],
    [
      'The value of the header, as npx consent-gate csp prints it.',
      'Значение заголовка, как его печатает npx consent-gate csp.',
    ],
  );
  const integrity = block(
    'sri',
    ['Integrity (SRI)', 'Целостность (SRI)'],
    [
      'Of consent-gate.bundle.js, the one file that it can cover whole.',
      'Для consent-gate.bundle.js: это единственный файл, который он защищает целиком.',
    ],
  );
  const css = block(
    'css',
    ['CSS of your brand', 'CSS вашей марки'],
    ['For the style sheet of your site.', 'Для таблицы стилей вашего сайта.'],
  );

  const showTag = () => (tag.code.textContent = TAGS[way](sri));
  const ways = element(
    'fieldset',
    {class: 'field choice'},
    element('legend', {}, both(['Way in', 'Способ подключения'])),
    element(
      'div',
      {class: 'choices'},
      WAYS.map(([value, words]) => {
        const control = element('input', {
          type: 'radio',
          name: 'way',
          value,
          checked: value === way,
        });
        control.addEventListener('change', () => {
          way = value;
          showTag();
        });
        return element('label', {}, control, element('span', {}, both(words)));
      }),
    ),
  );
  tag.made.querySelector('pre').before(ways);

  integrityOf('/dist/consent-gate.bundle.js').then(
    (hash) => {
      sri = `integrity="${hash}"`;
      integrity.code.textContent = sri;
      showTag();
    },
    () => (integrity.made.hidden = true),
  );

  const made = element(
    'section',
    {class: 'results', 'aria-labelledby': 'results-heading'},
    element('h2', {id: 'results-heading'}, both(['Take it with you', 'Забрать с собой'])),
    element(
      'div',
      {class: 'result'},
      head('json', ['JSON', 'JSON'], () => json.value),
      element(
        'p',
        {class: 'hint', id: 'json-hint'},
        both([
          'The whole config. Paste one of yours in here to go on with it; keys that have no field on this page stay as they are.',
          'Вся конфигурация. Вставьте сюда свою, чтобы продолжить с неё; ключи, для которых здесь нет поля, останутся как есть.',
        ]),
      ),
      json,
    ),
    tag.made,
    csp.made,
    integrity.made,
    css.made,
    said,
  );

  return {
    made,
    /** Calls `fn` with what somebody has written into the JSON. */
    whenWritten(fn) {
      json.addEventListener('input', () => fn(json.value, load(json.value)));
    },
    /** @param more what a valid config needs of a policy, the style sheet of the brand; whether the JSON is to be written anew */
    show({policy, brand, anew}) {
      if (anew) json.value = toJson();
      if (policy !== undefined) csp.code.textContent = policy;
      css.made.hidden = !brand;
      css.code.textContent = brand;
      showTag();
    },
  };
}
