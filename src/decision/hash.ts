/**
 * A short fingerprint of a text: FNV-1a (32 bits) in base 36. It tells changes of an honest config
 * apart and is no protection against forgery: who can change the texts can change the code.
 * @param length 1–6 characters
 */
export function hash(text: string, length: number): string {
  let h = 0x811c9dc5;
  for (const letter of text) h = Math.imul(h ^ letter.codePointAt(0)!, 0x01000193);
  return (h >>> 0).toString(36).padStart(6, '0').slice(-length);
}
