/** Bytes and requests: the same in every round, so they are counted once, before the clock runs. */
import {CONDITIONS} from './conditions.mjs';
import {isOwnFile, pageHtml} from './page.mjs';
import {brotliBytes, SITE} from './server.mjs';
import {visit} from './visit.mjs';

const [NO_THROTTLE] = CONDITIONS;
const SITE_HOST = new URL(SITE).host;

/**
 * Of the library's own files, brotli, without headers: until the banner is seen, until the page is
 * quiet, with the preferences open, and for a returning visitor. `markup` is what its tags and
 * config add to the page's html.
 */
export async function countSizes(browser, contender) {
  const first = await visit(browser, contender, NO_THROTTLE, {watch: true}, async (page) => {
    await page.open();
    await page.until(() => window.bench.readable);
    const seen = await page.page.evaluate(() => window.bench.seen);
    const quiet = await libraryFiles(page);
    const preferences = contender.settings && (await openPreferences(page, contender));
    return {
      banner: add(quiet.filter(({start}) => start < seen)),
      quiet: add(quiet),
      preferences,
    };
  });
  const storage = await visit(browser, contender, NO_THROTTLE, {watch: true}, async (page) => {
    await page.open();
    await page.until(() => window.bench.readable);
    await page.pause();
    await page.click(contender.accept);
    await page.pause(1000);
    return page.storage();
  });
  const returning = await visit(browser, contender, NO_THROTTLE, {storage}, async (page) => {
    await page.open();
    return add(await libraryFiles(page));
  });
  const markup = brotliBytes(pageHtml(contender)) - brotliBytes(pageHtml({}));
  return {...first, returning, markup};
}

async function openPreferences(page, {settings, preferences}) {
  await page.pause();
  await page.click(settings);
  await page.until((way) => window.bench.presence(way) > 0.9, preferences);
  await page.pause(1000);
  return add(await libraryFiles(page));
}

async function libraryFiles(page) {
  const {requests} = await page.timings();
  return requests.filter(({host, pathname}) => host === SITE_HOST && !isOwnFile(pathname));
}

function add(files) {
  return {
    requests: files.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
  };
}
