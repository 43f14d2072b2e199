/*
 * The kit: a page whose views are routes, as in a single-page application. Only a visitor who has
 * allowed "your choices in the kit" finds the session again after leaving; the others have it for
 * as long as the page is open.
 */
(() => {
  'use strict';

  const KEY = 'sdk_methods';
  const METHODS = [
    {
      id: 'two-words',
      minutes: 5,
      en: ['Two words', 'How we arrive, what we hope for.'],
      ru: ['Два слова', 'С чем пришли, чего ждём.'],
    },
    {
      id: 'pairs',
      minutes: 10,
      en: ['Pairs before plenum', 'Say it to one, then to all.'],
      ru: ['Сначала в парах', 'Сказать одному, потом всем.'],
    },
    {
      id: 'wall',
      minutes: 20,
      en: ['The silent wall', 'Answer in writing, without a word.'],
      ru: ['Молчаливая стена', 'Ответить письменно, не говоря ни слова.'],
    },
    {
      id: 'line',
      minutes: 10,
      en: ['A line on the floor', 'Where do you stand?'],
      ru: ['Линия на полу', 'Где ваше место?'],
    },
    {
      id: 'break',
      minutes: 15,
      en: ['Break', 'Window open, tea.'],
      ru: ['Перерыв', 'Открыть окно, чай.'],
    },
    {
      id: 'end',
      minutes: 10,
      en: ['Start with the end', 'Why was it worth it?'],
      ru: ['Начните с конца', 'Почему оно того стоило?'],
    },
  ];

  const view = document.getElementById('view');
  const remembers = () => window.consentGate?.has('kit-preferences') === true;
  const recall = () => {
    try {
      const ids = JSON.parse(localStorage.getItem(KEY));
      return METHODS.map(({id}) => id).filter((id) => ids.includes(id));
    } catch {
      return [];
    }
  };
  const session = new Set(recall());
  const remember = () => {
    if (remembers()) localStorage.setItem(KEY, JSON.stringify([...session]));
  };
  // Given later, the permission covers what is in the session now.
  document.addEventListener('consent-change', remember);

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const both = (en, ru) => [element('span', {lang: 'en'}, en), element('span', {lang: 'ru'}, ru)];

  const chosen = () => METHODS.filter(({id}) => session.has(id));
  const clock = (minutes) =>
    `${10 + Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

  const methods = () => {
    const card = ({id, minutes, en, ru}) => {
      const button = element('button', {
        type: 'button',
        class: 'button',
        'aria-pressed': String(session.has(id)),
      });
      const label = () =>
        button.replaceChildren(
          ...(session.has(id) ? both('In your session', 'Во встрече') : both('Add', 'Добавить')),
        );
      label();
      button.addEventListener('click', () => {
        if (!session.delete(id)) {
          session.add(id);
          // The page's own calls, as any site has them: harmless without a grant.
          window.ym?.(12345678, 'reachGoal', 'add-method');
          window.gtag?.('event', 'add_method', {method: id});
        }
        button.setAttribute('aria-pressed', String(session.has(id)));
        label();
        remember();
      });
      return element(
        'li',
        {class: 'card'},
        element('h2', {style: 'margin:0 0 .25rem;font-size:1.15rem'}, ...both(en[0], ru[0])),
        element('p', {}, ...both(`${en[1]} ${minutes}\u00a0min`, `${ru[1]} ${minutes}\u00a0мин`)),
        button,
      );
    };
    return [element('ul', {class: 'cards'}, ...METHODS.map(card))];
  };

  const plan = () => {
    if (!session.size) {
      return [
        element(
          'p',
          {class: 'lead'},
          ...both('Nothing planned yet.', 'Пока ничего не запланировано.'),
        ),
        element(
          'p',
          {},
          element('a', {href: '/app'}, ...both('Choose a method', 'Выберите метод')),
        ),
      ];
    }
    let at = 0;
    const step = ({minutes, en, ru}) => {
      const time = clock(at);
      at += minutes;
      return element(
        'li',
        {},
        element('span', {class: 'time'}, time),
        element('span', {}, ...both(en[0], ru[0])),
      );
    };
    const steps = element('ol', {class: 'steps'}, ...chosen().map(step));
    return [
      steps,
      element('p', {class: 'meta'}, ...both(`Ends at ${clock(at)}`, `Окончание в ${clock(at)}`)),
    ];
  };

  const share = () => [
    element(
      'p',
      {class: 'lead'},
      ...both(
        `Steps: ${session.size}. Send the plan to the people who come:`,
        `Шагов: ${session.size}. Отправьте план участникам:`,
      ),
    ),
    element(
      'pre',
      {tabindex: '0'},
      ...both(
        chosen()
          .map(({minutes, en}) => `${minutes} min  ${en[0]}`)
          .join('\n') || '–',
        chosen()
          .map(({minutes, ru}) => `${minutes} мин  ${ru[0]}`)
          .join('\n') || '–',
      ),
    ),
  ];

  const VIEWS = {'/app': methods, '/app/session': plan, '/app/share': share};

  const show = () => {
    const path = location.pathname.replace(/(\.html|\/)$/, '');
    view.replaceChildren(...(VIEWS[path] ?? methods)());
    for (const link of document.querySelectorAll('#tabs a')) {
      const current = new URL(link.href).pathname === path;
      if (current) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  };

  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('main a[href^="/app"]');
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    history.pushState(null, '', window.withLanguage(link.href));
    show();
    view.focus();
  });
  addEventListener('popstate', show);
  show();
})();
