/*
 * The ledger: every request, cookie and storage write of this page as it happens, with the category
 * that allowed it. It stands in the page like any other part of it, so it never covers the banner,
 * and it stores nothing itself. Loaded before everything else, so that it sees everything else.
 */
(() => {
  'use strict';

  /** Which vendor's service a host or a name belongs to. What the config says of names is added. */
  const HOSTS = [
    [/^mc\.(yandex|webvisor)\./, 'yandex-metrica'],
    [/(googletagmanager|google-analytics|analytics\.google)\.com$/, 'google-analytics'],
    [/(youtube(-nocookie)?|ytimg)\.com$/, 'youtube'],
  ];
  const NAMES = [
    [/^_{1,2}ym|^metrika_enabled$/, 'yandex-metrica'],
    [/^_ga/, 'google-analytics'],
    [/(^|-)consent-gate$/, 'necessary'],
  ];
  const LABELS = {
    analytics: ['analytics', 'аналитика'],
    functional: ['functional', 'функциональные'],
    advertising: ['advertising', 'реклама'],
    necessary: ['necessary', 'необходимые'],
    site: ['the site itself', 'сам сайт'],
    nobody: ['nobody', 'никто'],
    sweep: ['clearing up', 'уборка'],
  };
  const KINDS = {
    request: ['request', 'запрос'],
    blocked: ['blocked', 'отклонён'],
    frame: ['frame', 'фрейм'],
    cookie: ['cookie', 'cookie'],
    'cookie deleted': ['cookie deleted', 'cookie удалён'],
    storage: ['storage', 'хранилище'],
    'storage deleted': ['storage deleted', 'запись удалена'],
  };
  /** The oldest rows go when there are more. */
  const MOST = 400;

  const entries = [];
  let sent = 0;
  let decision = null;
  for (const name of ['consent-ready', 'consent-change']) {
    document.addEventListener(name, (event) => (decision = event.decision));
  }

  const serviceOf = (list, name) => list.find(([pattern]) => pattern.test(name))?.[1];

  /** Service → the category under which this page's config asks for it. */
  const categories = new Map();
  const readConfig = async () => {
    const inline = document.querySelector('script[data-consent-gate]');
    const config = inline
      ? JSON.parse(inline.textContent)
      : await (await fetch('/consent.json')).json();
    for (const [category, {services = []}] of Object.entries(config.categories)) {
      for (const {service, storage = [], cookies = []} of services) {
        categories.set(service, category);
        for (const item of [...storage, ...cookies]) {
          const known = item.name ?? item;
          NAMES.push([{test: (name) => name === known}, service]);
        }
      }
    }
  };
  // Without a config the library does not start either; the rows then name the service alone.
  const configured = new Promise((resolve) => addEventListener('DOMContentLoaded', resolve))
    .then(readConfig)
    .catch(() => {});

  /**
   * Who allows what happens just now: the decision of this moment, under the category that the config
   * has for it; "nobody" where none does. The config may come a little later than the row.
   */
  const allowedBy = (list, name) => {
    const now = window.consentGate?.decision ?? decision;
    return () => {
      const service = serviceOf(list, name);
      if (service === 'necessary') return service;
      return now?.services[service] ? (categories.get(service) ?? service) : 'nobody';
    };
  };
  const site = () => 'site';
  const sweep = () => 'sweep';

  const log = async (kind, name, by, detail = '') => {
    const time = performance.now();
    await configured;
    show({time, kind, name, by: by(), detail});
  };

  // --- requests --------------------------------------------------------------------------------

  const told = new Map();
  const logRequest = (address, method, status) => {
    told.set(address, performance.now());
    const url = new URL(address);
    if (url.origin === location.origin) return log('request', url.pathname, site, method);
    if (status !== 0) sent++;
    log(
      status === 0 ? 'blocked' : 'request',
      url.host + url.pathname,
      allowedBy(HOSTS, url.host),
      method + (url.search ? ` ${decodeURIComponent(url.search).slice(0, 300)}` : ''),
    );
  };
  navigator.serviceWorker?.addEventListener('message', ({data}) => {
    if (data?.request) logRequest(data.request.url, data.request.method, data.request.status);
  });
  // Messages wait until the page asks for them, or has been parsed.
  navigator.serviceWorker?.startMessages();

  // What was asked for before the worker had taken over: this page's own files.
  new PerformanceObserver((list) => {
    for (const {name, workerStart} of list.getEntries()) {
      const fresh = performance.now() - (told.get(name) ?? -Infinity) > 3000;
      if (workerStart === 0 && fresh && /^https?:/.test(name)) logRequest(name, 'GET', null);
    }
  }).observe({type: 'resource', buffered: true});

  addEventListener('demo-frame', ({detail}) => {
    // The frame's address is set while the gate opens; who opened it can be asked a moment later.
    setTimeout(() => {
      const url = new URL(detail);
      sent++;
      log('frame', url.host + url.pathname, allowedBy(HOSTS, url.host));
    });
  });

  // --- cookies and storage ---------------------------------------------------------------------

  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  const readJar = () =>
    new Map(
      cookie.get
        .call(document)
        .split('; ')
        .filter(Boolean)
        .map((part) => [part.split('=')[0], part]),
    );
  let jar = readJar();
  const compareJar = (line = '') => {
    const before = jar;
    jar = readJar();
    for (const [name, value] of jar) {
      if (before.get(name) === value) continue;
      log('cookie', name, allowedBy(NAMES, name), line || value);
    }
    for (const name of before.keys()) if (!jar.has(name)) log('cookie deleted', name, sweep);
  };
  Object.defineProperty(Document.prototype, 'cookie', {
    ...cookie,
    set(line) {
      cookie.set.call(this, line);
      compareJar(line);
    },
  });
  // Other tabs, expiry, the server.
  window.cookieStore?.addEventListener('change', () => compareJar());

  const {setItem, removeItem, clear} = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    const same = this.getItem(key) === String(value);
    setItem.call(this, key, value);
    if (!same) log('storage', key, allowedBy(NAMES, key), String(value).slice(0, 300));
  };
  Storage.prototype.removeItem = function (key) {
    const there = this.getItem(key) !== null;
    removeItem.call(this, key);
    if (there) log('storage deleted', key, sweep);
  };
  Storage.prototype.clear = function () {
    const keys = Object.keys(this);
    clear.call(this);
    for (const key of keys) log('storage deleted', key, sweep);
  };

  // --- on the page -----------------------------------------------------------------------------

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  /** Both languages; the style sheet shows one. */
  const both = ([en, ru]) => [element('span', {lang: 'en'}, en), element('span', {lang: 'ru'}, ru)];

  const rows = element('ol', {class: 'ledger-rows'});
  const empty = element(
    'p',
    {class: 'ledger-empty'},
    ...both([
      'Nothing yet: no request to a vendor, no cookie, no storage entry.',
      'Пока ничего: ни одного запроса к счётчикам, ни одного cookie, ни одной записи.',
    ]),
  );
  const tile = (label) => {
    const value = element('strong', {}, '0');
    return {value, box: element('p', {class: 'tile'}, value, ...both(label))};
  };
  const tiles = {
    sent: tile(['requests to vendors', 'запросов счётчикам']),
    cookies: tile(['cookies now', 'cookie сейчас']),
    stored: tile(['storage entries now', 'записей сейчас']),
  };
  const ownFiles = element('input', {type: 'checkbox', id: 'ledger-own'});
  const erase = element('button', {type: 'button'}, ...both(['Clear', 'Очистить']));

  /** Long addresses break after a slash. */
  const breakable = (name) => name.split(/(?<=\/)/).flatMap((part) => [part, element('wbr')]);

  const isShown = ({by, name}) => by !== 'site' || ownFiles.checked || name.startsWith('/dist/');

  const row = ({time, kind, name, by, detail}) => {
    const made = element(
      'li',
      {class: 'ledger-row', 'data-kind': kind.split(' ')[0], 'data-by': by},
      element('span', {class: 'ledger-time'}, `${(time / 1000).toFixed(1)} s`),
      element('span', {class: 'ledger-kind'}, ...both(KINDS[kind])),
      element('span', {class: 'ledger-name'}, ...breakable(name)),
      element('span', {class: 'ledger-by'}, ...both(LABELS[by] ?? [by, by])),
    );
    if (detail) made.title = detail;
    return made;
  };

  const count = () => {
    tiles.sent.value.textContent = String(sent);
    tiles.cookies.value.textContent = String(readJar().size);
    let stored = 0;
    try {
      stored = localStorage.length + sessionStorage.length;
    } catch {
      // Storage is off: nothing is in it.
    }
    tiles.stored.value.textContent = String(stored);
    // Files of the site are no trace of anybody else.
    empty.hidden = rows.querySelector('[data-by]:not([data-by="site"])') !== null;
  };

  let waiting = false;
  const show = (entry) => {
    entries.push(entry);
    if (isShown(entry)) {
      rows.prepend(row(entry));
      if (rows.children.length > MOST) rows.lastChild.remove();
    }
    if (entries.length > MOST) entries.shift();
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      count();
    });
  };

  ownFiles.addEventListener('change', () => {
    rows.replaceChildren(...entries.filter(isShown).reverse().map(row));
    count();
  });
  erase.addEventListener('click', () => {
    entries.length = 0;
    sent = 0;
    rows.replaceChildren();
    count();
  });

  addEventListener('DOMContentLoaded', () => {
    const heading = element('h2', {id: 'ledger-heading'}, ...both(['Ledger', 'Журнал']));
    const scroll = element(
      'div',
      {class: 'ledger-scroll', tabindex: '0', role: 'region', 'aria-labelledby': 'ledger-heading'},
      empty,
      rows,
    );
    const panel = element(
      'details',
      {class: 'ledger', open: ''},
      element('summary', {}, heading),
      element(
        'p',
        {class: 'ledger-note'},
        ...both([
          'What this page sends and stores, as it happens, and who allowed it. Vendors are played by stand-ins; nothing leaves your computer.',
          'Что эта страница отправляет и сохраняет, в ту же секунду, и кто это разрешил. Счётчики здесь ненастоящие, компьютер ничего не покидает.',
        ]),
      ),
      element('div', {class: 'tiles'}, tiles.sent.box, tiles.cookies.box, tiles.stored.box),
      element(
        'div',
        {class: 'ledger-tools'},
        element(
          'label',
          {for: 'ledger-own'},
          ownFiles,
          ' ',
          ...both(['Also the site’s own files', 'Показать и файлы самого сайта']),
        ),
        erase,
      ),
      scroll,
    );
    const page = document.querySelector('.site');
    page.insertBefore(element('aside', {class: 'side'}, panel), page.querySelector('.foot'));
    count();
  });
})();
