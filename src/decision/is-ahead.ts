/**
 * Whether a day is still to come: days are those of UTC, as in a record, and the day itself has come.
 * @param day ISO 8601; none is not ahead
 */
export const isAhead = (day: string | undefined, now = Date.now()): boolean =>
  !!day && day > new Date(now).toISOString().slice(0, 10);
