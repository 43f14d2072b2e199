/** Medians and quartiles: times have long tails, so no means. */

/** @typedef {{n: number, median: number, q1: number, q3: number}} Summary */

/** @param {number[]} values @returns {Summary | undefined} */
export function summarise(values) {
  const sorted = values.filter(Number.isFinite).sort((one, other) => one - other);
  if (!sorted.length) return undefined;
  return {
    n: sorted.length,
    median: quantile(sorted, 0.5),
    q1: quantile(sorted, 0.25),
    q3: quantile(sorted, 0.75),
  };
}

/** Between two values it is interpolated linearly. */
function quantile(sorted, part) {
  const place = (sorted.length - 1) * part;
  const below = Math.floor(place);
  const above = Math.ceil(place);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}
