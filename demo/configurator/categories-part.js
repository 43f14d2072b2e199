import {categories, get, set} from './config.js';
import {both, button, element} from './dom.js';
import {idOf, localizedField, more, part} from './fields.js';
import {CATEGORIES} from './words.js';

/** Which categories are asked, and what they are called. @param then called when there are others */
export const categoriesPart = (then) =>
  part(
    ['Categories', 'Категории'],
    [
      'A category is asked when it is here, with services or without. What is necessary is never asked.',
      'О категории спрашивают, если она здесь есть, с сервисами или без них. О необходимых не спрашивают.',
    ],
    (draw) => {
      const named = categories().map(([id]) => id);
      const own = element('input', {type: 'text', id: 'own-category', autocomplete: 'off'});
      const add = () => {
        const title = own.value.trim();
        if (!title) return own.focus();
        // As ids are written, which have no letters but these.
        const id =
          title
            .toLowerCase()
            .replace(/[^a-z0-9]+/g, '-')
            .replace(/^-|-$/g, '')
            .slice(0, 40) || `category-${named.length + 1}`;
        if (named.includes(id)) return own.focus();
        set(['categories', id], {title});
        draw();
        then();
        const field = document.getElementById(idOf(`categories.${id}.title`));
        field.closest('details').open = true;
        field.focus();
      };
      own.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        add();
      });
      return [
        element(
          'div',
          {class: 'categories'},
          [...new Set([...Object.keys(CATEGORIES), ...named])].map((id) => {
            const used = get(['categories', id, 'services'])?.length > 0;
            const control = element('input', {type: 'checkbox', id: `category-${id}`});
            control.checked = named.includes(id);
            control.disabled = used;
            control.addEventListener('change', () => {
              set(['categories', id], control.checked ? {} : undefined);
              draw();
              then();
              document.getElementById(`category-${id}`)?.focus();
            });
            return element(
              'div',
              {class: 'category'},
              element(
                'label',
                {for: `category-${id}`, class: 'tick-label'},
                control,
                element('span', {}, both(CATEGORIES[id] ?? id)),
                used && element('span', {class: 'hint'}, both(['has services', 'есть сервисы'])),
              ),
              named.includes(id) &&
                more(
                  ['Its own words', 'Свои слова'],
                  ...localizedField({
                    path: ['categories', id, 'title'],
                    label: ['Title', 'Название'],
                  }),
                  ...localizedField({
                    path: ['categories', id, 'description'],
                    label: ['Description', 'Описание'],
                  }),
                ),
            );
          }),
        ),
        element(
          'div',
          {class: 'field add'},
          element(
            'label',
            {for: 'own-category'},
            both(['A category of your own', 'Своя категория']),
          ),
          element(
            'div',
            {class: 'add-row'},
            own,
            button(['Add', 'Добавить'], add, {class: 'button', 'aria-describedby': 'own-category'}),
          ),
        ),
      ];
    },
  );
