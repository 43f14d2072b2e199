import {fill} from './fill.js';
import {list} from './list.js';
import type {View} from './view.js';

/** Lists up to three vendors and counts the others. */
export function vendors(names: readonly string[], {messages, language}: View): string {
  const all = [...new Set(names)];
  const named = all.slice(0, 3);
  const count = all.length - named.length;
  if (count) {
    const rule = new Intl.PluralRules(language).select(count);
    named.push(fill(messages[`more_${rule}`] ?? messages.more_other, {count}));
  }
  return list(named, language);
}
