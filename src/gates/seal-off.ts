/**
 * The page's own origin may still be asked, so that what the visitor has typed can be saved, and the folder
 * of our files, for the notice that a reload is due.
 */
export const ownOrigin = (folder: string): string =>
  `default-src 'self' 'unsafe-inline' data: blob: ${folder}`;

/**
 * From here on this document requests nothing from other hosts. At once, while the file that quarantines
 * is on its way.
 */
export const sealOff = (folder: string): void =>
  // Through the prototype: an image called `head` shadows the property of the document.
  Reflect.get<Document, 'head'>(Document.prototype, 'head', document)?.append(
    Object.assign(document.createElement('meta'), {
      httpEquiv: 'Content-Security-Policy',
      content: ownOrigin(folder),
    }),
  );
