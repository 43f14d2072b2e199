import {answered} from './announce.js';
import type {Arriving} from './arrive.js';
import type * as Beside from './beside.js';
import {arrivedFrom} from './browser/arrival.js';
import {report} from './browser/report.js';
import type {Carrying} from './carry.js';
import type {ConsentGateConfig, Texts} from './config/config.js';
import {sealed, stillValid} from './decision/answers.js';
import {fingerprintsOf} from './decision/fingerprints.js';
import type {DecisionRecord} from './decision/record.js';
import {hear, saidOf} from './decision/unasked.js';
import {documentGate} from './document-gate.js';
import {keepDecision, type Keeper} from './keep-decision.js';
import {noteChoice} from './note-choice.js';
import {sistersOf} from './sister-sites.js';
import type {Messages} from './locales/messages.js';
import {storedRecord} from './record-jar.js';

type Fetching = ((name: 'beside') => Promise<typeof Beside>) &
  ((name: 'locale-en') => Promise<{readonly messages: Messages}>);

/** A site that is about to be opened. */
interface Beginning extends Arriving, Omit<Carrying, 'known'>, Pick<Keeper, 'jar' | 'hashTexts'> {
  /** Each resolves when a service has its file: before that nobody knows what is asked about it. */
  readonly coming: readonly Promise<unknown>[];
  isCurrent(record: DecisionRecord): boolean;
  seen: string | undefined;
  config: ConsentGateConfig;
  fetch: Fetching;
}

/** Without what the texts of sisters are put into: with those they come with the language. */
const untold = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).filter(([key]) => !/^(ask|change|intro|sisters|sameHere)$/.test(key)),
  );

/**
 * Has the texts of a site tell of its sisters, whoever asks for them: they come with the texts of the language, the owner's own among
 * them. Without their file the visitor is asked all the same.
 */
function tellOfSisters(site: Beginning, beside: Promise<typeof Beside>): void {
  const {config, fetch, language} = site;
  const texts = Object.entries(config.texts ?? {}).map(([tag, own]) => [tag, untold(own)]);
  site.config = {...config, texts: Object.fromEntries(texts) as ConsentGateConfig['texts']};
  const told = async ({messages}: {readonly messages: Messages}) => {
    const wanted = language();
    const said = {...messages, ...config.texts?.[wanted]};
    const file = await beside.catch(() => {});
    const {unanswered} = documentGate()!.decision;
    return {messages: file ? file.withSisters(said, config.sites!, wanted, unanswered) : said};
  };
  site.fetch = (async (name: 'locale-en') => {
    const file: object = await fetch(name);
    return 'messages' in file ? told(file as {readonly messages: Messages}) : file;
  }) as Fetching;
}

/**
 * What the visitor has answered as the page begins: to the questions of today, and with what a link of a sister site has
 * brought, which is written before anything is loaded.
 */
export async function arrived(
  record: DecisionRecord | undefined,
  site: Beginning,
): Promise<DecisionRecord | undefined> {
  const {config} = site;
  const valid = () => record && answered(record, site);
  if (!config.sites) return valid();
  const beside = site.fetch('beside');
  // In the moment of the click; another tab may have answered meanwhile.
  const now = () => {
    const found = storedRecord(site.jar);
    return found && stillValid(found, fingerprintsOf(site));
  };
  beside.then(({carryAnswers}) => carryAnswers({...site, known: now})).catch(report);
  tellOfSisters(site, beside);
  const known = record && site.isCurrent(record) ? record : valid();
  // A link of anybody else has nobody wait for a file.
  const from = arrivedFrom();
  if (!location.hash.includes('consent-gate=') || !from || !sistersOf(config).includes(from))
    return known;
  const [file] = await Promise.all([beside.catch(() => {}), ...site.coming]);
  // Without answers to what other pages ask, which stay in the jar, and without what nobody has said yet.
  const before = saidOf(site.config, valid());
  const brought = file ? file.arrive(before, site) : before;
  if (!brought || brought === before) return known;
  hear(brought);
  const store = {record: brought, follow: (next?: DecisionRecord) => (store.record = next!)};
  // What is written here has been seen.
  const keeper = Object.assign(site, {store, writing: 1}) as unknown as Keeper;
  if (config.records) noteChoice(keeper);
  await keepDecision(keeper);
  const kept = store.record as DecisionRecord | undefined;
  return kept && {...answered(sealed(kept, fingerprintsOf(site)), site), text: site.seen};
}
