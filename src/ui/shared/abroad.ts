import type {ChoiceService} from '../../decision/choice.js';
import {country} from './country.js';
import {fill} from './fill.js';
import {list} from './list.js';
import type {View} from './view.js';

/** Says plainly that data leaves the operator's country, and for which countries; nothing where none does. */
export function abroad(services: readonly ChoiceService[], view: View): string {
  const home = view.choice.operator.country;
  const countries = list(
    services
      .filter((service) => service.country !== home)
      .map((service) => country(service.country, view)),
    view,
  );
  return home && countries
    ? fill(view.messages.abroad, {countries, country: country(home, view)})
    : '';
}
