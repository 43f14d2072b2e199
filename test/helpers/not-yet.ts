import type {TestType} from 'playwright/test';

/** What is wanted and not there yet: part of a test's title → what is missing. */
const MISSING: Readonly<Record<string, string>> = {
  'Intl has no PluralRules': 'long lists of vendors and lifetimes need Intl',
  'ResizeObserver is missing': 'the banner keeps its room with it',
  'navigator.globalPrivacyControl throws': 'the core has no byte left for it',
  'http: who has not answered':
    'on plain http a sibling host can set the cookie; SECURITY.md says so',
  'of its own (closed)': 'a closed shadow root of somebody else cannot be given ours',
  'https, shared with all subdomains: a refusal':
    'an open page follows a whole record of a sibling before the next one makes it a conflict; cookie.domain trusts siblings',
};

/** Skips what is not there yet, with the reason. To be called once in a file of tests. */
export const skipWhatIsMissing = <T extends object, W extends object>(test: TestType<T, W>): void =>
  // eslint-disable-next-line no-empty-pattern -- Playwright wants the braces
  test.beforeEach(({}, {title}) => {
    const [, reason] = Object.entries(MISSING).find(([part]) => title.includes(part)) ?? [];
    // The reasons stand in the list above.
    test.skip(reason !== undefined, reason);
  });
