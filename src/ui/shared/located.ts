import type {ChoiceService} from '../../decision/choice.js';
import {country} from './country.js';

/** A vendor with its country: "Yandex (Russia)". */
export const located = (service: ChoiceService, language: string): string =>
  `${service.vendor} (${country(service.country, language)})`;
