/*
 * Elements, and words in both languages of the demo: both stand in the page, the style sheet shows one. What holds plain
 * text alone, such as an option, is put into the language of the page here.
 */

export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (value !== undefined && value !== false) made.setAttribute(key, value);
  }
  made.append(...children.flat().filter((child) => child !== undefined && child !== false));
  return made;
};

/** @param words English and Russian; one text where there is but one */
export const both = (words) =>
  typeof words === 'string'
    ? [words]
    : [element('span', {lang: 'en'}, words[0]), element('span', {lang: 'ru'}, words[1])];

export const language = () => (document.documentElement.lang === 'ru' ? 'ru' : 'en');
export const inWords = (words) =>
  typeof words === 'string' ? words : words[language() === 'ru' ? 1 : 0];

export const option = (value, words) => {
  const [en, ru] = typeof words === 'string' ? [words, words] : words;
  return element('option', {value, 'data-en': en, 'data-ru': ru}, inWords(words));
};

export const button = (words, onClick, attributes = {}) => {
  const made = element('button', {type: 'button', class: 'button', ...attributes}, ...both(words));
  made.addEventListener('click', onClick);
  return made;
};

const speakings = [];
/** Calls `fn` when the visitor has changed the language of the page. */
export const whenSpoken = (fn) => void speakings.push(fn);

new MutationObserver(() => {
  for (const one of document.querySelectorAll('main [data-en]')) {
    one.textContent = one.dataset[language()];
  }
  for (const fn of speakings) fn();
}).observe(document.documentElement, {attributeFilter: ['lang']});
