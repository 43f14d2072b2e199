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
  'a copy of our small button does not stay':
    'taken for an opener of the page’s own, which it is as good as; the core has no byte left',
  'a frame follows its data-src': 'an address that changes while it is granted',
  'shortly before midnight': 'a day ends at midnight UTC',
  'a document that is written anew':
    'document.open() removes every listener of the page; README says so',
  'a copy, as routers keep of a view':
    'a copy of a granted frame asks before anybody can look at it; README says so',
  'gated markup in an open shadow root': 'only the document is looked at; README says so',
  'a host with a star and a port': 'valid, and matches no host: stays shut',
  'arrives after the no does not run':
    'a request that is under way cannot be called back; README says so',
  'a policy of hashes holds':
    'without nonces only `hosts` tells whose markup it is; SECURITY.md says so',
  'one of its own after its load': 'looked for at load and after an answer',
  'because another question was answered since':
    'a record has one day, that of the last answer; README says so',
  'also in an early choose, and once':
    'each call warns; an early one before there is a config does not',
  'code of its own that it compiles':
    'a page that is sealed off compiles no WebAssembly; README says so',
  'in a page that is XHTML': 'lit’s templates are no XML; README says so',
};

/** Skips what is not there yet, with the reason. To be called once in a file of tests. */
export const skipWhatIsMissing = <T extends object, W extends object>(test: TestType<T, W>): void =>
  // eslint-disable-next-line no-empty-pattern -- Playwright wants the braces
  test.beforeEach(({}, {title}) => {
    const [, reason] = Object.entries(MISSING).find(([part]) => title.includes(part)) ?? [];
    // The reasons stand in the list above.
    test.skip(reason !== undefined, reason);
  });
