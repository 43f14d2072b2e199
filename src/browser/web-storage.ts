/** localStorage and sessionStorage, as far as the browser lets us: the getter itself throws where they are blocked. */
export function storageAreas(): Storage[] {
  return (['localStorage', 'sessionStorage'] as const).flatMap((area) => {
    try {
      const found = window[area];
      // Some throw only when they are used.
      Object.keys(found);
      return found;
    } catch {
      return [];
    }
  });
}

/** Keys of both areas. */
export const storedKeys = (): string[] => storageAreas().flatMap((area) => Object.keys(area));
