import type {View} from './view.js';

const day = 86_400;
const units = [
  ['year', 365 * day],
  ['day', day],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A lifetime in words, in the largest unit that goes into it whole: 730 → "2 years". */
export function duration(days: number, {messages, language}: View): string {
  if (days === 0) return messages.session;
  const seconds = Math.round(days * day);
  const [unit, length] = units.find(([, length]) => seconds % length === 0) ?? units[4];
  return new Intl.NumberFormat(language, {style: 'unit', unit, unitDisplay: 'long'}).format(
    seconds / length,
  );
}
