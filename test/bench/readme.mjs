/** The place of the figures in the README. */
import {existsSync, readFileSync, writeFileSync} from 'node:fs';

const START = '<!-- bench:start -->';
const END = '<!-- bench:end -->';

/**
 * Puts a text between the markers of a Markdown file.
 * @returns {boolean} false when there is no such file, or no such place in it
 */
export function putBetweenMarkers(file, text) {
  if (!existsSync(file)) return false;
  const whole = readFileSync(file, 'utf8');
  const start = whole.indexOf(START);
  const end = whole.indexOf(END, start);
  if (start < 0 || end < 0) return false;
  const before = whole.slice(0, start + START.length);
  writeFileSync(file, `${before}\n\n${text}\n\n${whole.slice(end)}`);
  return true;
}
