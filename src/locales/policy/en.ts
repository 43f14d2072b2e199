import type {PolicyMessages} from './messages.js';

/** English. */
export const policyMessages: PolicyMessages = {
  version: 'Version {version}',
  published: 'published on {date}',
  effective: 'in force from {date}',

  nothingBefore:
    'Until you have answered, no optional service keeps anything in your browser or learns anything about you.',
  equal: 'No is as easy to say as yes, and holds as long ({term}). Using the site is no answer.',
  anyTime: 'You can change your mind at any time.',

  what: 'What cookies are',
  whatText:
    'Cookies are small texts that a site keeps in your browser; web storage does the same in another place. An identifier in them points at one browser and so, indirectly, at a person. Pixels (web beacons) and scripts of other companies can read and write them; here they wait for your answer as well.',

  uses: 'What is used, and for what',
  apart: 'Asked separately: {purposes}.',
  purpose: 'What for',
  party: 'Whose',
  first: 'this site’s',
  third: 'another company’s',

  ownAnswers: 'your answers',
  ownNotice: 'which notice of a change of the policy you have closed',

  kept: 'How long it is kept',
  keptText:
    'Your answer holds for a fixed time, yes or no alike ({term}); then you are asked again. Then, and whenever you say no to a service, everything that it has stored and a page can delete is deleted, also before its time.',
  unreachable:
    'What a company keeps on its own domain can be deleted only in the settings of your browser.',
  recorded:
    'Each answer is sent to the operator as a record of what was asked and said, with nothing in it that tells who you are.',
  onItsWay: 'An answer on its way to the operator',

  recipients: 'Who gets the data',
  recipientsText: 'After a yes, and only then, data goes to:',

  withdraw: 'How to say no, or take a yes back',
  inSettings:
    'In the settings, at any time. Services stop at once, some by loading the page anew, and what they have stored is deleted:',
  inBrowser:
    'By deleting this site’s cookies in your browser: you will be asked again, and may choose otherwise.',
  byDefault:
    'By switching cookies off in your browser, for all sites or for this one, or by Global Privacy Control, which is taken as a refusal of advertising. Everything that needs no optional service goes on working.',
  byLetter: 'By e-mail to {email} with one of these subjects:',

  operator: 'Who answers for this',
  address: 'Address',
  registration: 'Registration',
  email: 'E-mail',

  upcoming: 'Until then the version before it holds.',
  changes: 'What is new in this version',
  changesText:
    'If a purpose or a company is added, you are asked about it; your earlier answers stay as they are.',

  yourChoice: 'Your choice',
  noChoice: 'You have not chosen yet.',
};
