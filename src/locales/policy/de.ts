import type {PolicyMessages} from './messages.js';

/** German. */
export const policyMessages: PolicyMessages = {
  version: 'Version {version}',
  published: 'veröffentlicht am {date}',
  effective: 'gültig ab dem {date}',

  nothingBefore:
    'Bis Sie geantwortet haben, speichert kein optionaler Dienst etwas in Ihrem Browser oder erfährt etwas über Sie.',
  equal:
    'Ablehnen ist so einfach wie Akzeptieren, und ein Nein gilt ebenso lange wie ein Ja ({term}). Die Nutzung der Website gilt nicht als Antwort.',
  anyTime: 'Sie können Ihre Auswahl jederzeit ändern.',

  what: 'Was Cookies sind',
  whatText:
    'Cookies sind kleine Texte, die eine Website in Ihrem Browser speichert; der Webspeicher tut dasselbe an anderer Stelle. Eine darin enthaltene Kennung verweist auf einen bestimmten Browser und damit mittelbar auf eine Person. Pixel (Web-Beacons) und Skripte anderer Unternehmen können Cookies und Webspeicher lesen und schreiben; hier warten auch sie auf Ihre Antwort.',

  uses: 'Was verwendet wird und wofür',
  apart: 'Gesonderte Frage: {purposes}.',
  purpose: 'Zweck',
  party: 'Gehört zu',
  first: 'dieser Website',
  third: 'einem anderen Unternehmen',

  ownAnswers: 'Ihre Antworten',
  ownNotice: 'welchen Hinweis auf eine Änderung der Richtlinie Sie geschlossen haben',

  kept: 'Wie lange gespeichert wird',
  keptText:
    'Ihre Antwort gilt für eine feste Zeit, ob Ja oder Nein ({term}); danach werden Sie erneut gefragt. Dann, und ebenso immer, wenn Sie einen Dienst ablehnen, wird alles gelöscht, was er gespeichert hat und was eine Seite löschen kann, auch vor Ablauf der Speicherdauer.',
  unreachable:
    'Was ein Unternehmen auf seiner eigenen Domain speichert, lässt sich nur in den Einstellungen Ihres Browsers löschen.',
  recorded:
    'Jede Antwort geht als Nachweis dessen, was gefragt und geantwortet wurde, an den Verantwortlichen; nichts darin sagt, wer Sie sind.',
  onItsWay: 'Eine Antwort auf dem Weg zum Verantwortlichen',

  recipients: 'Wer die Daten erhält',
  recipientsText: 'Nach Ihrer Einwilligung, und nur dann, gehen Daten an:',

  withdraw: 'Wie Sie ablehnen oder Ihre Einwilligung widerrufen',
  inSettings:
    'In den Einstellungen, jederzeit. Die Dienste enden sofort, manche durch erneutes Laden der Seite, und was sie gespeichert haben, wird gelöscht:',
  inBrowser:
    'Indem Sie die Cookies dieser Website in Ihrem Browser löschen: Sie werden dann erneut gefragt und können anders wählen.',
  byDefault:
    'Indem Sie Cookies in Ihrem Browser ausschalten, für alle Websites oder für diese, oder durch Global Privacy Control; dieses Signal gilt als Ablehnung von Werbung. Alles, was keinen optionalen Dienst braucht, funktioniert weiter.',
  byLetter: 'Durch eine E-Mail an {email} mit einem dieser Betreffe:',

  operator: 'Wer dafür verantwortlich ist',
  address: 'Anschrift',
  registration: 'Registrierung',
  email: 'E-Mail',

  upcoming: 'Bis dahin gilt die vorherige Version.',
  changes: 'Neu in dieser Version',
  changesText:
    'Kommt ein Zweck oder ein Unternehmen hinzu, werden Sie danach gefragt; Ihre bisherigen Antworten bleiben erhalten.',

  yourChoice: 'Ihre Auswahl',
  noChoice: 'Sie haben noch keine Auswahl getroffen.',
};
