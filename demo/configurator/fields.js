import {get, pathText, set} from './config.js';
import {both, element, option} from './dom.js';

/** Where a field is found by the path that a problem names. */
export const idOf = (at) => `at-${at}`;

const isObject = (value) => typeof value === 'object' && value !== null;

/** A label, what it labels, a hint below it, and room for what is wrong. */
const wrap = (at, label, control, hint, half) => {
  const id = idOf(at);
  const hintId = `${id}-hint`;
  control.id = id;
  control.dataset.at = at;
  if (hint) control.setAttribute('aria-describedby', hintId);
  return element(
    'div',
    {class: half ? 'field half' : 'field'},
    element('label', {for: id}, both(label)),
    control,
    hint && element('p', {class: 'hint', id: hintId}, both(hint)),
    element('p', {class: 'wrong', id: `${id}-wrong`, hidden: true}),
  );
};

/**
 * A text of the config.
 * @param parse makes a value of what is written; nothing written is no key
 * @param then called after a change
 * @param half whether it needs half the width only
 */
export function textField({path, label, hint, parse = (text) => text, then, lines, half, ...more}) {
  const control = element(lines ? 'textarea' : 'input', {
    ...(lines ? {rows: lines} : {type: 'text'}),
    autocomplete: 'off',
    spellcheck: 'false',
    ...more,
  });
  const value = get(path);
  if (isObject(value) && !lines) {
    // Written in the JSON in a form that no single line has.
    control.readOnly = true;
    control.value = JSON.stringify(value);
  } else control.value = lines && Array.isArray(value) ? show(value) : (value ?? '');
  control.addEventListener('input', () => {
    set(path, control.value.trim() === '' ? undefined : parse(control.value));
    then?.();
  });
  return wrap(pathText(path), label, control, hint, half);
}

const show = (list) =>
  list.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))).join('\n');
/** One item a line; what begins like an object is read as one. */
export const parseLines = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      try {
        return line.startsWith('{') ? JSON.parse(line) : line;
      } catch {
        return line;
      }
    });
/** A number where it is one; anything else is for the check to speak of. */
export const parseNumber = (text) => (/^\s*\d+\s*$/.test(text) ? Number(text) : text);

/** A text, or one per language where the config has them so. */
export function localizedField({path, label, ...more}) {
  const value = get(path);
  if (!isObject(value)) return [textField({path, label, ...more})];
  return Object.keys(value).map((tag) =>
    textField({
      path: [...path, tag],
      label:
        typeof label === 'string' ? `${label} (${tag})` : label.map((words) => `${words} (${tag})`),
      ...more,
    }),
  );
}

/** @param options value → words; a value of '' is no key */
export function selectField({path, label, hint, options, then}) {
  const now = get(path) ?? '';
  const known = options.some(([value]) => value === now) ? options : [...options, [now, `${now}`]];
  const control = element(
    'select',
    {},
    known.map(([value, words]) => option(value, words)),
  );
  control.value = now;
  control.addEventListener('change', () => {
    set(path, control.value || undefined);
    then?.();
  });
  return wrap(pathText(path), label, control, hint);
}

export function checkField({path, label, hint, then}) {
  const at = pathText(path);
  const id = idOf(at);
  const control = element('input', {
    type: 'checkbox',
    id,
    'data-at': at,
    'aria-describedby': hint && `${id}-hint`,
  });
  control.checked = get(path) === true;
  control.addEventListener('change', () => {
    set(path, control.checked || undefined);
    then?.();
  });
  return element(
    'div',
    {class: 'field tick'},
    element('label', {for: id}, control, element('span', {}, both(label))),
    hint && element('p', {class: 'hint', id: `${id}-hint`}, both(hint)),
    element('p', {class: 'wrong', id: `${id}-wrong`, hidden: true}),
  );
}

/**
 * @param options value → words
 * @param usual the value that needs no key
 */
export function radioField({path, label, options, usual}) {
  const at = pathText(path);
  const now = get(path) ?? usual;
  return element(
    'fieldset',
    {class: 'field choice'},
    element('legend', {}, both(label)),
    element(
      'div',
      {class: 'choices'},
      options.map(([value, words]) => {
        const control = element('input', {type: 'radio', name: at});
        control.value = value;
        control.checked = value === now;
        control.addEventListener('change', () => set(path, value === usual ? undefined : value));
        return element('label', {}, control, element('span', {}, both(words)));
      }),
    ),
  );
}

/** A group of the form with its heading; `render` fills it, again and again. */
export function part(words, note, render) {
  const body = element('div', {class: 'part-body'});
  const made = element(
    'fieldset',
    {class: 'part'},
    element('legend', {}, element('h2', {}, both(words))),
    element('p', {class: 'part-note'}, both(note)),
    body,
  );
  const draw = () => body.replaceChildren(...render(draw).flat());
  draw();
  return {made, draw};
}

/** What few need. */
export const more = (words, ...children) =>
  element(
    'details',
    {class: 'more'},
    element('summary', {}, both(words)),
    element('div', {class: 'part-body'}, children),
  );
