/** By the origin, for the address of a srcdoc frame says nothing. */
export const isHttps = (): boolean => self.origin.startsWith('https:');
