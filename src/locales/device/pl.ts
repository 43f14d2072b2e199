import type {DeviceMessages} from './messages.js';

/** Polish. */
export const deviceMessages: DeviceMessages = {
  onDevice: 'Teraz na tym urządzeniu ({count})',
  nothingHere: 'Usługi tej strony niczego teraz nie przechowują na tym urządzeniu.',
  mayReturn: 'Usługa jest włączona i może zapisać to ponownie.',
  erase: 'Usuń',
  erased: 'Usunięto: {names}.',
  remains: 'Nadal obecne: {names}.',
  ownRecord: 'Zapis Twojego wyboru',
  forget: 'Zapomnij mój wybór i zapytaj ponownie',
  forgetText: 'Wszystko, co opcjonalne, zostanie wyłączone, a my zapytamy ponownie.',
  unlisted: 'Spoza listy tej strony: {count}',
  beyond:
    'Plików cookie innych stron oraz tych, które czyta tylko serwer, stąd nie widać. Pokazują je i usuwają ustawienia przeglądarki.',
  myChoice: 'Mój wybór',
  copy: 'Skopiuj potwierdzenie',
  copied: 'Potwierdzenie zostało skopiowane.',
  byHand: 'Przeglądarka na to nie pozwoliła. Potwierdzenie jest zaznaczone: skopiuj je stąd.',
  download: 'Pobierz potwierdzenie',
  downloaded: 'Pobieranie się rozpoczęło.',
  receipt: 'Potwierdzenie',
  rights: 'Administrator i Twoje prawa',
  address: 'Adres',
  registration: 'Dane rejestrowe',
  withdraw: 'Wycofanie zgody e-mailem:',
  requests: 'Inne prośby e-mailem:',
};
