/** By the origin, for the address of a srcdoc frame says nothing. */
export const isHttps = (): boolean => /^https:/.test(origin);
