/*
 * Stand-in for a tag that nobody can stop: https://tag.hostile.example/hostile.js?as=NAME.
 *
 * No real vendor is meant. It has no off switch, asks nobody, and does at every turn what a vendor's
 * script might: a beacon, an image and a keepalive fetch per beat and per way a page can go, and each
 * time it writes its cookies (`_hostile_NAME`, of the host and of the parent domain) and its web storage
 * again. `window.__hostile.NAME` counts how often it has tried, also in vain.
 *
 * Knobs, besides those in yandex-metrica.js:
 *   window.__standIn = {
 *     mark: 'text',   // goes with every request, so that a test knows which were made when
 *     ways: true,     // with each beat also everything else that a page can request with
 *     frame: true,    // sends from an empty frame of its own, made when it arrives
 *   }
 */
(() => {
  'use strict';

  const source = new URL(document.currentScript.src);
  const name = source.searchParams.get('as') ?? 'hostile';
  const item = `_hostile_${name}`;
  const knobs = () => window.__standIn ?? {};
  const tried = (window.__hostile ??= {});
  tried[name] = 0;

  const address = (path, why, by) => {
    const url = new URL(path, source);
    for (const [key, value] of Object.entries({as: name, why, by, mark: knobs().mark ?? ''})) {
      url.searchParams.set(key, value);
    }
    return url.href;
  };

  // Taken before anybody could put something else in their place.
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  const {setItem} = Storage.prototype;
  const parent = location.hostname.split('.').slice(1).join('.');
  const write = () => {
    const line = `${item}=${Date.now()}; path=/; max-age=31536000`;
    for (const domain of ['', `; domain=${parent}`]) cookie.set.call(document, line + domain);
    for (const area of [localStorage, sessionStorage]) setItem.call(area, item, Date.now());
  };

  let empty = window;
  if (knobs().frame) {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    document.documentElement.append(frame);
    empty = frame.contentWindow;
  }

  const send = (why) => {
    tried[name]++;
    empty.navigator.sendBeacon(address('/hit', why, 'beacon'));
    new empty.Image().src = address('/hit', why, 'image');
    empty
      .fetch(address('/hit', why, 'fetch'), {method: 'POST', mode: 'no-cors', keepalive: true})
      .catch(() => {});
    write();
  };

  const element = (tag, attributes) => {
    const made = Object.assign(document.createElement(tag), attributes);
    document.body.append(made);
    return made;
  };
  /** What else a page requests with; `at` makes the address. What they return is taken away again. */
  const ways = {
    script: (at) => element('script', {src: at('/hit.js')}),
    module: (at) => void import(at('/hit.js')).catch(() => {}),
    style: (at) => element('link', {rel: 'stylesheet', href: at('/hit.css')}),
    'style-import': (at) => element('style', {textContent: `@import "${at('/hit.css')}"`}),
    background: (at) => {
      const made = element('i', {});
      made.style.background = `url("${at('/hit')}")`;
      return made;
    },
    font: (at) => void new FontFace('hostile', `url("${at('/hit.woff2')}")`).load().catch(() => {}),
    prefetch: (at) => element('link', {rel: 'prefetch', href: at('/hit')}),
    preload: (at) => element('link', {rel: 'preload', as: 'image', href: at('/hit')}),
    frame: (at) => element('iframe', {hidden: true, src: at('/hit.html')}),
    media: (at) => element('video', {src: at('/hit.mp4')}),
    object: (at) => element('object', {type: 'image/svg+xml', data: at('/hit.svg')}),
    events: (at) => {
      const events = new EventSource(at('/hit'));
      return {remove: () => events.close()};
    },
    socket: (at) => {
      const socket = new WebSocket(at('/hit').replace('https:', 'wss:'));
      return {remove: () => socket.close()};
    },
    request: (at) => {
      const request = new XMLHttpRequest();
      request.open('POST', at('/hit'));
      request.send();
    },
    worker: (at) => {
      const code = `fetch(${JSON.stringify(at('/hit'))},{mode:'no-cors'}).catch(()=>{})`;
      const worker = new Worker(URL.createObjectURL(new Blob([code])));
      return {remove: () => worker.terminate()};
    },
  };
  const tryAll = () => {
    for (const [by, way] of Object.entries(ways)) {
      try {
        const made = way((path) => address(path, 'ways', by));
        if (made) setTimeout(() => made.remove(), 1000);
      } catch {
        // Refused on the spot.
      }
    }
  };

  send('start');
  const {heartbeat = 10000} = knobs();
  if (heartbeat > 0) {
    setInterval(() => {
      send('heartbeat');
      if (knobs().ways) tryAll();
    }, heartbeat);
  }

  const leave = ({type}) => {
    if (knobs().unload === false) return;
    if (type === 'visibilitychange' && document.visibilityState !== 'hidden') return;
    send(type);
  };
  window.addEventListener('beforeunload', leave);
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', leave);
})();
