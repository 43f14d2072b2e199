/*
 * Stand-in for https://mc.yandex.ru/metrika/tag.js.
 *
 * Written from behaviour, not from code: what the open-source tag was seen to do (the comments below say
 * what), and, marked "production", what only the closed parts do. Two things are harder on a consent
 * library than the real tag: a heartbeat, so that a counter that was not stopped shows itself at once,
 * and hostile unload beacons that bring the cookies back.
 *
 * A test may set, before or after the tag has arrived:
 *   window.__standIn = {
 *     heartbeat: 200,   // ms between signs of life; default 10000, 0 for none
 *     holdsBreath: true // no sign of life for as long as it says so, though the timer runs
 *     unload: false,    // no beacons when the page goes away
 *     mark: 'text',     // goes with every request, so that a test knows which were made when
 *   }
 */
(() => {
  'use strict';

  // Where the page has two copies, the first one handles the queue.
  if (window.Ya?.standIn) return;

  const MINUTE = 60;
  const DAY = 24 * 60 * MINUTE;
  const YEAR = 365 * DAY;
  const WATCH = 'https://mc.yandex.ru/watch/';
  const https = location.protocol === 'https:';
  const knobs = () => window.__standIn ?? {};
  const seconds = () => Math.floor(Date.now() / 1000);

  /** Counter id → the counter that runs. */
  const counters = new Map();
  /** Counter id → calls that came before `init`, or after `destruct`. */
  const waiting = new Map();
  /** Ids that have been inited once in the life of this page. */
  const inited = new Set();

  // --- cookies ---------------------------------------------------------------------------------

  const readCookies = () =>
    new Map(
      document.cookie
        .split(';')
        .map((part) => part.trim().split('='))
        .filter(([name]) => name)
        .map(([name, ...value]) => [name, decodeURIComponent(value.join('='))]),
    );

  const writeCookie = (name, value, age, domain) => {
    document.cookie =
      `${name}=${encodeURIComponent(value)}; path=/; max-age=${age}` +
      (domain ? `; domain=.${domain}` : '') +
      (https ? '; SameSite=None; Secure' : '');
  };

  // Fact 1.6: the highest domain that accepts a cookie, found with a probe that is removed at once.
  const rootDomain = (() => {
    const levels = location.hostname.split('.');
    if (levels.length < 2 || /^[\d.]+$/.test(location.hostname)) return '';
    for (let n = 2; n <= levels.length; n++) {
      const domain = levels.slice(-n).join('.');
      writeCookie('metrika_enabled', '1', MINUTE, domain);
      const accepted = readCookies().has('metrika_enabled');
      writeCookie('metrika_enabled', '', 0, domain);
      if (accepted) return domain;
    }
    return '';
  })();

  /** Fact 0.7: read once. What has been deleted behind the tag's back is still there for it. */
  const jar = readCookies();
  const setCookie = (name, value, age) => {
    jar.set(name, value);
    writeCookie(name, value, age, rootDomain);
  };

  // --- web storage -----------------------------------------------------------------------------

  const getItem = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };
  const setItem = (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Storage is full or off: the tag carries on without.
    }
  };
  const removeItem = (key) => {
    try {
      localStorage.removeItem(key);
    } catch {
      // As above.
    }
  };

  // Fact 1.8: a probe that is written and removed.
  setItem('_ymBRC', 1);
  removeItem('_ymBRC');

  /**
   * Facts 0.1 and 0.2: the id is kept twice, and a lost cookie is restored from localStorage.
   * `force` writes the cookies although the tag believes that they are there.
   */
  const visitorId = ({nck} = {}, force = false) => {
    const stored = jar.get('_ym_uid') || getItem('_ym_uid');
    const id = String(stored || `${seconds()}${1e6 + Math.floor(Math.random() * 998999999)}`);
    const stale = seconds() - Number(jar.get('_ym_d') || 0) > YEAR / 2;
    if (!nck && (force || !jar.has('_ym_uid') || stale)) {
      setCookie('_ym_uid', id, YEAR);
      setCookie('_ym_d', String(seconds()), YEAR);
    }
    setItem('_ym_uid', id);
    return id;
  };

  // --- requests --------------------------------------------------------------------------------

  const address = (counter, path, query) => {
    const key = `_ym${counter.id}:${counter.type}_reqNum`;
    const number = (getItem(key) ?? 0) + 1;
    setItem(key, number);
    const url = new URL(path, WATCH);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    if (knobs().mark) url.searchParams.set('mark', knobs().mark);
    url.searchParams.set('browser-info', `u:${counter.uid}:rqn:${number}:rn:${Math.random()}`);
    return url.href;
  };

  /** Fact 1.8: a request that fails is kept, and sent again by any later page within 24 hours. */
  const get = async (url) => {
    const key = String(Math.random());
    setItem('_ym_retryReqs', {...getItem('_ym_retryReqs'), [key]: {url, time: Date.now()}});
    try {
      await (await fetch(url, {credentials: 'include'})).text();
      const {[key]: _sent, ...rest} = getItem('_ym_retryReqs') ?? {};
      setItem('_ym_retryReqs', rest);
    } catch {
      // Stays for later.
    }
  };

  const resendFailed = () => {
    const failed = Object.values(getItem('_ym_retryReqs') ?? {});
    setItem('_ym_retryReqs', {});
    for (const {url, time} of failed) {
      if (Date.now() - time < DAY * 1000) void get(`${url}&retry=1`);
    }
  };

  const hit = (counter, query = {}) =>
    get(
      address(counter, counter.id, {
        wmode: 7,
        'page-url': counter.url,
        'page-ref': counter.referrer,
        ...query,
      }),
    );

  const post = (counter, path, query, body = '') =>
    navigator.sendBeacon(address(counter, path, query), body);

  // --- a counter -------------------------------------------------------------------------------

  /** The instance methods: https://yandex.com/support/metrica/en/objects/method-reference */
  const methods = (counter) => {
    const send = (path, query, body) => post(counter, path, query, body);
    const done = (callback, context) => callback && setTimeout(() => callback.call(context));
    const params = (value) =>
      send(`${counter.id}/1`, {'page-url': counter.url}, JSON.stringify(value));
    return {
      hit(url = location.href, {referer, title = document.title, callback, ctx, ...more} = {}) {
        counter.referrer = referer ?? counter.url;
        counter.url = new URL(url, location.href).href;
        hit(counter, {title, ...more}).then(() => done(callback, ctx));
      },
      // Goals go by sendBeacon.
      reachGoal(target, value, callback, context) {
        if (!target || /[/&=?#]/.test(target)) return;
        const withoutValue = typeof value === 'function';
        send(
          counter.id,
          {'page-url': `goal://${location.hostname}/${target}`, 'page-ref': counter.url},
          withoutValue ? '' : JSON.stringify(value ?? null),
        );
        done(withoutValue ? value : callback, withoutValue ? callback : context);
      },
      params,
      userParams: params,
      setUserID: (id) => params({__ym: {user_id: id}}),
      firstPartyParams: params,
      notBounce() {
        setItem(`_ym${counter.id}_lastHit`, Date.now());
        send(counter.id, {'page-url': counter.url, nb: 1});
      },
      extLink: (url) => send(counter.id, {'page-url': url, 'page-ref': counter.url, ln: 1}),
      file: (url) => send(counter.id, {'page-url': url, 'page-ref': counter.url, dl: 1}),
      getClientID: (callback) => done(() => callback(counter.uid)),
      addFileExtension() {},
      replacePhones() {},
      accurateTrackBounce() {},
      clickmap() {},
      trackLinks() {},
      enableAll() {},
      // Fact 0.7: everything stops, nothing is deleted, and the global name is gone.
      destruct() {
        counter.end.abort();
        counter.timers.forEach(clearInterval);
        counters.delete(counter.id);
        delete window[`yaCounter${counter.id}`];
      },
    };
  };

  const watchPage = (counter, options) => {
    const {signal} = counter.end;
    const every = (time, task) => time > 0 && counter.timers.push(setInterval(task, time));

    if (options.clickmap !== false) {
      document.addEventListener(
        'click',
        (event) => {
          if (event.target.closest?.('.ym-disable-clickmap')) return;
          const at = `${event.pageX}:${event.pageY}`;
          new Image().src = address(counter, `/clmap/${counter.id}`, {
            'page-url': counter.url,
            'pointer-click': at,
          });
        },
        {signal, capture: true},
      );
    }
    if (options.trackLinks !== false) {
      document.addEventListener(
        'click',
        (event) => {
          const link = event.target.closest?.('a[href]');
          if (!link || link.closest('.ym-disable-tracklink') || link.host === location.host) return;
          setItem(`_ym${counter.id}_il`, link.textContent);
          counter.methods.extLink(link.href);
        },
        {signal, capture: true},
      );
    }
    if (options.trackHash) {
      window.addEventListener('hashchange', () => counter.methods.hit(), {signal});
    }
    const bounce = options.accurateTrackBounce ?? true;
    if (bounce) {
      const time = bounce === true ? 15000 : bounce;
      counter.timers.push(setTimeout(() => counter.methods.notBounce(), time));
    }
    // Fact 1.3: `true` means `window.dataLayer`, the very layer that gtag and Tag Manager use.
    if (options.ecommerce) {
      const name = options.ecommerce === true ? 'dataLayer' : [options.ecommerce].flat()[0];
      const layer = (window[name] ??= []);
      const seen = (item) => {
        if (!signal.aborted && item?.ecommerce) counter.methods.params({__ym: item});
      };
      const push = layer.push;
      layer.push = (...items) => {
        const length = push.apply(layer, items);
        items.forEach(seen);
        return length;
      };
      layer.forEach(seen);
    }

    const beat = knobs().heartbeat ?? 10000;
    every(beat, () => {
      if (knobs().holdsBreath) return;
      setItem(`_ym${counter.id}_lastHit`, Date.now());
      post(counter, counter.id, {'page-url': counter.url, heartbeat: 1});
    });
    // Production: session replay.
    if (options.webvisor) {
      setCookie('_ym_visorc', 'w', 30 * MINUTE);
      setItem(`_ym_wv2rf:${counter.id}:0`, 1);
      const record = () => post(counter, `/webvisor/${counter.id}`, {'wv-part': 1}, 'recording');
      counter.timers.push(setTimeout(record, 50));
      every(beat, record);
    }

    const leave = (event) => {
      if (knobs().unload === false) return;
      if (event.type === 'visibilitychange' && document.visibilityState !== 'hidden') return;
      const query = {'page-url': counter.url, unload: event.type};
      post(counter, counter.id, {...query, by: 'beacon'});
      new Image().src = address(counter, counter.id, {...query, by: 'image'});
      const url = address(counter, counter.id, {...query, by: 'fetch'});
      fetch(url, {keepalive: true, mode: 'no-cors', method: 'POST'}).catch(() => {});
      visitorId(options, true);
    };
    window.addEventListener('pagehide', leave, {signal});
    window.addEventListener('beforeunload', leave, {signal});
    document.addEventListener('visibilitychange', leave, {signal});
  };

  const init = (id, options = {}) => {
    // Fact 0.8, production: looked at in the constructor only.
    if (window[`disableYaCounter${id}`] || window.Ya.disableMetrica) return;
    if (counters.has(id)) {
      console.warn(`Duplicate counter ${id} initialization`);
      return;
    }
    const again = inited.has(id);
    inited.add(id);
    const counter = {
      id,
      type: options.type ?? 0,
      uid: visitorId(options),
      url: options.url ?? location.href,
      referrer: options.referrer ?? document.referrer,
      end: new AbortController(),
      timers: [],
    };
    counter.methods = methods(counter);
    counters.set(id, counter);
    window[`yaCounter${id}`] = counter.methods;
    // Production: the ad-blocker detector.
    if (!jar.has('_ym_isad')) setCookie('_ym_isad', '2', 2 * DAY);
    if (getItem(`_ym${id}_lsid`) === null)
      setItem(`_ym${id}_lsid`, Math.floor(Math.random() * 1e12));

    resendFailed();
    // Fact 0.4: `defer` only says that this is no page view.
    void hit(counter, options.defer ? {nohit: 1} : {title: document.title});
    if (options.params) counter.methods.params(options.params);
    if (options.userParams) counter.methods.userParams(options.userParams);
    watchPage(counter, options);
    if (options.triggerEvent) document.dispatchEvent(new Event(`yacounter${id}inited`));

    // Fact 0.3: what waited is delivered now; after a `destruct` hits and params even twice.
    const calls = waiting.get(id) ?? [];
    waiting.delete(id);
    for (const [method, ...rest] of calls) {
      counter.methods[method]?.(...rest);
      if (again && (method === 'hit' || method === 'params')) counter.methods[method](...rest);
    }
  };

  const handle = (call) => {
    const [key, method, ...rest] = call;
    const id = parseInt(key, 10);
    if (!id) {
      window.Ya.Metrika2[key]?.(method, ...rest);
    } else if (method === 'init') {
      init(id, rest[0]);
    } else if (counters.has(id)) {
      counters.get(id).methods[method]?.(...rest);
    } else if (method) {
      waiting.set(id, [...(waiting.get(id) ?? []), [method, ...rest]]);
    }
  };

  // --- arrival ---------------------------------------------------------------------------------

  window.Ya = Object.assign(window.Ya ?? {}, {
    standIn: true,
    Metrika2: Object.assign(
      function Metrika2({id, ...options}) {
        init(Number(id), options);
        return counters.get(Number(id))?.methods;
      },
      {counters: () => [...counters.keys()].map((id) => ({id, type: 0}))},
    ),
    _metrika: {
      getCounters: () => Object.fromEntries([...counters].map(([id, c]) => [`${id}:0`, c.methods])),
    },
  });

  // The queue is replayed, and from now on every call is handled as it is pushed.
  const queue = (window.ym = window.ym ?? function ym() {});
  const calls = (queue.a ??= []);
  const {push} = calls;
  calls.push = function (...items) {
    items.forEach(handle);
    return push.apply(calls, items);
  };
  [...calls].forEach(handle);
})();
