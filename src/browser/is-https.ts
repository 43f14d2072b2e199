/**
 * By the top page's address, which is of our origin: that of a srcdoc frame says nothing, and a page can put
 * something else in the place of `origin`. The only schemes there are http and https.
 */
export const isHttps = (): boolean => top!.location.protocol > 'https';
