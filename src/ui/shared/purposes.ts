import {list} from './list.js';
import type {View} from './view.js';

/** Lists purposes: those of the vocabulary in the language, the owner's own words as they are. */
export const purposes = (keys: readonly string[], view: View): string =>
  list(
    keys.map((key) => view.messages[`purposes.${key}` as 'purposes.media'] ?? key),
    view,
  );
