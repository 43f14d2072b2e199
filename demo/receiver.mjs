/*
 * A receiver of consent records, to learn from: it takes what consent-gate sends to `records.endpoint`, each once and as it
 * was sent, and holds them in a chain, so that it can be seen where one was changed or taken out by who did not make all that follow
 * anew: keep the last hash elsewhere now and then. It notes no address and no browser.
 */

import {createHash} from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import {Ajv2020} from 'ajv/dist/2020.js';

const SCHEMA = new URL('../dist/consent-gate-record.schema.json', import.meta.url);

/** Bytes of the largest body that is taken: a record of a hundred services has some 60,000. */
const MOST = 256 * 1024;

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** The body of a request as text; null where it is larger than `MOST`. */
async function bodyOf(request) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    // Read to its end, or the sender would not hear the answer.
    if (size <= MOST) parts.push(part);
  }
  return size > MOST ? null : Buffer.concat(parts).toString('utf8');
}

/** Whether a page of this site sends it: another could send any visitor here. None is named by what is no browser. */
function isOwn({origin, host}) {
  try {
    return origin === undefined || new URL(origin).host === host;
  } catch {
    return false;
  }
}

/**
 * @typedef {object} Entry
 * @property {string} received when it came, ISO 8601
 * @property {string} body what came, to the letter
 * @property {string} hash SHA-256 of the hash before it, the time and the body, in this order: a chain
 */

/**
 * What a file holds. Its last line may be half a one, where the machine went down: it was never told as taken, and comes again.
 * @returns {Entry[]}
 */
function readEntries(file) {
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole !== text) writeFileSync(file, whole);
  return whole
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** Adds a line, whole or not at all: what is told as failed comes again. */
function append(file, line) {
  const size = existsSync(file) ? statSync(file).size : 0;
  try {
    appendFileSync(file, line);
  } catch (error) {
    if (existsSync(file)) truncateSync(file, size);
    throw error;
  }
}

/**
 * Opens a receiver.
 * @param {string} [file] where the entries are kept, one JSON per line; in memory where it is not said
 * @returns {{take: Function, list: () => readonly Entry[]}}
 */
export function openReceiver(file) {
  const entries = file && existsSync(file) ? readEntries(file) : [];
  const known = new Set(entries.map(({body}) => JSON.parse(body).consentReceiptID));
  let validate;

  return {
    list: () => entries,

    /**
     * Takes one record.
     * @param {import('node:http').IncomingMessage} request
     * @returns {Promise<[status: number, text: string]>} 201 taken, 200 known already; else what is wrong with it
     */
    async take(request) {
      if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
        return [415, 'JSON, please'];
      if (!isOwn(request.headers)) return [403, 'Not from there'];
      const body = await bodyOf(request);
      if (body === null) return [413, 'Too large'];
      let record;
      try {
        record = JSON.parse(body);
      } catch {
        return [400, 'No JSON'];
      }
      validate ??= new Ajv2020({strictTypes: false}).compile(
        JSON.parse(readFileSync(SCHEMA, 'utf8')),
      );
      if (!validate(record)) {
        const [{instancePath, message}] = validate.errors;
        return [400, `${instancePath || '/'} ${message}`];
      }
      // What was sent twice, because its answer was lost, is one record.
      if (known.has(record.consentReceiptID)) return [200, 'Known'];
      const received = new Date().toISOString();
      const hash = sha256((entries.at(-1)?.hash ?? '') + received + body);
      const entry = {received, body, hash};
      // Told as taken only once it is kept.
      if (file) append(file, `${JSON.stringify(entry)}\n`);
      known.add(record.consentReceiptID);
      entries.push(entry);
      return [201, 'Taken'];
    },
  };
}
