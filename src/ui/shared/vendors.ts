import {fill} from './fill.js';
import {list} from './list.js';
import type {View} from './view.js';

/** Lists up to three vendors and counts the others. */
export function vendors(names: readonly string[], view: View): string {
  const {messages, language} = view;
  const named = [...new Set(names)];
  const count = named.splice(3).length;
  if (count) {
    const rule = new Intl.PluralRules(language).select(count);
    named.push(fill(messages[`more_${rule}`] ?? messages.more_other, {count}));
  }
  return list(named, view);
}
