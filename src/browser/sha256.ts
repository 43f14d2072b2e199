/**
 * SHA-256 of a text in UTF-8, as 64 hexadecimal digits; null on plain http, where browsers calculate none.
 * https://w3c.github.io/webcrypto/#Crypto-attribute-subtle
 */
export async function sha256(text: string): Promise<string | null> {
  const {subtle} = crypto as Partial<Crypto>;
  if (!subtle) return null;
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
