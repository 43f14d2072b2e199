/** What `document.cookie` does while a test has it replaced. */
export interface FakeCookie {
  get?(): string;
  set?(cookie: string): void;
}

/**
 * Replaces `document.cookie`.
 * @returns puts the browser's own back
 */
export function fakeCookie({get = () => '', set = () => {}}: FakeCookie): () => void {
  Object.defineProperty(document, 'cookie', {configurable: true, get, set});
  return () => void delete (document as {cookie?: string}).cookie;
}
