import {createHash, generateKeyPairSync, sign} from 'node:crypto';

/**
 * A self-signed certificate, made anew for each run: no private key lies in the repository, and no
 * tool is needed. Browsers are told to accept it (by `spki` in Chromium, by option in the others).
 */
export interface Certificate {
  /** PEM */
  key: string;
  /** PEM */
  cert: string;
  /** Base64 SHA-256 of the public key, as Chromium's `--ignore-certificate-errors-spki-list` wants it. */
  spki: string;
}

/** One DER element: tag, length, content. */
const der = (tag: number, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  const length =
    body.length < 0x80
      ? [body.length]
      : body.length < 0x100
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const sequence = (...content: Buffer[]) => der(0x30, ...content);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const utcTime = (date: Date) =>
  der(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replace(/\D/g, '')}Z`));

export function createCertificate(names: readonly string[]): Certificate {
  const {privateKey, publicKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
  const publicDer = publicKey.export({type: 'spki', format: 'der'});
  const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
  const commonName = der(0x0c, Buffer.from('consent-gate tests'));
  const name = sequence(der(0x31, sequence(oid('550403'), commonName)));
  const day = 86_400_000;
  // A year to each side: some tests move the browser's clock.
  const validity = sequence(
    utcTime(new Date(Date.now() - 365 * day)),
    utcTime(new Date(Date.now() + 365 * day)),
  );
  const altNames = sequence(...names.map((dns) => der(0x82, Buffer.from(dns))));
  const extensions = sequence(sequence(oid('551d11'), der(0x04, altNames)));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    validity,
    name,
    publicDer,
    der(0xa3, extensions),
  );
  const signature = sign('sha256', body, privateKey);
  const whole = sequence(body, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({type: 'pkcs8', format: 'pem'}) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    spki: createHash('sha256').update(publicDer).digest('base64'),
  };
}
