import type {Language} from './languages.js';

/** What is said of a new version of the policy. */
export interface AnnouncementMessages {
  /** Before it holds: `{date}`. */
  policyChanges: string;
  /** From then on: `{date}`. */
  policyChangedOn: string;
  /** Where no day is given. */
  policyChanged: string;
}

/** By language; apart from the other texts, for a visitor reads them once a version. A day may end with a full stop. */
export const announcementMessages: Readonly<Record<Language, AnnouncementMessages>> = {
  en: {
    policyChanges: 'The cookie policy of this site changes on {date}.',
    policyChangedOn: 'The cookie policy of this site changed on {date}.',
    policyChanged: 'The cookie policy of this site has changed.',
  },
  ru: {
    policyChanges: 'С {date} на сайте будет действовать новая политика cookie.',
    policyChangedOn: 'С {date} на сайте действует новая политика cookie.',
    policyChanged: 'Политика cookie на этом сайте изменилась.',
  },
  be: {
    policyChanges: 'З {date} на сайце будзе дзейнічаць новая палітыка cookie.',
    policyChangedOn: 'З {date} на сайце дзейнічае новая палітыка cookie.',
    policyChanged: 'Палітыка cookie на гэтым сайце змянілася.',
  },
  kk: {
    policyChanges: 'Сайттың cookie саясаты өзгереді. Жаңасы күшіне енетін күн: {date}.',
    policyChangedOn: 'Сайттың cookie саясаты өзгерді. Жаңасы күшіне енген күн: {date}.',
    policyChanged: 'Сайттың cookie саясаты өзгерді.',
  },
  uk: {
    policyChanges: 'З {date} на сайті діятиме нова політика cookie.',
    policyChangedOn: 'З {date} на сайті діє нова політика cookie.',
    policyChanged: 'Політика cookie на цьому сайті змінилася.',
  },
  uz: {
    policyChanges: 'Saytning cookie siyosati oʻzgaradi. Yangisi kuchga kiradigan sana: {date}.',
    policyChangedOn: 'Saytning cookie siyosati oʻzgardi. Yangisi kuchga kirgan sana: {date}.',
    policyChanged: 'Saytning cookie siyosati oʻzgardi.',
  },
  de: {
    policyChanges: 'Die Cookie-Richtlinie dieser Website ändert sich am {date}.',
    policyChangedOn: 'Die Cookie-Richtlinie dieser Website hat sich am {date} geändert.',
    policyChanged: 'Die Cookie-Richtlinie dieser Website hat sich geändert.',
  },
  fr: {
    policyChanges: 'La politique cookies de ce site change le {date}.',
    policyChangedOn: 'La politique cookies de ce site a changé le {date}.',
    policyChanged: 'La politique cookies de ce site a changé.',
  },
  es: {
    policyChanges: 'La política de cookies de este sitio cambia el {date}.',
    policyChangedOn: 'La política de cookies de este sitio cambió el {date}.',
    policyChanged: 'La política de cookies de este sitio ha cambiado.',
  },
  it: {
    policyChanges: 'L’informativa cookie di questo sito cambia. Entra in vigore in data {date}.',
    policyChangedOn:
      'L’informativa cookie di questo sito è cambiata. In vigore dalla data: {date}.',
    policyChanged: 'L’informativa cookie di questo sito è cambiata.',
  },
  pt: {
    policyChanges: 'A política de cookies deste site muda em {date}.',
    policyChangedOn: 'A política de cookies deste site mudou em {date}.',
    policyChanged: 'A política de cookies deste site mudou.',
  },
  pl: {
    policyChanges: 'Od {date} na tej stronie będzie obowiązywać nowa polityka cookie.',
    policyChangedOn: 'Od {date} na tej stronie obowiązuje nowa polityka cookie.',
    policyChanged: 'Polityka cookie na tej stronie się zmieniła.',
  },
  tr: {
    policyChanges: 'Bu sitenin çerez politikası {date} tarihinde değişiyor.',
    policyChangedOn: 'Bu sitenin çerez politikası {date} tarihinde değişti.',
    policyChanged: 'Bu sitenin çerez politikası değişti.',
  },
  zh: {
    policyChanges: '本网站的 Cookie 政策将于 {date} 变更。',
    policyChangedOn: '本网站的 Cookie 政策已于 {date} 变更。',
    policyChanged: '本网站的 Cookie 政策已变更。',
  },
  ar: {
    policyChanges: 'ستتغيّر سياسة ملفات الارتباط في هذا الموقع بتاريخ {date}.',
    policyChangedOn: 'تغيّرت سياسة ملفات الارتباط في هذا الموقع بتاريخ {date}.',
    policyChanged: 'تغيّرت سياسة ملفات الارتباط في هذا الموقع.',
  },
  he: {
    policyChanges: 'מדיניות קובצי ה-Cookie של האתר תשתנה בתאריך {date}.',
    policyChangedOn: 'מדיניות קובצי ה-Cookie של האתר השתנתה בתאריך {date}.',
    policyChanged: 'מדיניות קובצי ה-Cookie של האתר השתנתה.',
  },
};
