import {arrivedFrom, replaceFragment, setOutAt} from './browser/arrival.js';
import {report} from './browser/report.js';
import {withRefusals} from './decision/answers.js';
import {readCarried} from './decision/carried.js';
import {fingerprintsOf, type Asking} from './decision/fingerprints.js';
import type {DecisionRecord} from './decision/record.js';
import type {ConsentGateConfig} from './config/config.js';
import {sistersOf} from './sister-sites.js';

/** A site that a visitor arrives at. */
export interface Arriving extends Asking {
  readonly config: Asking['config'] & Pick<ConsentGateConfig, 'sites'>;
  /** False in a frame: no visitor arrives there. */
  readonly asks: boolean;
  language(): string;
}

/** What was granted on the site that the visitor comes from. */
export interface Offer {
  /** Origin of that site. */
  readonly from: string;
  /** Ids of the questions of this site that were granted there, in the same words. */
  readonly granted: ReadonlySet<string>;
}

/** ms for which a click on a link is fresh. */
const FRESH = 60_000;
/** ms by which a clock may have been put back meanwhile. */
const SKEW = 5000;

let offer: Offer | undefined;
/** What may be offered in this document. */
export const offered = (): Offer | undefined => offer;

/**
 * Takes over what a link of a sister site has brought: a no is a no here, a yes is kept to be offered. Nothing of
 * any other address: it stays as it is, for it may be the page's own.
 * @param record what is known here
 * @returns the same where nothing changes
 */
export function arrive(
  record: DecisionRecord | undefined,
  {asks, ...site}: Arriving,
): DecisionRecord | undefined {
  const from = asks ? arrivedFrom() : undefined;
  if (!from || !sistersOf(site.config).includes(from)) return record;
  const carried = readCarried(location.hash);
  const age = setOutAt() - (carried?.time ?? NaN);
  if (!carried || !(age > -SKEW && age < FRESH)) return record;
  try {
    replaceFragment(carried.own);
  } catch (error) {
    report(error);
  }
  // Metrica's has noted the address that the visitor came by, to tell it at the first yes.
  site.held.forEach(({service}) => service.guard?.());
  const fingerprints = fingerprintsOf(site);
  const granted = [...carried.granted].filter(([id, text]) => fingerprints.get(id) === text);
  offer = {from, granted: new Set(granted.map(([id]) => id))};
  // With a category goes what is in it, as here, but for what was granted by itself.
  const refused = site.questions
    .filter(
      ({id, category}) =>
        carried.refused.has(id) || (carried.refused.has(category) && !carried.granted.has(id)),
    )
    .map(({id}) => id);
  return withRefusals(record, new Set(refused), {
    decidedAt: new Date().toISOString().slice(0, 10),
    // Nothing was shown here.
    method: 'api',
    language: site.language(),
    policyVersion: record?.policyVersion ?? site.config.policy.version,
    answers: '',
  });
}
