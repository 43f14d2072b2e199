import {parseUrl} from '../browser/url-policy.js';
import type {ServiceFacts} from '../services/service.js';
import type {ConsentGateConfig, OwnServiceEntry, ServiceEntry, StorageEntry} from './config.js';

/** What an owner should think of in a config that is valid. */
export interface Advice {
  /** Where: `categories.analytics.services[0].purposes[0]`. */
  readonly at: string;
  readonly reason: string;
  readonly fix: string;
}

/**
 * Purposes that say nothing, in English and Russian: consent is "specific" (GDPR art. 4(11)), „предметное“ (152-FZ art. 9(1)).
 * https://ec.europa.eu/justice/article-29/documentation/opinion-recommendation/files/2013/wp203_en.pdf, III.1.1
 */
const VAGUE =
  /^(better|business|general|improv\p{L}*|internal|legitimate|marketing|other|services?|various|други[ех]|ины[ех]|маркетинг\p{L}*|необходим\p{L}*|общи[ех]|прочи[ех]|разны[ех]|служебны[ех]|улучш\p{L}*)(?![\p{L}-])/iu;
/** What stands for a name. */
const PLACEHOLDER =
  /^[^\p{L}\p{N}]*(todo|tbd|x{3,}|your (company|name|address)|company( name)?|name|название( компании)?|компания)?[^\p{L}\p{N}]*$/iu;

/** Names of contacts by which consent is withdrawn (ui/shared/letters.ts). */
const WITHDRAWS = /withdraw|revo[ck]/i;

const isOwn = (entry: ServiceEntry): entry is OwnServiceEntry => 'vendor' in entry;

/** What of an entry is worth a second thought. */
function* ofService(
  entry: ServiceEntry,
  facts: ServiceFacts | undefined,
  at: string,
): Generator<Advice> {
  const {service, purposes = []} = entry;
  const all = [...(facts?.purposes ?? []), ...purposes];
  for (const [i, purpose] of purposes.entries()) {
    if (VAGUE.test(purpose.trim()))
      yield {
        at: `${at}.purposes[${i}]`,
        reason: `"${purpose}" does not say what the data is used for, and consent must be specific (GDPR art. 4(11), 152-FZ art. 9(1))`,
        fix: 'write what is done with it, or use a key of the vocabulary',
      };
  }
  if (isOwn(entry) && !purposes.length)
    yield {
      at: `${at}.purposes`,
      reason: 'nothing says what this service is for; the banner names its category instead',
      fix: 'write its purposes',
    };
  if (all.includes('session-replay') && all.length > 1)
    yield {
      at,
      reason: `a yes to "${service}" is also one to the recording of sessions, which is more than visitors expect of ${all.find((purpose) => purpose !== 'session-replay')}`,
      fix: 'put it into a category of its own whose title says so, or switch the recording off at the vendor',
    };
  const {consentMode, onWithdraw} = entry as {
    consentMode?: {sends_before_consent?: boolean};
    onWithdraw?: string;
  };
  const {webvisor} = ((entry as {options?: unknown}).options ?? {}) as {webvisor?: unknown};
  if (service === 'yandex-metrica' && webvisor !== undefined && typeof webvisor !== 'boolean')
    yield {
      at: `${at}.options.webvisor`,
      reason: 'session replay stays off, and is not asked for: this is neither true nor false',
      fix: 'write true, without quotes, or remove it',
    };
  if (consentMode?.sends_before_consent) {
    yield {
      at: `${at}.consentMode.sends_before_consent`,
      reason: 'data is sent to Google before anybody has answered, and after a no',
      fix: 'remove it',
    };
    if (onWithdraw === 'reload')
      yield {
        at: `${at}.onWithdraw`,
        reason: 'what sends before consent goes on after a no, so nothing is reloaded',
        fix: 'remove one of the two',
      };
  }
  if (!isOwn(entry)) return;
  for (const key of ['cookies', 'storage'] as const) {
    for (const [i, item] of (entry[key] ?? []).entries()) {
      // Storage has no lifetime by itself.
      if (key === 'cookies' && (item as StorageEntry).days === undefined)
        yield {
          at: `${at}.cookies[${i}]`,
          reason:
            'the settings cannot say how long this cookie is kept, which visitors must be told (CJEU C-673/17)',
          fix: 'write {"name": "…", "days": 30}, with 0 for until the browser is closed',
        };
    }
  }
}

/**
 * What the law, or a reader, may hold against a config that is valid; services that record abroad are told of by the check
 * itself.
 * @param factsOf what is said of a service of the register; undefined for one that is written out
 * @param keys of all texts
 */
export function adviseOn(
  {categories, operator, policy, records, sites, texts = {}}: ConsentGateConfig,
  factsOf: (id: string) => ServiceFacts | undefined,
  keys: readonly string[],
): Advice[] {
  const advice: Advice[] = [];
  for (const [id, {services = []}] of Object.entries(categories)) {
    for (const [i, entry] of services.entries()) {
      if (id === 'necessary') continue;
      advice.push(...ofService(entry, factsOf(entry.service), `categories.${id}.services[${i}]`));
    }
  }
  for (const [tag, own] of Object.entries(texts)) {
    for (const key of Object.keys(own)) {
      const at = `texts.${tag}.${key}`;
      if (/^(accept|reject)(New)?$/.test(key))
        advice.push({
          at,
          reason:
            'the label of an answer is yours; ours are alike in length and weight, and regulators compare them',
          fix: 'remove it where ours will do',
        });
      else if (!keys.includes(key) && !/^(purposes|countries)\.|Text$/.test(key))
        advice.push({
          at,
          reason: 'there is no text of this name, so it is never shown',
          fix: 'see docs/texts.md for the names',
        });
    }
  }
  for (const [key, value] of Object.entries(operator)) {
    for (const text of typeof value === 'string'
      ? [value]
      : key === 'contacts'
        ? []
        : Object.values(value as object)) {
      if ((text as string).length < 60 && PLACEHOLDER.test(text as string))
        advice.push({
          at: `operator.${key}`,
          reason: `"${text as string}" stands for something that is still to be written, and visitors must know who asks`,
          fix: 'write it',
        });
    }
  }
  for (const [name, {email}] of Object.entries(operator.contacts ?? {})) {
    if (!email && !operator.email)
      advice.push({
        at: `operator.contacts.${name}`,
        reason: 'there is no address to write to, so the policy leaves it out',
        fix: 'write "email" here, or in "operator"',
      });
  }
  for (const [i, site] of (sites ?? []).entries()) {
    // With a star it is no address to some browsers.
    const url = parseUrl(site);
    if (!url || /^[^/]+\/+[^/]*\*/.test(site))
      advice.push({
        at: `sites[${i}]`,
        reason: 'a sister site is one address, and no star stands for others, so it is never met',
        fix: 'write each site out; for subdomains of one domain there is "cookie": {"domain": "…"}',
      });
    else if (url.pathname !== '/' || url.search || url.hash)
      advice.push({
        at: `sites[${i}]`,
        reason: 'a site is a whole origin, so what stands behind its host is ignored',
        fix: `write "${url.origin}"`,
      });
  }
  if (operator.contacts && !Object.keys(operator.contacts).some((name) => WITHDRAWS.test(name)))
    advice.push({
      at: 'operator.contacts',
      reason: 'none of them is known as the way to withdraw consent, so none is shown beside it',
      fix: 'call that one "withdraw"',
    });
  if (/^http:(?!\/\/(localhost|127\.|\[::1\]))/.test(records?.endpoint ?? ''))
    advice.push({
      at: 'records.endpoint',
      reason:
        'records are sent by https, or to the site itself; to another address nothing is sent',
      fix: 'write "https://…", or an address from the root: "/consent-records"',
    });
  if (policy.publishedAt && policy.effectiveAt && policy.effectiveAt < policy.publishedAt)
    advice.push({
      at: 'policy.effectiveAt',
      reason:
        'this version holds from before it was published, so nobody could have had notice of it',
      fix: 'write the day from which it holds',
    });
  return advice;
}
