/** What `document.cookie` does while a test has it replaced. */
export interface FakeCookie {
  get?(): string;
  set?(cookie: string): void;
}

/**
 * Replaces `document.cookie`, where browsers have it.
 * @returns puts the browser's own back
 */
export function fakeCookie({get = () => '', set = () => {}}: FakeCookie): () => void {
  const own = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!;
  Object.defineProperty(Document.prototype, 'cookie', {configurable: true, get, set});
  return () => void Object.defineProperty(Document.prototype, 'cookie', own);
}
