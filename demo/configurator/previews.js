import {both, button, element, language, option, whenSpoken} from './dom.js';
import {LANGUAGES} from './words.js';

const WIDTHS = [
  ['desktop', ['Desktop', 'Компьютер'], 1280, 560],
  ['tablet', ['Tablet', 'Планшет'], 768, 640],
  ['phone', ['Phone', 'Телефон'], 360, 640],
];

/** The banner at three widths; each in a frame that is as wide as a screen, and shown smaller. */
export function previews() {
  let shown;
  const ready = new Set();
  const send = (frame) => {
    if (shown && ready.has(frame))
      frame.contentWindow.postMessage({preview: shown}, location.origin);
  };

  const spoken = element(
    'select',
    {id: 'preview-language'},
    option('', ['of this page', 'этой страницы']),
    Object.entries(LANGUAGES).map(([tag, name]) => option(tag, name)),
  );
  const frames = [];
  const figures = WIDTHS.map(([name, words, width, height]) => {
    const frame = element('iframe', {
      src: '/configurator/preview.html',
      width,
      height,
      'data-preview': name,
      'aria-labelledby': `preview-${name}`,
    });
    const screen = element(
      'div',
      {class: 'screen', style: `--width:${width};--height:${height}`},
      frame,
    );
    new ResizeObserver(([{contentRect}]) => {
      screen.style.setProperty('--scale', contentRect.width / width);
    }).observe(screen);
    frames.push(frame);
    return element(
      'figure',
      {class: `preview ${name}`},
      screen,
      element(
        'figcaption',
        {id: `preview-${name}`},
        ...both(words),
        element('span', {class: 'pixels'}, ` ${width}\u00a0px`),
      ),
    );
  });
  addEventListener('message', ({source, origin, data}) => {
    const frame = frames.find(({contentWindow}) => contentWindow === source);
    if (!frame || origin !== location.origin || data !== 'ready') return;
    ready.add(frame);
    send(frame);
  });

  const note = element('p', {class: 'hint', id: 'preview-note'});
  const again = () => {
    if (!shown) return;
    shown = {...shown, language: spoken.value || language()};
    frames.forEach(send);
  };
  spoken.addEventListener('change', again);
  whenSpoken(again);

  const made = element(
    'section',
    {class: 'previews', 'aria-labelledby': 'previews-heading'},
    element(
      'div',
      {class: 'previews-head'},
      element('h2', {id: 'previews-heading'}, both(['Preview', 'Предпросмотр'])),
      element(
        'div',
        {class: 'inline-field'},
        element('label', {for: 'preview-language'}, both(['Language', 'Язык'])),
        spoken,
      ),
      button(['Ask again', 'Ещё раз'], again),
    ),
    element('div', {class: 'screens'}, figures),
    note,
  );

  const say = (words) => note.replaceChildren(...both(words));
  return {
    made,
    /** @param text a valid config; undefined where it is not one now: what was there before stays */
    show(text, css) {
      if (text === undefined) {
        say([
          'The config is invalid, so this is how it looked before.',
          'В конфигурации ошибка, поэтому здесь прежний вид.',
        ]);
        return;
      }
      const asked = Object.keys(JSON.parse(text).categories).some((id) => id !== 'necessary');
      say(
        asked
          ? [
              'The library itself, with this config. An answer here is kept nowhere.',
              'Это сама библиотека с этой конфигурацией. Ответ здесь нигде не сохраняется.',
            ]
          : [
              'Nobody is asked: there is no category but the necessary one.',
              'Никого не спрашивают: кроме необходимых, категорий нет.',
            ],
      );
      if (shown?.text === text && shown.css === css) return;
      shown = {text, css, language: spoken.value || language()};
      frames.forEach(send);
    },
  };
}
