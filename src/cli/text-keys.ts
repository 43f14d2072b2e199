import {announcementMessages} from '../locales/announcement.js';
import {attendantMessages} from '../locales/attendant.js';
import {embedMessages} from '../locales/embed.js';
import {languages, type Language} from '../locales/languages.js';
import {noticeMessages} from '../locales/notice.js';
import {sisterMessages} from '../locales/sisters.js';
import {fetchModule} from '../modules.js';

/** Names of all texts, plural forms of every language included. */
export async function textKeys(): Promise<readonly string[]> {
  const locales = await Promise.all(
    languages.map((language) => fetchModule(`locale-${language as Language}`)),
  );
  const apart: readonly object[] = [
    announcementMessages,
    attendantMessages,
    embedMessages,
    noticeMessages,
    sisterMessages,
  ].flatMap((texts: object) => Object.values(texts) as object[]);
  const {deviceMessages} = await fetchModule('device-en');
  return [...locales.map(({messages}): object => messages), deviceMessages, ...apart].flatMap(
    (texts) => Object.keys(texts),
  );
}
