import type {ChoiceSource} from './choice.js';
import type {Choice} from './decision/choice.js';
import {entries, namesOf, onDevice} from './gates/on-device.js';
import {sweep} from './gates/sweep.js';
import type {DeviceMessages} from './locales/device/messages.js';
import {languages, type Language} from './locales/languages.js';
import {leavesOf} from './services/leaves.js';
import type {ConsentChoice} from './ui/choice/choice-element.js';
import {addDevice} from './ui/choice/device.js';
import type {Device} from './ui/choice/device-part.js';

/** Of a site, what its visitors are shown of their devices and their choice. */
export interface DeviceSite extends ChoiceSource {
  readonly fetch: ChoiceSource['fetch'] &
    ((name: 'keeping') => Promise<{makeReceipt(site: never): unknown}>) &
    ((name: `device-${Language}`) => Promise<{readonly deviceMessages: DeviceMessages}>);
}

/** Stands at the end of the preferences of an element, in the words of its language: files of their own, for few come so far. */
export function showDevice(
  site: DeviceSite,
  choice: Choice,
  host: ConsentChoice,
  signal: AbortSignal,
): Promise<void> {
  const {held, store} = site;
  const withAds = held.some(({service}) => service.id === 'google-ads');
  const find = () =>
    onDevice(
      held.map((one) => ({
        ...leavesOf(one, withAds),
        id: one.service.id,
        granted: !!store.has(one.service.id),
      })),
      entries(),
    );
  const device: Device = {
    find,
    clear(id) {
      const its = find().services.find((service) => service.id === id);
      if (its) sweep(namesOf(its.entries), true);
    },
    granted: (id) => store.has(id),
    forget: () => store.reset(),
    receipt: async () => (await site.fetch('keeping')).makeReceipt(site as never),
  };
  const words = async (language: string) => {
    const spoken = language.slice(0, 2);
    const known = languages.includes(spoken) ? spoken : 'en';
    return (await site.fetch(`device-${known as Language}`)).deviceMessages;
  };
  return addDevice(host, choice, words, device, signal);
}
