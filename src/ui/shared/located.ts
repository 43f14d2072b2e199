import type {ChoiceService} from '../../decision/choice.js';
import {country} from './country.js';
import type {View} from './view.js';

/** A vendor with its country: "Yandex (Russia)". */
export const located = (service: ChoiceService, view: View): string =>
  `${service.vendor} (${country(service.country, view)})`;
