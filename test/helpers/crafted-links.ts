/** Numbers from 0 to 1, the same each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A fragment to the letter: all that the site of `test/helpers/site.ts` asks is refused. */
export const REFUSAL =
  '~n.advertising~n.analytics~n.functional~n.google-analytics~n.yandex-metrica~n.youtube';
/** @param seconds since 1970 */
export const fragment = (seconds: number, answers = REFUSAL): string =>
  `consent-gate=1~${seconds}${answers}`;

const LETTERS = '~.=&#%+;:,/?_-nyNY019azAZ \u00a0\u0430\uff4e\u202e"<';

/**
 * 200 fragments that are not to the letter, not of this minute, or that ask for a yes.
 * @param now seconds since 1970
 * @param fingerprint of the question about analytics
 */
export function craftedFragments(now: number, fingerprint: string): string[] {
  const whole = fragment(now);
  const [head, ...items] = whole.split('~') as [string, ...string[]];
  const stale = [-1e9, -86400, -3600, -120, -61 - 5, 30, 60, 3600, 86400, 1e9]
    .map((seconds) => fragment(now + seconds))
    .concat(fragment(0), fragment(now * 1000), whole.replace(/\d{10}/, '-$&'))
    .concat(whole.replace(/\d{10}/, 'NaN'), whole.replace(/\d{10}/, '$&.5'))
    .concat(whole.replace(/\d{10}/, '0$&'), whole.replace(/\d{10}/, ''));
  const shapes = [
    'consent-gate',
    'consent-gate=',
    'consent-gate=1',
    'consent-gate=reject',
    'consent-gate-debug',
    `consent-gate=1~${now}`,
    `consent-gate=1~${now}~`,
    `consent-gate=1~${now}~n`,
    `consent-gate=1~${now}~n.`,
    `consent-gate=1~${now}~n.__proto__`,
    `consent-gate=1~${now}~n.constructor~n.tostring`,
    `consent-gate=1~${now}~n.${'a'.repeat(41)}`,
    `consent-gate=1~${now}~n.analytics~n.analytics`,
    `consent-gate=1~${now}~n.youtube~n.analytics`,
    `consent-gate=1~${now}~n.analytics~y.analytics.${fingerprint}`,
    `consent-gate=1~${now}~y.analytics`,
    `consent-gate=1~${now}~y.analytics.0000`,
    `consent-gate=1~${now}~y.analytics.${fingerprint}`,
    `consent-gate=1~${now}~y.__proto__.${fingerprint}`,
    `consent-gate=1~${now}~n.analytics.${fingerprint}`,
    `consent-gate=1~${now}${'~n.analytics'.repeat(500)}`,
    `consent-gate=1~${now}~n.${Array.from({length: 1000}, (_, i) => `a${1000 + i}`).join('~n.')}${REFUSAL}`,
    `consent-gate=2~${now}${REFUSAL}`,
    `consent-gate=01~${now}${REFUSAL}`,
    `consent-gate=~${now}${REFUSAL}`,
    `Consent-Gate=1~${now}${REFUSAL}`,
    `${whole}&`,
    `${whole}&x`,
    `&${whole}`,
    ` ${whole}`,
    `${whole}#`,
    `#${whole}`,
    `${whole}&${whole}`,
    `x${whole}`,
    `x=1;${whole}`,
    `?${whole}`,
    `:~:${whole}`,
    `/${whole}`,
    `${head}%0A~${items.join('~')}`,
    encodeURIComponent(whole),
    escape(whole),
    btoa(whole),
    whole.toUpperCase(),
    whole.replaceAll('~', '%7E'),
    whole.replaceAll('.', '%2E'),
    whole.replaceAll('~n.', '~%6E.'),
    whole.replaceAll('n', 'ｎ'),
    whole.replaceAll('a', 'а'),
    whole.replaceAll('~n.', '~N.'),
    whole.replaceAll('~n.', '~n:'),
    whole.replaceAll('~n.', '~no.'),
    whole.replaceAll('~n.', '~false.'),
    whole.replaceAll('~', '~~'),
    whole.replaceAll('~', '|'),
    whole.replaceAll('.', '..'),
    [head, ...items.slice(1)].join('~'),
    [head, ...items.slice(0, 1), ...items.slice(1).reverse()].join('~'),
  ];
  const random = seeded(20261129);
  const found = new Set([...stale, ...shapes]);
  while (found.size < 200) {
    const at = Math.floor(random() * whole.length);
    const letter = LETTERS[Math.floor(random() * LETTERS.length)]!;
    const changed = whole.slice(0, at) + letter + whole.slice(at + Math.floor(random() * 2));
    // Of one letter another digit may be as fresh, and another id is one that nobody asks.
    if (!/^consent-gate=1~\d{10}(~n\.[a-z0-9:-]+)+$/.test(changed)) found.add(changed);
  }
  return [...found].slice(0, 200);
}
