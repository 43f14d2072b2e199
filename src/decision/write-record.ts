import type {DecisionRecord} from './record.js';

/** `1~2026-11-22~ui~ru~<policy version>~<text hash>~y.<id>.<fingerprint>~n.<id>.<fingerprint>…` */
export const writeRecord = (record: DecisionRecord): string =>
  [1, record.decidedAt, record.method, record.language, record.policyVersion, record.textHash].join(
    '~',
  ) + record.answers;
