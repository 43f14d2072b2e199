/*
 * Stand-in for https://www.googletagmanager.com/gtag/js?id=G-….
 *
 * Written from Google's documentation (facts 2.1–2.4). Like the real tag it does nothing about consent
 * by itself: without a default everything is granted, and with a denial it still sends a ping without
 * cookies (gcs=G100), which is how a test sees a leak. The heartbeat and the hostile unload beacons are
 * harder on a consent library than the real tag.
 *
 * Knobs, as in yandex-metrica.js: window.__standIn = {heartbeat: 200, unload: false, mark: 'text'}.
 */
(() => {
  'use strict';

  const source = new URL(document.currentScript?.src ?? 'https://www.googletagmanager.com/gtag/js');
  const ownId = source.searchParams.get('id');
  /** Inserted by a container: only its own id is its business, not the page's commands. */
  const byContainer = source.searchParams.get('cx') === 'c';

  const tags = (window.google_tag_manager ??= {});
  // One copy handles the data layer for all ids of the page.
  if (!byContainer && tags.standIn) return;
  if (!byContainer) tags.standIn = true;
  if (ownId) tags[ownId] ??= {};

  const TWO_YEARS = 63072000;
  const COLLECT = 'https://www.google-analytics.com/g/collect';
  const knobs = () => window.__standIn ?? {};
  const seconds = () => Math.floor(Date.now() / 1000);

  // --- consent (fact 2.2) ----------------------------------------------------------------------

  const consent = {default: {}, update: {}};
  let waitUntil = 0;
  let held = [];
  /** No default means granted. */
  const granted = (signal) =>
    (consent.update[signal] ?? consent.default[signal] ?? 'granted') === 'granted';
  const gcs = () => `G1${Number(granted('ad_storage'))}${Number(granted('analytics_storage'))}`;

  const release = () => {
    if (Date.now() < waitUntil) return;
    const now = held;
    held = [];
    now.forEach((send) => send());
  };

  const setConsent = (kind, signals) => {
    const {wait_for_update: wait, region: _region, ...values} = signals;
    Object.assign(consent[kind], values);
    if (kind === 'default' && wait > 0) {
      waitUntil = Date.now() + wait;
      setTimeout(release, wait);
    }
    if (kind === 'update') {
      waitUntil = 0;
      // A grant writes the cookies of what has been configured already; a denial deletes none.
      for (const config of configs.values()) writeCookies(config);
      release();
    }
  };

  // --- cookies (fact 2.3) ----------------------------------------------------------------------

  const setCookie = (name, value, age, domain, flags) => {
    document.cookie =
      `${name}=${value}; path=/; max-age=${age}` +
      (domain ? `; domain=.${domain}` : '') +
      (flags ? `; ${flags}` : '');
  };
  const getCookie = (name) =>
    document.cookie
      .split('; ')
      .find((part) => part.startsWith(`${name}=`))
      ?.slice(name.length + 1);

  /** `auto`: the highest level that accepts a cookie; none on localhost. */
  const autoDomain = () => {
    const levels = location.hostname.split('.');
    if (levels.length < 2 || /^[\d.]+$/.test(location.hostname)) return '';
    for (let n = 2; n <= levels.length; n++) {
      const domain = levels.slice(-n).join('.');
      setCookie('_ga_probe', '1', 60, domain);
      const accepted = getCookie('_ga_probe') === '1';
      setCookie('_ga_probe', '', 0, domain);
      if (accepted) return domain;
    }
    return '';
  };

  const disabled = (id) => window[`ga-disable-${id}`] === true;

  const writeCookies = ({id, fields}) => {
    if (!granted('analytics_storage') || disabled(id)) return;
    const prefix = fields.cookie_prefix ? `${fields.cookie_prefix}_` : '';
    const age = fields.cookie_expires ?? TWO_YEARS;
    const given = fields.cookie_domain ?? 'auto';
    const domain = given === 'auto' ? autoDomain() : given === 'none' ? '' : given;
    const known = getCookie(`${prefix}_ga`);
    const client = known ?? `GA1.1.${Math.floor(Math.random() * 2e9)}.${seconds()}`;
    const session = `GS2.1.s${seconds()}$o1$g0$t${seconds()}$j60$l0$h0`;
    if (!known || fields.cookie_update !== false) {
      setCookie(`${prefix}_ga`, client, age, domain, fields.cookie_flags);
    }
    const container = `${prefix}_ga_${id.replace(/^G-/, '')}`;
    setCookie(container, session, age, domain, fields.cookie_flags);
  };

  // --- sending ---------------------------------------------------------------------------------

  /** Without cookies the client id does not outlive the page. */
  const pageClient = `${Math.floor(Math.random() * 2e9)}.${seconds()}`;
  const clientId = ({fields}) =>
    getCookie(`${fields.cookie_prefix ? `${fields.cookie_prefix}_` : ''}_ga`)?.slice(6) ??
    pageClient;

  const address = (config, name, params = {}) => {
    const url = new URL(COLLECT);
    const query = {
      v: 2,
      tid: config.id,
      gcs: gcs(),
      cid: clientId(config),
      en: name,
      dl: params.page_location ?? config.fields.page_location ?? location.href,
      dr: params.page_referrer ?? config.fields.page_referrer ?? document.referrer,
      dt: document.title,
      ...Object.fromEntries(
        Object.entries(params)
          .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
          .map(([key, value]) => [`ep.${key}`, value]),
      ),
    };
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
    if (knobs().mark) url.searchParams.set('mark', knobs().mark);
    return url.href;
  };

  const send = (config, name, params) => {
    // Fact 2.4: looked at on each send, so it works after the start too.
    if (disabled(config.id)) return;
    const now = () => {
      if (disabled(config.id)) return;
      fetch(address(config, name, params), {
        method: 'POST',
        mode: 'no-cors',
        keepalive: true,
      }).catch(() => {});
      if (typeof params?.event_callback === 'function') setTimeout(params.event_callback);
    };
    if (Date.now() < waitUntil) held.push(now);
    else now();
  };

  // --- commands --------------------------------------------------------------------------------

  /** Measurement id → what it was configured with. */
  const configs = new Map();
  const shared = {};

  const commands = {
    js() {},
    consent: setConsent,
    set(first, second) {
      if (typeof first === 'object') Object.assign(shared, first);
      else shared[first] = second;
    },
    config(id, fields = {}) {
      if (!/^G-/.test(id)) return;
      const config = {id, fields: {...shared, ...fields}};
      configs.set(id, config);
      writeCookies(config);
      // Configured again means one more page view.
      if (config.fields.send_page_view !== false) send(config, 'page_view');
    },
    event(name, params = {}) {
      const to = params.send_to === undefined ? [...configs.keys()] : [params.send_to].flat();
      for (const id of to) if (configs.has(id)) send(configs.get(id), name, params);
    },
    get(id, field, callback) {
      const config = configs.get(id);
      setTimeout(() => callback(config && field === 'client_id' ? clientId(config) : undefined));
    },
  };

  const handle = (item) => {
    // Fact 2.1: a command is a real `arguments` object; an array is not understood.
    if (Object.prototype.toString.call(item) !== '[object Arguments]') return;
    const [name, ...rest] = item;
    if (byContainer && name !== 'consent') return;
    if (Object.hasOwn(commands, name)) commands[name](...rest);
  };

  const layerName = source.searchParams.get('l') ?? 'dataLayer';
  const layer = (window[layerName] ??= []);
  const {push} = layer;
  layer.push = (...items) => {
    const length = push.apply(layer, items);
    items.forEach(handle);
    return length;
  };
  // What was queued before the tag came is processed too, in order.
  [...layer].forEach(handle);
  if (byContainer) commands.config(ownId);

  const beat = knobs().heartbeat ?? 10000;
  if (beat > 0) {
    setInterval(() => {
      if (knobs().holdsBreath) return;
      for (const config of configs.values()) send(config, 'user_engagement', {heartbeat: 1});
    }, beat);
  }

  const leave = (event) => {
    if (knobs().unload === false) return;
    if (event.type === 'visibilitychange' && document.visibilityState !== 'hidden') return;
    for (const config of configs.values()) {
      if (disabled(config.id)) continue;
      const at = (by) => address(config, 'user_engagement', {unload: event.type, by});
      navigator.sendBeacon(at('beacon'));
      new Image().src = at('image');
      fetch(at('fetch'), {method: 'POST', mode: 'no-cors', keepalive: true}).catch(() => {});
      writeCookies(config);
    }
  };
  window.addEventListener('pagehide', leave);
  window.addEventListener('beforeunload', leave);
  document.addEventListener('visibilitychange', leave);
})();
