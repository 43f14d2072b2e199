import {localizedField, more, parseNumber, part, textField} from './fields.js';

/** Who asks, and under which policy. @param then called when the operator's country has changed */
export const sitePart = (then) =>
  part(
    ['Your site', 'Ваш сайт'],
    [
      'Who asks the visitor, and which policy says more.',
      'Кто спрашивает посетителя и где написано подробнее.',
    ],
    () => [
      ...localizedField({
        path: ['operator', 'name'],
        label: ['Operator', 'Оператор'],
        hint: ['The company or person who runs the site.', 'Компания или человек, чей это сайт.'],
      }),
      textField({
        path: ['operator', 'country'],
        label: ['Country', 'Страна'],
        hint: [
          'Two letters, such as RU or DE. With RU the check names services that record abroad.',
          'Две буквы, например RU или DE. С RU проверка назовёт сервисы, которые хранят данные за рубежом.',
        ],
        parse: (text) => text.trim().toUpperCase(),
        maxlength: '2',
        then,
      }),
      textField({
        path: ['operator', 'email'],
        label: ['E-mail', 'Электронная почта'],
        inputmode: 'email',
      }),
      textField({
        path: ['policy', 'url'],
        label: ['Address of the cookie policy', 'Адрес политики cookie'],
        hint: [
          'From the root, such as /privacy, or in full.',
          'От корня сайта, например /privacy, или целиком.',
        ],
      }),
      textField({
        path: ['policy', 'version'],
        label: ['Version of the policy', 'Версия политики'],
        hint: ['Its date will do.', 'Подойдёт её дата.'],
      }),
      more(
        ['More about operator and documents', 'Подробнее об операторе и документах'],
        ...localizedField({path: ['operator', 'address'], label: ['Address', 'Адрес']}),
        textField({
          path: ['operator', 'registration'],
          label: ['Registration numbers', 'Регистрационные номера'],
          hint: ['Such as OGRN and INN.', 'Например, ОГРН и ИНН.'],
        }),
        textField({
          path: ['consent', 'url'],
          label: ['Separate consent document', 'Отдельный текст согласия'],
          hint: ['Where the law wants one: 152-FZ art. 9.', 'Если он нужен: 152-ФЗ, статья 9.'],
        }),
        textField({
          path: ['consent', 'version'],
          label: ['Version of that document', 'Версия этого текста'],
        }),
        textField({
          path: ['policy', 'publishedAt'],
          label: ['Policy published on', 'Политика опубликована'],
          hint: ['A day: 2026-11-01.', 'День: 2026-11-01.'],
        }),
        textField({
          path: ['policy', 'effectiveAt'],
          label: ['Policy holds from', 'Политика действует с'],
        }),
        textField({
          path: ['cookie', 'days'],
          label: ['Days that an answer holds', 'Сколько дней действует ответ'],
          hint: ['182 unless you say otherwise, at most 365.', 'Обычно 182, не больше 365.'],
          parse: parseNumber,
          inputmode: 'numeric',
        }),
      ),
    ],
  );
