import type {ConsentGate} from './api.js';

/** The one gate of the document, by the key under which start.ts keeps it there; for files that the core hands no gate. */
export const documentGate = (): ConsentGate | undefined =>
  (document as unknown as Record<symbol, ConsentGate | undefined>)[Symbol.for('consent-gate')];
