import {fill} from './fill.js';
import type {View} from './view.js';

/** "a, b and c" in words; what stands twice is named once. */
export const list = (items: Iterable<string>, {messages}: View): string => {
  const {listNext = '{list}, {item}', listLast} = messages;
  return [...new Set(items)].reduce(
    (list, item, i, {length}) =>
      i ? fill(i < length - 1 ? listNext : listLast, {list, item}) : item,
    '',
  );
};
