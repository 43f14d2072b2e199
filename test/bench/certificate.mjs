/**
 * A throw-away certificate, made anew in each run: the page and the vendors' hosts are https as in
 * life, and no private key lies in the repository. The browser is told to trust exactly this key.
 */
import {createHash, generateKeyPairSync, sign} from 'node:crypto';

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OBJECT_ID = 0x06;
const UTF8_STRING = 0x0c;
const UTC_TIME = 0x17;
const SEQUENCE = 0x30;
const SET = 0x31;
const VERSION = 0xa0;

const ECDSA_WITH_SHA256 = '2a8648ce3d040302';
const COMMON_NAME = '550403';
const DAY = 86_400_000;

/** @returns {{key: string, cert: string, fingerprint: string}} PEM, PEM, base64 of the key's hash */
export function makeCertificate() {
  const {privateKey, publicKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
  const spki = publicKey.export({type: 'spki', format: 'der'});
  const algorithm = der(SEQUENCE, der(OBJECT_ID, hex(ECDSA_WITH_SHA256)));
  const name = der(
    SEQUENCE,
    der(
      SET,
      der(SEQUENCE, der(OBJECT_ID, hex(COMMON_NAME)), der(UTF8_STRING, 'consent-gate bench')),
    ),
  );
  const validity = der(SEQUENCE, time(Date.now() - DAY), time(Date.now() + DAY));
  const body = der(
    SEQUENCE,
    der(VERSION, der(INTEGER, hex('02'))),
    der(INTEGER, hex('01')),
    algorithm,
    name,
    validity,
    name,
    spki,
  );
  const signature = sign('sha256', body, privateKey);
  const whole = der(SEQUENCE, body, algorithm, der(BIT_STRING, hex('00'), signature));
  return {
    key: privateKey.export({type: 'pkcs8', format: 'pem'}),
    cert: pem(whole),
    fingerprint: createHash('sha256').update(spki).digest('base64'),
  };
}

function der(tag, ...parts) {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const {length} = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function hex(text) {
  return Buffer.from(text, 'hex');
}

function time(ms) {
  const digits = new Date(ms).toISOString().replace(/\D/g, '').slice(2, 14);
  return der(UTC_TIME, `${digits}Z`);
}

function pem(bytes) {
  const lines = bytes.toString('base64').match(/.{1,64}/g);
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
