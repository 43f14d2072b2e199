import {isVendorHost} from './hosts.mjs';

/**
 * What the vendors' servers would answer. Plain ES module without imports from anywhere but here, so
 * that the tests' network and the demo's service worker use the same one; where the files of this
 * folder come from (disk or same origin) is the caller's business, hence `read`.
 */

const script = (file) => ({file, type: 'text/javascript; charset=utf-8'});
const page = (file) => ({file, type: 'text/html; charset=utf-8'});
const text = (body, type) => ({body, type});
const pixel = () => text('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml');

const metrica = [
  [/^\/metrika\/(tag|tag_ww|watch)\.js$/, () => script('yandex-metrica.js')],
  // The tag reads the answer of a hit; an image takes it as well as it can.
  [/^\/watch\/\d+(\/1)?$/, ({method}) => (method === 'GET' ? text('{}', 'application/json') : {})],
  [/^\/clmap\/\d+$/, pixel],
  [/^\/webvisor\/\d+$/, () => ({})],
];
const collect = [[/^\/g\/collect$/, () => ({})]];
const embed = [
  [/^\/embed\//, () => page('youtube.html')],
  [/^\/youtubei\//, () => text('{}', 'application/json')],
];

const hostile = [
  [/^\/hostile\.js$/, () => script('hostile.js')],
  [/^\/hit/, ({method}) => (method === 'GET' ? pixel() : {})],
];

const routes = {
  'mc.yandex.ru': metrica,
  'mc.yandex.com': metrica,
  'mc.webvisor.org': metrica,
  'mc.webvisor.com': metrica,
  'www.googletagmanager.com': [
    [/^\/gtag\/js$/, () => script('google-gtag.js')],
    [/^\/gtm\.js$/, () => script('google-tag-manager.js')],
    [/^\/a$/, pixel],
  ],
  'www.google-analytics.com': collect,
  'region1.google-analytics.com': collect,
  'analytics.google.com': collect,
  'www.youtube-nocookie.com': embed,
  'www.youtube.com': embed,
  'i.ytimg.com': [[/^\/vi\//, pixel]],
  'tag.hostile.example': hostile,
};

/**
 * @param {{url: string, method?: string, origin?: string | null}} request `origin`: the request's
 *   `Origin` header, where there is one
 * @param {(file: string) => string | Promise<string>} read gives the text of a file of this folder
 * @returns the answer, or null where no stand-in knows this host; a path that its vendor does not
 *   know is a 404
 */
export async function answer({url, method = 'GET', origin}, read) {
  const {hostname, pathname} = new URL(url);
  if (!isVendorHost(hostname)) return null;
  const headers = {
    'cache-control': 'no-store',
    ...(origin && {
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'content-type',
    }),
  };
  const route = routes[hostname].find(([path]) => path.test(pathname));
  if (!route) return {status: 404, headers, body: ''};
  const {file, type, body} = route[1]({method});
  if (type === undefined) return {status: 204, headers, body: ''};
  headers['content-type'] = type;
  return {status: 200, headers, body: file ? await read(file) : body};
}
