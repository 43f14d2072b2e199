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
        half: true,
        label: ['Country', 'Страна'],
        hint: ['Two letters: RU, DE.', 'Две буквы: RU, DE.'],
        parse: (text) => text.trim().toUpperCase(),
        maxlength: '2',
        then,
      }),
      textField({
        path: ['operator', 'email'],
        half: true,
        label: ['E-mail', 'Электронная почта'],
        hint: ['For questions about data.', 'Для вопросов о данных.'],
        inputmode: 'email',
      }),
      textField({
        path: ['policy', 'url'],
        half: true,
        label: ['Address of the policy', 'Адрес политики'],
        hint: ['Such as /privacy, or in full.', 'Например, /privacy, или целиком.'],
      }),
      textField({
        path: ['policy', 'version'],
        half: true,
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
          half: true,
          label: ['Separate consent document', 'Отдельный текст согласия'],
          hint: ['Where the law wants one: 152-FZ art. 9.', 'Если он нужен: 152-ФЗ, статья 9.'],
        }),
        textField({
          path: ['consent', 'version'],
          half: true,
          label: ['Version of that document', 'Версия этого текста'],
        }),
        textField({
          path: ['policy', 'publishedAt'],
          half: true,
          label: ['Policy published on', 'Политика опубликована'],
          hint: ['A day: 2026-11-01.', 'День: 2026-11-01.'],
        }),
        textField({
          path: ['policy', 'effectiveAt'],
          half: true,
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
