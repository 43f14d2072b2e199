import {createElement, ofDocument} from '../browser/document.js';

/**
 * The page's own origin may still be asked, so that what the visitor has typed can be saved, and the folder
 * of our files, for the notice that a reload is due.
 */
export const OWN_ORIGIN = "default-src 'self' 'unsafe-inline' data: blob: ";

/**
 * From here on this document and the frames that are a part of it request nothing from other hosts. At
 * once, while the file that quarantines is on its way, which finds every frame.
 */
export const sealOff = (folder: string): void => {
  // A variable `length` of the page would hide its frames; the file finds them.
  for (const view of [window, ...Array.from<Window>(window as unknown as ArrayLike<Window>)]) {
    try {
      ofDocument('head', view.document)?.append(
        Object.assign(createElement('meta', view.document), {
          httpEquiv: 'Content-Security-Policy',
          content: OWN_ORIGIN + folder,
        }),
      );
    } catch {
      // A frame of another origin: it is its own document's.
    }
  }
};
