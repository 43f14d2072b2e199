/**
 * A short fingerprint of a text: FNV-1a (32 bits) in base 36. It tells changes of an honest config
 * apart and is no protection against forgery: who can change the texts can change the code.
 * @param length 1–6 characters
 */
export function hash(text: string, length: number): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36).padStart(6, '0').slice(-length);
}
