import {both, element} from './dom.js';
import {part, radioField} from './fields.js';

/** The custom properties of README, „Looks“. */
const COLOURS = [
  ['--consent-accent', ['Buttons', 'Кнопки'], ['#1967d2', '#8ab4f8']],
  ['--consent-accent-text', ['Text on buttons', 'Текст на кнопках'], ['#ffffff', '#202124']],
  ['--consent-background', ['Background', 'Фон'], ['#ffffff', '#1d2126']],
  ['--consent-text', ['Text', 'Текст'], ['#23272f', '#e9e7e2']],
  ['--consent-border', ['Lines', 'Линии'], ['#d5d9df', '#3a4049']],
];
const SHAPES = [
  ['--consent-radius', ['Roundness of corners', 'Скругление углов'], '4px'],
  ['--consent-font', ['Typeface', 'Шрифт'], 'Georgia, serif'],
  ['--consent-width', ['Greatest width', 'Наибольшая ширина'], '60em'],
];

const ELEMENTS = 'consent-choice,\nconsent-embed';
/** What is written, by property: light, dark. */
const written = new Map();

const rule = (lines, indent = '') =>
  `${ELEMENTS} {\n${lines.join('\n')}\n}`.replace(/^(?=.)/gm, indent);
const linesOf = (which) =>
  [...written].flatMap(([name, values]) => (values[which] ? [`  ${name}: ${values[which]};`] : []));

/** The style sheet of the brand; nothing where nothing is written. */
export function brandCss() {
  const [light, dark] = [linesOf(0), linesOf(1)];
  return [
    light[0] && rule(light),
    dark[0] && `@media (prefers-color-scheme: dark) {\n${rule(dark, '  ')}\n}`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** @param then called when the brand has changed */
export const looksPart = (then) => {
  const field = (name, label, which, example, half) => {
    const id = `look${name}-${which}`;
    const control = element('input', {
      type: 'text',
      id,
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-describedby': `${id}-hint`,
    });
    control.value = written.get(name)?.[which] ?? '';
    const write = (value) => {
      const values = written.get(name) ?? ['', ''];
      // What would end the line is none of a value.
      values[which] = value.replace(/[{};<>]/g, '').trim();
      written.set(name, values);
      then();
    };
    control.addEventListener('input', () => write(control.value));
    const colour =
      name in {'--consent-radius': 1, '--consent-font': 1, '--consent-width': 1}
        ? undefined
        : element('input', {type: 'color', 'aria-labelledby': `${id}-label`, value: example});
    colour?.addEventListener('input', () => write((control.value = colour.value)));
    control.addEventListener('input', () => {
      if (colour && /^#[0-9a-f]{6}$/i.test(control.value)) colour.value = control.value;
    });
    return element(
      'div',
      {class: half ? 'field half' : 'field'},
      element('label', {for: id, id: `${id}-label`}, both(label)),
      colour ? element('div', {class: 'colour'}, colour, control) : control,
      element(
        'p',
        {class: 'hint', id: `${id}-hint`},
        both([`Such as ${example}`, `Например, ${example}`]),
      ),
    );
  };
  const scheme = (words, which) =>
    element(
      'fieldset',
      {class: 'scheme'},
      element('legend', {}, both(words)),
      COLOURS.map(([name, label, examples]) => field(name, label, which, examples[which])),
    );
  return part(
    ['Looks', 'Вид'],
    [
      'Colours that are too faint to read give way to ours, in the preview as on your site.',
      'Слишком бледные цвета уступают нашим: и в предпросмотре, и на вашем сайте.',
    ],
    () => [
      radioField({
        path: ['layout'],
        label: ['The banner', 'Баннер'],
        usual: 'bar',
        options: [
          ['bar', ['A card along the foot', 'Карточка внизу']],
          ['box', ['A small card in the corner', 'Карточка в углу']],
          ['sheet', ['A sheet, all the width', 'Лист во всю ширину']],
        ],
      }),
      radioField({
        path: ['theme'],
        label: ['Colours', 'Цвета'],
        usual: 'auto',
        options: [
          ['auto', ['As the visitor’s system', 'Как у системы посетителя']],
          ['light', ['Light', 'Светлые']],
          ['dark', ['Dark', 'Тёмные']],
        ],
      }),
      radioField({
        path: ['openButton'],
        label: ['The small button back to the settings', 'Кнопка возврата к настройкам'],
        usual: 'start',
        options: [
          ['start', ['At the start of the line', 'В начале строки']],
          ['end', ['At the end', 'В конце']],
          [false, ['The page has its own', 'На странице есть своя']],
        ],
      }),
      element(
        'details',
        {class: 'more'},
        element(
          'summary',
          {},
          both(['Colours and type of your brand', 'Цвета и шрифт вашей марки']),
        ),
        element(
          'div',
          {class: 'part-body'},
          element(
            'div',
            {class: 'schemes'},
            scheme(['Light', 'Светлая тема'], 0),
            scheme(['Dark', 'Тёмная тема'], 1),
          ),
          SHAPES.map(([name, label, example]) => field(name, label, 0, example, true)),
        ),
      ),
    ],
  );
};
