import {part, selectField} from './fields.js';
import {LANGUAGES} from './words.js';

export const languagesPart = () =>
  part(
    ['Languages', 'Языки'],
    [
      'Sixteen languages are complete. The banner speaks that of the page, else one that the browser asks for.',
      'Шестнадцать языков готовы. Баннер говорит на языке страницы, а если он не указан, на языке браузера.',
    ],
    () => [
      selectField({
        path: ['language'],
        label: ['Language of the banner', 'Язык баннера'],
        options: [
          ['', ['That of the page', 'Как у страницы']],
          ...Object.entries(LANGUAGES).map(([tag, name]) => [tag, name]),
        ],
      }),
    ],
  );
