/** The vendors' host names that the stand-ins answer. */
export const hosts = Object.freeze([
  // The official alternative addresses too:
  // https://yandex.com/support/metrica/general/alternative-domain.html
  'mc.yandex.ru',
  'mc.yandex.com',
  'mc.webvisor.org',
  'mc.webvisor.com',
  'www.googletagmanager.com',
  'www.google-analytics.com',
  'region1.google-analytics.com',
  'analytics.google.com',
  'www.youtube-nocookie.com',
  'www.youtube.com',
  'i.ytimg.com',
  // Nobody's: a tag that cannot be stopped.
  'tag.hostile.example',
]);

/** @param {string} host */
export const isVendorHost = (host) => hosts.includes(host);
