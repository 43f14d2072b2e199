/** The page's global variables, where vendors and the page itself look for theirs. */
export const globals = globalThis as unknown as Record<string, unknown>;
