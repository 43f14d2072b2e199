/** What somebody could write into a link or a message in the hope of a grant: 200 shapes of it. */
export function craftedValues(record: string): unknown[] {
  const grants = {functional: true, analytics: true, advertising: true};
  const words = ['accept', 'acceptAll', 'all', 'granted', 'yes', 'y', '1', 'true', 'ui', 'reset'];
  const keys = ['consent', 'consent-gate', 'consentGate', 'cookie', 'decision', 'type', 'method'];
  const whole = [
    record,
    encodeURIComponent(record),
    `__Host-consent-gate=${record}`,
    `consent-gate=${record}; Path=/`,
    record.replaceAll('~n.', '~y.').replace(/~\d{4}/, '~9999'),
    record.split('~y.')[0],
    btoa(record),
    true,
    false,
    null,
    undefined,
    0,
    1,
    '',
    grants,
    {decision: {status: 'decided', categories: grants, unanswered: []}},
    {record, answers: record.slice(record.indexOf('~y.')), method: 'ui'},
    {__proto__: null, categories: grants},
    JSON.parse(
      '{"__proto__": {"analytics": true}, "constructor": {"prototype": grants}}'.replace(
        'grants',
        JSON.stringify(grants),
      ),
    ) as unknown,
    [grants],
    [record],
    ['choose', grants],
    new Date(0),
    'x'.repeat(100_000),
    JSON.stringify({type: 'consent-change', decision: {categories: grants}}),
  ];
  const worded = keys.flatMap((key) => [
    ...words.map((word) => ({[key]: word})),
    ...words.map((word) => `${key}=${word}`),
    {[key]: record},
    {[key]: grants},
    `${key}=${record}`,
    `${key}[analytics]=true`,
    `${key}.analytics=true`,
  ]);
  return [...whole, ...worded].slice(0, 200);
}

/** As a part of an address. */
export const inAddress = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  // Longer ones no server takes.
  return encodeURI(text.slice(0, 500)).replaceAll('#', '%23');
};
