import {get} from './config.js';
import {both, button, element, language, option} from './dom.js';
import {part, textField} from './fields.js';
import {LANGUAGES} from './words.js';

/** Those of the first layer, which everybody reads. */
const FIRST = ['title', 'ask', 'recipients', 'change', 'accept', 'reject', 'settings'];
const NAMES = {
  __proto__: null,
  title: ['Heading', 'Заголовок'],
  ask: ['The question', 'Вопрос'],
  recipients: ['Who gets the data', 'Кто получает данные'],
  change: ['That it can be changed', 'Что выбор можно изменить'],
  accept: ['The yes', '«Да»'],
  reject: ['The no', '«Нет»'],
  settings: ['The way to the settings', 'Переход к настройкам'],
};

/** Our own texts of a language, to be read beside those of the owner. */
const ours = async (tag) => (await import(`/dist/locales/${tag}.js`)).messages;

/** @param keys of all texts */
export async function textsPart(keys) {
  let tag = language();
  const messages = {[tag]: await ours(tag)};
  const asked = new Set();
  return part(
    ['Texts', 'Тексты'],
    [
      'Ours stand below each field, and are used where you write nothing. An answer must be called like an answer.',
      'Под каждым полем стоит наш текст: он останется, если ничего не написать. Ответ должен называться ответом.',
    ],
    (draw) => {
      const written = Object.keys(get(['texts', tag]) ?? {});
      const shown = [...new Set([...FIRST, ...written, ...asked])];
      const spoken = element(
        'select',
        {id: 'text-language'},
        [...new Set([...Object.keys(LANGUAGES), ...Object.keys(get(['texts']) ?? {})])].map((one) =>
          option(one, LANGUAGES[one] ?? one),
        ),
      );
      spoken.value = tag;
      spoken.addEventListener('change', async () => {
        tag = spoken.value;
        messages[tag] ??= await ours(tag in LANGUAGES ? tag : 'en');
        draw();
        document.getElementById('text-language').focus();
      });
      const another = element(
        'select',
        {id: 'text-key'},
        [...new Set(keys)]
          .filter((key) => !shown.includes(key))
          .sort()
          .map((key) => option(key, key)),
      );
      return [
        element(
          'div',
          {class: 'field'},
          element('label', {for: 'text-language'}, both(['Texts in', 'Тексты на языке'])),
          spoken,
        ),
        ...shown.map((key) => {
          const field = textField({
            path: ['texts', tag, key],
            label: NAMES[key] ?? key,
            hint: messages[tag][key] ?? '–',
            half: /^(accept|reject)$/.test(key),
            lines: /^(ask|recipients)$/.test(key) ? 2 : undefined,
          });
          const hint = field.querySelector('.hint');
          // Not in the language of this page, and not to be hidden for it.
          hint.lang = tag === 'en' ? 'en-GB' : tag === 'ru' ? 'ru-RU' : tag;
          hint.dir = 'auto';
          field.querySelector('input, textarea').lang = hint.lang;
          return field;
        }),
        element(
          'div',
          {class: 'field add'},
          element('label', {for: 'text-key'}, both(['Another text', 'Другой текст'])),
          element(
            'div',
            {class: 'add-row'},
            another,
            button(['Add', 'Добавить'], () => {
              const key = another.value;
              asked.add(key);
              draw();
              document.getElementById(`at-texts.${tag}.${key}`)?.focus();
            }),
          ),
        ),
      ];
    },
  );
}
