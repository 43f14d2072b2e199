/**
 * The two vendors that every contender holds back: their ids, the tags that a site pastes, and the
 * tiny scripts that answer in their place. Nothing leaves the machine.
 */
export const COUNTER_ID = 12345678;
export const MEASUREMENT_ID = 'G-BENCH00001';

export const METRICA_URL = 'https://mc.yandex.ru/metrika/tag.js';
export const GTAG_URL = `https://www.googletagmanager.com/gtag/js?id=${MEASUREMENT_ID}`;

/** Hosts whose requests count as "the analytics request". */
export const VENDOR_HOSTS = ['mc.yandex.ru', 'www.googletagmanager.com'];

const METRICA_OPTIONS = '{clickmap: true, trackLinks: true, accurateTrackBounce: true}';

/** Metrica's tag, as its settings page hands it out: the queue, the script, the counter. */
export const METRICA_TAG = `(function (m, e, t, r, i, k, a) {
  m[i] = m[i] || function () { (m[i].a = m[i].a || []).push(arguments) };
  m[i].l = 1 * new Date();
  k = e.createElement(t), a = e.getElementsByTagName(t)[0], k.async = 1, k.src = r;
  a.parentNode.insertBefore(k, a)
})(window, document, 'script', '${METRICA_URL}', 'ym');
ym(${COUNTER_ID}, 'init', ${METRICA_OPTIONS});`;

/** The Google tag without its script element. */
export const GTAG_TAG = `window.dataLayer = window.dataLayer || [];
function gtag() { dataLayer.push(arguments); }
gtag('js', new Date());
gtag('config', '${MEASUREMENT_ID}');`;

/** Both tags as one function, for the libraries that leave gating to a callback of the site. */
export const LOAD_BOTH = `function loadAnalytics() {
  ${METRICA_TAG}
  var script = document.createElement('script');
  script.async = true;
  script.src = '${GTAG_URL}';
  document.head.append(script);
  window.dataLayer = window.dataLayer || [];
  window.gtag = function () { dataLayer.push(arguments); };
  gtag('js', new Date());
  gtag('config', '${MEASUREMENT_ID}');
}`;

const STAND_INS = {
  'mc.yandex.ru':
    '(function(w){var q=w.ym&&w.ym.a||[];w.ym=function(){q.push(arguments)};w.ym.a=q})(window);',
  'www.googletagmanager.com': 'window.google_tag_manager=window.google_tag_manager||{};',
};

/** @returns {string | undefined} the script that a vendor's host answers with */
export function standIn(host) {
  return STAND_INS[host];
}
