import type {PolicyMessages} from './messages.js';

/** Polish. */
export const policyMessages: PolicyMessages = {
  version: 'Wersja {version}',
  published: 'opublikowana {date}',
  effective: 'obowiązuje od {date}',

  nothingBefore:
    'Dopóki nie odpowiesz, żadna opcjonalna usługa niczego nie przechowuje w Twojej przeglądarce i niczego się o Tobie nie dowiaduje.',
  equal:
    'Odmówić jest równie łatwo, jak się zgodzić, a odmowa obowiązuje tak samo długo ({term}). Korzystanie ze strony nie jest odpowiedzią.',
  anyTime: 'Zdanie można zmienić w dowolnym momencie.',

  what: 'Czym są pliki cookie',
  whatText:
    'Pliki cookie to niewielkie teksty, które strona przechowuje w Twojej przeglądarce; to samo w innym miejscu robi pamięć przeglądarki (web storage). Zawarty w nich identyfikator wskazuje jedną przeglądarkę, a więc pośrednio osobę. Mogą je odczytywać i zapisywać piksele (sygnalizatory WWW) i skrypty innych firm; tutaj one także czekają na Twoją odpowiedź.',

  uses: 'Co jest używane i w jakim celu',
  apart: 'Oddzielne pytanie: {purposes}.',
  purpose: 'Cel',
  party: 'Czyje',
  first: 'tej strony',
  third: 'innej firmy',

  ownAnswers: 'Twoje odpowiedzi',
  ownNotice: 'które powiadomienie o zmianie polityki zostało zamknięte',

  kept: 'Jak długo jest to przechowywane',
  keptText:
    'Odpowiedź, czy to zgoda, czy odmowa, obowiązuje przez określony czas ({term}); potem zapytamy ponownie. Wtedy, a także po każdej odmowie dotyczącej usługi, usuwane jest wszystko, co ta usługa zapisała i co strona może usunąć, także przed upływem okresu przechowywania.',
  unreachable:
    'To, co firma przechowuje we własnej domenie, można usunąć tylko w ustawieniach przeglądarki.',
  recorded:
    'Każda odpowiedź jest wysyłana do administratora danych jako zapis tego, o co zapytano i co odpowiedziano; nic w nim nie mówi, kim Państwo są.',
  onItsWay: 'Odpowiedź w drodze do administratora danych',

  recipients: 'Kto otrzymuje dane',
  recipientsText: 'Po wyrażeniu zgody, i tylko wtedy, dane otrzymują:',

  withdraw: 'Jak odmówić lub wycofać zgodę',
  inSettings:
    'W ustawieniach, w dowolnym momencie. Usługi zatrzymują się od razu, niektóre przez ponowne wczytanie strony, a to, co zapisały, jest usuwane:',
  inBrowser:
    'Usuwając pliki cookie tej strony w przeglądarce: zapytamy ponownie i będzie można wybrać inaczej.',
  byDefault:
    'Wyłączając pliki cookie w przeglądarce, dla wszystkich stron lub dla tej, albo włączając sygnał Global Privacy Control, uznawany za odmowę dotyczącą reklam. Wszystko, co nie wymaga opcjonalnych usług, będzie nadal działać.',
  byLetter: 'Wiadomością na adres {email} o jednym z tych tematów:',

  operator: 'Kto za to odpowiada',
  address: 'Adres',
  registration: 'Dane rejestrowe',
  email: 'E-mail',

  upcoming: 'Do tego dnia obowiązuje poprzednia wersja.',
  changes: 'Co nowego w tej wersji',
  changesText:
    'Jeśli zostanie dodany cel lub firma, zapytamy o to; wcześniejsze odpowiedzi pozostaną bez zmian.',

  yourChoice: 'Twój wybór',
  noChoice: 'Nie dokonano jeszcze wyboru.',
};
