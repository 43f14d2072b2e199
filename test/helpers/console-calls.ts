/** What is said in the console while a test runs; it is kept from the log. */
export interface ConsoleCalls {
  readonly warnings: string[];
  readonly errors: string[];
  restore(): void;
}

/** Begins to listen to `console.warn` and `console.error`. */
export function listenToConsole(): ConsoleCalls {
  const {warn, error} = console;
  const warnings: string[] = [];
  const errors: string[] = [];
  console.warn = (...words: unknown[]) => void warnings.push(words.map(String).join(' '));
  console.error = (...words: unknown[]) => void errors.push(words.map(String).join(' '));
  return {
    warnings,
    errors,
    restore() {
      console.warn = warn;
      console.error = error;
    },
  };
}
