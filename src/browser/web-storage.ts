/** What `fn` finds in localStorage and sessionStorage, as far as the browser lets us. */
export const inStorage = <Found>(fn: (area: Storage) => readonly Found[]): Found[] =>
  (['localStorage', 'sessionStorage'] as const).flatMap((name) => {
    try {
      // The getter itself throws where storage is blocked, and some areas only when they are used.
      return fn(window[name]);
    } catch {
      return [];
    }
  });

/** Keys of both areas. */
export const storedKeys = (): string[] => inStorage(Object.keys);
