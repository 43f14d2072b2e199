/** The page's own origin may still be asked, so that what the visitor has typed can be saved. */
export const OWN_ORIGIN = "default-src 'self' 'unsafe-inline' data: blob:";

/**
 * From here on this document requests nothing from other hosts. At once, while the file that quarantines
 * is on its way.
 */
export const sealOff = (): void =>
  document.head.append(
    Object.assign(document.createElement('meta'), {
      httpEquiv: 'Content-Security-Policy',
      content: OWN_ORIGIN,
    }),
  );
