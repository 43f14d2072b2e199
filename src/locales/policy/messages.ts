/**
 * Texts of the policy page in one language. What banner and settings say, too, stands in theirs.
 * `{name}` is a placeholder; texts are rendered as text, never as HTML.
 */
export interface PolicyMessages {
  /** `{version}` */
  version: string;
  /** `{date}` */
  published: string;
  /** `{date}`: from when on it holds. */
  effective: string;

  /** In short, where nothing runs without a yes. */
  nothingBefore: string;
  /** `{term}`: how long an answer holds, in brackets, for it stands in the nominative. */
  equal: string;
  anyTime: string;

  /** What cookies are: heading and text. */
  what: string;
  whatText: string;

  /** Heading of the services, by category. */
  uses: string;
  /** Said of what is a question of its own: `{purposes}`. */
  apart: string;
  /** Heads of columns besides those of the settings. */
  purpose: string;
  party: string;
  /** What is kept for this site, and what for the vendor. */
  first: string;
  third: string;

  /** What we keep ourselves: purposes of the cookie, and of the note that a notice has been closed. */
  ownAnswers: string;
  ownNotice: string;

  /** How long things are kept: heading and text, `{term}`. */
  kept: string;
  keptText: string;
  /** After a table in which there are some that no script can delete. */
  unreachable: string;
  /** Where each answer is sent to the operator: said of it, and of one that waits in the browser until then. */
  recorded: string;
  onItsWay: string;

  /** Who gets the data: heading, and what is said above the list. */
  recipients: string;
  recipientsText: string;

  /** How to withdraw: heading and ways; the first is followed by the button to the settings. */
  withdraw: string;
  inSettings: string;
  inBrowser: string;
  byDefault: string;
  /** Above subjects of letters: `{email}`. */
  byLetter: string;

  /** Who runs the site: heading; labels. */
  operator: string;
  address: string;
  registration: string;
  email: string;

  /** After the day from which this version holds, before that day. */
  upcoming: string;
  /** What is new: heading; what is always said of changes. */
  changes: string;
  changesText: string;

  /** Above the visitor's own answers. */
  yourChoice: string;
  /** Where there is none yet. */
  noChoice: string;
}
