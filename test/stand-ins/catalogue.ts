import type {CatalogueId} from '../../src/config/config.js';

/*
 * What the scripts of the catalogue do, as far as it matters here: they take the calls that wait for them, ask all hosts
 * that they are said to ask, leave all that they are said to leave, go on while nobody stops them, and stop as their
 * vendors' documents say. In each text `begin()` does the first three and goes on, `end()` stops.
 */

/** What every one of them begins with. */
const COMMON = `
  const {cookies, storage, images, fetches} = window.__declared;
  let beating;
  const send = (what) => {
    for (const url of images) new Image().src = url + '?' + what;
    for (const url of fetches) fetch(url + '?' + what, {method: 'POST', mode: 'no-cors', body: what, keepalive: true}).catch(() => {});
  };
  const leave = () => {
    for (const name of cookies) {
      document.cookie = name + '=1; Path=/; Max-Age=9999';
      document.cookie = name + '=2; Path=/; Max-Age=9999; Domain=shop.example; Secure';
    }
    for (const name of storage) { localStorage.setItem(name, '1'); sessionStorage.setItem(name, '1'); }
  };
  const begin = () => { leave(); send('hit'); beating ??= setInterval(() => { leave(); send('beat'); }, 100); };
  const end = () => { clearInterval(beating); beating = undefined; };
`;

/** Those that stop in place, each in its vendor's way. */
const OWN: Partial<Record<CatalogueId, string>> = {
  // https://developers.facebook.com/docs/meta-pixel/implementation/gdpr: what is tracked while revoked is sent at the grant.
  'meta-pixel': `
    let revoked = false, pixel;
    const held = [];
    fbq.callMethod = (what, ...words) => {
      if (what === 'init') pixel = words[0];
      if (what === 'consent') { revoked = words[0] === 'revoke'; if (revoked) end(); else { held.splice(0).forEach(send); if (pixel) begin(); } }
      if (what === 'track') { if (revoked) held.push(words[0]); else if (pixel) { send(words[0]); begin(); } }
    };
    fbq.queue.splice(0).forEach((call) => fbq.callMethod(...call));
  `,
  // https://developers.intercom.com/installing-intercom/web/methods
  intercom: `
    const {q} = Intercom;
    window.Intercom = (what, words) => { if (what === 'boot' && words.app_id) begin(); if (what === 'shutdown') end(); };
    q.splice(0).forEach((call) => Intercom(...call));
  `,
  // The others begin where they find what their vendors' snippets leave for them, and have no word for a no.
  'vk-pixel': `if (_tmr.some(({id, type}) => id === '3456789' && type === 'pageView')) begin();`,
  'google-ads': `if (dataLayer.some(([what, id]) => what === 'config' && id === 'AW-123456789')) begin();`,
  'tiktok-pixel': `if (ttq._i.C4ABCDEFGHIJ0123456K._u && ttq[0][0] === 'page') begin();`,
  // It brings a constructor; whoever has inserted it makes the tag.
  'microsoft-uet': `window.UET = function ({ti, q}) {
    this.push = (what) => { if (what === 'pageLoad' && ti === '12345678' && q[2].ad_storage === 'granted') begin(); };
  };`,
  matomo: `if (_paq.some(([what, id]) => what === 'setSiteId' && id === '7')) begin();`,
  posthog: `if (posthog._i[0][0] === 'phc_abcdef0123456789' && /\\/eu\\./.test(posthog._i[0][1].api_host)) begin();`,
  sentry: `window.Sentry = {init: ({replaysSessionSampleRate: rate}) => { if (rate === 0) begin(); }}; sentryOnLoad();`,
  calltouch: `if (CalltouchDataObject === 'ct' && ct.counters[0] === 'abcd1234') begin();`,
  'carrot-quest': `if (carrotquestasync[0] === 'connect' && carrotquestasync[1][0].startsWith('12345-')) begin();`,
  'linkedin-insight': `if (_linkedin_data_partner_ids.includes('123456') && lintrk.q) begin();`,
  hotjar: `if (_hjSettings.hjid === 1234567 && hj.q) begin();`,
  roistat: `if (roistatHost && roistatProjectId) begin();`,
  // Told of a no it goes on without cookies.
  clarity: `if (clarity.q.some(([what, {analytics_Storage}]) => what === 'consentv2' && analytics_Storage === 'granted')) begin();`,
};

/** The text of a service's script. */
export const catalogueScript = (id: CatalogueId): string =>
  `(() => { ${COMMON} ${OWN[id] ?? 'begin();'} })();`;
