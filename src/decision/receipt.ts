import type {ConsentGateConfig} from '../config/config.js';
import {fingerprintsOf, type Asking} from './fingerprints.js';
import type {Store} from './store.js';

/** A decision as a document for the visitor and the site's data-protection officer. */
export interface Receipt {
  readonly schema: 'consent-gate/receipt/1';
  readonly site: string;
  readonly operator: ConsentGateConfig['operator'];
  readonly policy: ConsentGateConfig['policy'];
  readonly consent: NonNullable<ConsentGateConfig['consent']> | null;
  /** ISO 8601 day, or null when nothing has been decided. */
  readonly decidedAt: string | null;
  readonly method: string | null;
  readonly language: string | null;
  readonly policyVersion: string | null;
  readonly answers: readonly {
    readonly id: string;
    readonly category: string;
    /** Null where the visitor has not answered, also where the browser refuses by itself. */
    readonly granted: boolean | null;
    /** Which wording of the question was answered. */
    readonly fingerprint: string;
  }[];
}

/** What a receipt is made from. */
export interface ReceiptSource extends Asking {
  readonly config: ConsentGateConfig;
  readonly store: Store;
}

/** Writes the receipt of the decision as it stands now. */
export function makeReceipt(source: ReceiptSource): Receipt {
  const {config, questions, store} = source;
  const fingerprints = fingerprintsOf(source);
  const said = (word: string, id: string) => store.record?.answers.includes(`~${word}.${id}.`);
  const {decidedAt, method, language, policyVersion} = store.decision;
  return {
    schema: 'consent-gate/receipt/1',
    site: location.origin,
    operator: config.operator,
    policy: config.policy,
    consent: config.consent ?? null,
    decidedAt,
    method,
    language,
    policyVersion,
    answers: questions.map(({id, category}) => ({
      id,
      category,
      granted: said('y', id) || (said('n', id) ? false : null),
      fingerprint: fingerprints.get(id)!,
    })),
  };
}
