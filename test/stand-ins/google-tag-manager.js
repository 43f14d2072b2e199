/*
 * Stand-in for https://www.googletagmanager.com/gtm.js?id=GTM-….
 *
 * Its container has one trigger, every event, which is reported to /a, and one tag: Google Analytics
 * for G-CONTAINER, which waits until `analytics_storage` is granted (facts 2.1, 2.2).
 * `window.google_tag_manager['GTM-…'].dataLayer.get(name)` reads a variable, as in the real one.
 *
 * Knobs, as in yandex-metrica.js:
 *
 *   window.__standIn = {
 *     mark: 'text',
 *     tags: ['https://…'],   // scripts that the container brings besides, once analytics is granted
 *     tells: true,           // a tag of it that reports each change of consent, as `addConsentListener` lets it
 *   };
 */
(() => {
  'use strict';

  const source = new URL(document.currentScript.src);
  const id = source.searchParams.get('id');
  const layerName = source.searchParams.get('l') ?? 'dataLayer';
  const containers = (window.google_tag_manager ??= {});
  if (containers[id]) return;

  const variables = {};
  const consent = {default: {}, update: {}};
  const granted = (signal) =>
    (consent.update[signal] ?? consent.default[signal] ?? 'granted') === 'granted';
  let started = false;
  let fired = false;

  containers[id] = {dataLayer: {get: (name) => variables[name]}};

  const knobs = () => window.__standIn ?? {};
  const insert = (src) => {
    const script = document.createElement('script');
    script.async = true;
    script.src = src;
    // The real container hands the page's nonce on to what it inserts.
    const nonce = document.querySelector('script[nonce]')?.nonce;
    if (nonce) script.nonce = nonce;
    document.head.append(script);
  };
  const fireTag = () => {
    if (fired || !started || !granted('analytics_storage')) return;
    fired = true;
    insert(`https://www.googletagmanager.com/gtag/js?id=G-CONTAINER&cx=c&l=${layerName}`);
    knobs().tags?.forEach(insert);
  };
  const report = (event) => {
    const url = new URL('https://www.googletagmanager.com/a');
    url.searchParams.set('id', id);
    url.searchParams.set('v', event);
    const {mark} = knobs();
    if (mark) url.searchParams.set('mark', mark);
    new Image().src = url.href;
  };

  const handle = (item) => {
    if (Object.prototype.toString.call(item) === '[object Arguments]') {
      const [command, kind, signals] = item;
      if (command === 'consent') {
        Object.assign(consent[kind] ?? {}, signals);
        if (knobs().tells) report(`consent ${kind}`);
      }
      fireTag();
      return;
    }
    if (typeof item !== 'object' || item === null) return;
    const {event, ...rest} = item;
    Object.assign(variables, rest);
    if (event === undefined) return;
    if (event === 'gtm.js') started = true;
    report(event);
    fireTag();
  };

  const layer = (window[layerName] ??= []);
  const {push} = layer;
  layer.push = (...items) => {
    const length = push.apply(layer, items);
    items.forEach(handle);
    return length;
  };
  [...layer].forEach(handle);
})();
