/** A place in a config: `['categories', 'analytics', 'services', 0]`. */
export type Path = readonly (string | number)[];

/** As the error messages write it: `categories.analytics.services[0]`. */
export const pathText = (path: Path): string =>
  path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${key}`)).join('');

/** Every place in a value, the whole first. */
export function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item, i) => [i, item])
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

/**
 * A copy of a value with something else at one place; as an own key, whatever it is called. What is
 * put in is not copied.
 */
export function withAt(value: unknown, [first, ...rest]: Path, put: unknown): unknown {
  if (first === undefined) return put;
  const key = Array.isArray(value) && first === 'length' ? value.length : first;
  const copy = (
    Array.isArray(value) ? [...(value as unknown[])] : {...(value as object)}
  ) as object;
  const old: unknown = Object.hasOwn(copy, key) ? copy[key as keyof typeof copy] : undefined;
  Object.defineProperty(copy, key, {
    value: withAt(old, rest, put),
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return copy;
}

/** A copy of a value without one place. */
export function without(value: unknown, [key, ...rest]: Path): unknown {
  const copy = (
    Array.isArray(value) ? [...(value as unknown[])] : {...(value as object)}
  ) as Record<string | number, unknown>;
  if (rest.length) copy[key!] = without(copy[key!], rest);
  else delete copy[key!];
  return copy;
}
