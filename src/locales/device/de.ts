import type {DeviceMessages} from './messages.js';

/** German. */
export const deviceMessages: DeviceMessages = {
  onDevice: 'Jetzt auf diesem Gerät ({count})',
  nothingHere: 'Die Dienste dieser Website speichern derzeit nichts auf diesem Gerät.',
  mayReturn: 'Der Dienst ist eingeschaltet und kann dies erneut speichern.',
  erase: 'Löschen',
  erased: 'Gelöscht: {names}.',
  remains: 'Noch vorhanden: {names}.',
  ownRecord: 'Der Eintrag Ihrer Auswahl',
  forget: 'Meine Auswahl vergessen und erneut fragen',
  forgetText: 'Alles Optionale wird dann ausgeschaltet, und Sie werden erneut gefragt.',
  unlisted: 'Nicht auf der Liste dieser Website: {count}',
  beyond:
    'Cookies anderer Websites und solche, die nur ein Server liest, sind von hier aus nicht zu sehen. Die Einstellungen Ihres Browsers zeigen und löschen sie.',
  myChoice: 'Meine Auswahl',
  copy: 'Beleg kopieren',
  copied: 'Der Beleg ist kopiert.',
  byHand: 'Der Browser hat es nicht erlaubt. Der Beleg ist markiert: Kopieren Sie ihn von hier.',
  download: 'Beleg herunterladen',
  downloaded: 'Der Download hat begonnen.',
  receipt: 'Beleg',
  rights: 'Betreiber und Ihre Rechte',
  address: 'Anschrift',
  registration: 'Registrierung',
  withdraw: 'Einwilligung per E-Mail widerrufen:',
  requests: 'Andere Anliegen per E-Mail:',
};
