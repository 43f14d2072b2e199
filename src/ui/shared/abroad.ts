import type {ChoiceService} from '../../decision/choice.js';
import {country} from './country.js';
import {fill} from './fill.js';
import {vendors} from './vendors.js';
import type {View} from './view.js';

/** Says plainly whose data leaves the operator's country; nothing where none does. */
export function abroad(services: readonly ChoiceService[], view: View): string {
  const home = view.choice.operator.country;
  const names = services.filter((service) => service.country !== home).map(({vendor}) => vendor);
  return home && names.length
    ? fill(view.messages.abroad, {
        vendors: vendors(names, view),
        country: country(home, view),
      })
    : '';
}
