/** Our failures end here: told to the owner in the console, never thrown into the page. */
export const report = (error: unknown): void => console.error('consent-gate:', error);

/** What an owner should know, and nothing fails for. */
export const warn = (text: string): void => console.warn('consent-gate:', text);
