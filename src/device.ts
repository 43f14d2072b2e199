import type {ChoiceSource} from './choice.js';
import type {Choice} from './decision/choice.js';
import {entries, namesOf, onDevice} from './gates/on-device.js';
import {sweep} from './gates/sweep.js';
import {deviceMessages} from './locales/device.js';
import {leavesOf} from './services/leaves.js';
import type {ConsentChoice} from './ui/choice/choice-element.js';
import {addDevice} from './ui/choice/device.js';
import type {Device} from './ui/choice/device-part.js';

/** Of a site, what its visitors are shown of their devices and their choice. */
export interface DeviceSite extends ChoiceSource {
  readonly fetch: ChoiceSource['fetch'] &
    ((name: 'keeping') => Promise<{makeReceipt(site: never): unknown}>);
}

/** Stands at the end of the preferences of an element, with its words: a file of its own, for few come so far. */
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
  return addDevice(host, choice, deviceMessages, device, signal);
}
