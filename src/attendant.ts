import type {Choice} from './decision/choice.js';
import type {DeviceSite} from './device.js';
import {attendantMessages} from './locales/attendant.js';
import {createAttendant as create, type Attendant} from './ui/choice/attendant.js';
import type {ConsentChoice} from './ui/choice/choice-element.js';

/** Of a site, what is looked after. */
export interface AttendedSite extends DeviceSite {
  readonly fetch: DeviceSite['fetch'] &
    ((name: 'device') => Promise<{
      showDevice(
        site: DeviceSite,
        choice: Choice,
        host: ConsentChoice,
        signal: AbortSignal,
      ): Promise<void>;
    }>);
}

/** What looks after the banner, with its words: a file of its own, fetched when the banner is on the screen. */
export const createAttendant = (choice: Choice, site: AttendedSite): Attendant =>
  create(choice, attendantMessages, async (host, signal) =>
    (await site.fetch('device')).showDevice(site, choice, host, signal),
  );
