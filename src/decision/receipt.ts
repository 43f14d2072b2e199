import type {ConsentGateConfig} from '../config/config.js';
import type {Method} from './decision.js';
import {fingerprintsOf, type Asking} from './fingerprints.js';
import type {DecisionRecord} from './record.js';

/** One question, as it was put, and what has been said to it. */
export interface ReceiptAnswer {
  /** Of the question: a category, a service, or a part of one. */
  readonly id: string;
  /** Empty where the config has the question no more. */
  readonly category: string;
  /** Null where the visitor has not answered, also where the browser refuses by itself. */
  readonly granted: boolean | null;
  /** Which wording of the question was answered: the four characters that stand in the cookie. */
  readonly fingerprint: string;
  /** What was asked, in words; null where they are not known: the file of the service could not be had, or the config has changed since. */
  readonly text: string | null;
  /** Tag of the language of `text`. */
  readonly language: string;
  /**
   * SHA-256 of `text` in UTF-8, 64 hexadecimal digits; null on plain http, where browsers calculate none.
   * @pattern ^[0-9a-f]{64}$
   */
  readonly sha256: string | null;
}

/** Whom the visitor has allowed to process data: Kantara's `piiControllers`. */
export interface ReceiptController {
  readonly piiController: string;
  readonly address?: {readonly streetAddress: string; readonly addressCountry?: string};
  readonly email?: string;
  readonly piiControllerUrl: string;
}

/** A service that the visitor has said yes to: Kantara's `services`. */
export interface ReceiptService {
  readonly service: string;
  readonly purposes: readonly {
    readonly purpose: string;
    /** Category of the config. */
    readonly purposeCategory: readonly string[];
    readonly consentType: 'EXPLICIT';
    /** ISO 8601 day (UTC) on which the yes ends by itself. */
    readonly termination: string;
    readonly thirdPartyDisclosure: boolean;
    readonly thirdPartyName: string;
  }[];
}

/**
 * A decision as a document for the visitor and the site's data-protection officer. Its fields have the names of Kantara's Consent Receipt
 * 1.1 where that has them (https://kantarainitiative.org/file-downloads/consent-receipt-specification-v1-1-0/). It holds nothing that tells one visitor from another.
 */
export interface Receipt {
  /** Kind and edition of this document. */
  readonly schema: 'consent-gate/receipt/1';
  /** What has written it, and its version. */
  readonly library: string;
  /** Origin of the site. */
  readonly site: string;
  /** The operator's country, ISO 3166-1 alpha-2; null where the config names none. */
  readonly jurisdiction: string | null;
  /** Seconds since 1970 (UTC) of the answer: its day alone is known in a receipt, so it is that day's beginning. */
  readonly consentTimestamp: number | null;
  /** How the answer came about, in English words. */
  readonly collectionMethod: string | null;
  readonly piiControllers: readonly ReceiptController[];
  readonly policyUrl: string;
  readonly services: readonly ReceiptService[];
  /** As the config has it. */
  readonly operator: ConsentGateConfig['operator'];
  /** As the config has it. */
  readonly policy: ConsentGateConfig['policy'];
  /** The separate consent document, where there is one. */
  readonly consent: NonNullable<ConsentGateConfig['consent']> | null;
  /** ISO 8601 day (UTC), or null when nothing has been decided. */
  readonly decidedAt: string | null;
  readonly method: Method | null;
  /** Tag of the language in which it was asked. */
  readonly language: string | null;
  /** Version of the policy that was shown. */
  readonly policyVersion: string | null;
  /**
   * Whether the texts are to the letter those that were shown. False where the config has changed since: the questions mean the same, or their
   * answers would not count, their words may differ.
   */
  readonly asShown: boolean;
  readonly answers: readonly ReceiptAnswer[];
}

/** A receipt as it is sent to the owner's `records.endpoint`, once for each choice. */
export interface ConsentRecord extends Receipt {
  /**
   * UUID of this record, by which a receiver knows one that comes twice. Made for it, and forgotten with it.
   * @pattern ^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$
   */
  readonly consentReceiptID: string;
  /** Seconds since 1970 (UTC) of the answer. */
  readonly consentTimestamp: number;
}

/**
 * What a record says: to each question of today, and to those that were put otherwise, or are no more, when it was made.
 * @returns `isToday`: whether the question is that of today, so that its words are known
 */
export function answersIn(
  record: Pick<DecisionRecord, 'answers'> | undefined,
  asking: Asking,
): (Pick<ReceiptAnswer, 'id' | 'category' | 'granted' | 'fingerprint'> & {
  readonly isToday: boolean;
})[] {
  const fingerprints = fingerprintsOf(asking);
  const said = new Map(
    // What has just been answered has no fingerprint yet: it is to today's question.
    [...(record?.answers ?? '').matchAll(/~([yn])\.([^.~]+)\.(\w*)/g)].map(
      ([, word, id, fingerprint]) => [id!, {granted: word === 'y', fingerprint}] as const,
    ),
  );
  const today = asking.questions.map(({id, category}) => {
    const fingerprint = said.get(id)?.fingerprint || fingerprints.get(id)!;
    return {
      id,
      category,
      granted: said.get(id)?.granted ?? null,
      fingerprint,
      isToday: fingerprint === fingerprints.get(id),
    };
  });
  const gone = [...said].filter(([id]) => !fingerprints.has(id));
  return [
    ...today,
    ...gone.map(([id, {granted, fingerprint}]) => ({
      id,
      category: '',
      granted,
      fingerprint: fingerprint!,
      isToday: false,
    })),
  ];
}
