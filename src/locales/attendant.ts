import type {Language} from './languages.js';

/** What is said around the banner: where it comes late, and after the answer. */
export interface AttendantMessages {
  /** Read out, where the banner has come while somebody was reading already; says how many buttons it has. */
  late: string;
  /** After a yes to all. */
  accepted: string;
  /** After a no to all. */
  rejected: string;
  /** After an answer of the visitor's own. */
  saved: string;
}

/** By language; apart from the other texts, for they come when the banner is on the screen. */
export const attendantMessages: Readonly<Record<Language, AttendantMessages>> = {
  en: {
    late: 'A notice about cookies is on this page: three choices.',
    accepted: 'You have accepted all cookies.',
    rejected: 'You have rejected all optional cookies.',
    saved: 'Your choices are saved.',
  },
  ru: {
    late: 'На странице есть вопрос о файлах cookie: три варианта ответа.',
    accepted: 'Вы приняли все файлы cookie.',
    rejected: 'Вы отклонили все необязательные файлы cookie.',
    saved: 'Ваш выбор сохранён.',
  },
  be: {
    late: 'На гэтай старонцы ёсць паведамленне пра файлы cookie: тры варыянты выбару.',
    accepted: 'Вы прынялі ўсе файлы cookie.',
    rejected: 'Вы адхілілі ўсе неабавязковыя файлы cookie.',
    saved: 'Ваш выбар захаваны.',
  },
  kk: {
    late: 'Бұл бетте cookie файлдары туралы хабарлама бар: үш нұсқаның бірін таңдауға болады.',
    accepted: 'Сіз барлық cookie файлын қабылдадыңыз.',
    rejected: 'Сіз міндетті емес cookie файлдарының бәрінен бас тарттыңыз.',
    saved: 'Таңдауыңыз сақталды.',
  },
  uk: {
    late: 'На цій сторінці є повідомлення про файли cookie: три варіанти вибору.',
    accepted: 'Ви прийняли всі файли cookie.',
    rejected: 'Ви відхилили всі необов’язкові файли cookie.',
    saved: 'Ваш вибір збережено.',
  },
  uz: {
    late: 'Bu sahifada cookie fayllari haqida xabar bor: uchta tanlov.',
    accepted: 'Siz barcha cookie fayllarini qabul qildingiz.',
    rejected: 'Siz barcha ixtiyoriy cookie fayllarini rad etdingiz.',
    saved: 'Tanlovingiz saqlandi.',
  },
  de: {
    late: 'Auf dieser Seite steht ein Hinweis zu Cookies: drei Auswahlmöglichkeiten.',
    accepted: 'Sie haben alle Cookies akzeptiert.',
    rejected: 'Sie haben alle optionalen Cookies abgelehnt.',
    saved: 'Ihre Auswahl ist gespeichert.',
  },
  fr: {
    late: 'Un message sur les cookies figure sur cette page : trois choix.',
    accepted: 'Vous avez accepté tous les cookies.',
    rejected: 'Vous avez refusé tous les cookies facultatifs.',
    saved: 'Vos choix sont enregistrés.',
  },
  es: {
    late: 'En esta página hay un aviso sobre cookies: tres opciones.',
    accepted: 'Ha aceptado todas las cookies.',
    rejected: 'Ha rechazado todas las cookies opcionales.',
    saved: 'Su selección se ha guardado.',
  },
  it: {
    late: 'In questa pagina c’è un avviso sui cookie: tre scelte.',
    accepted: 'Hai accettato tutti i cookie.',
    rejected: 'Hai rifiutato tutti i cookie facoltativi.',
    saved: 'Le tue scelte sono salvate.',
  },
  pt: {
    late: 'Nesta página há um aviso sobre cookies: três opções.',
    accepted: 'Aceitou todos os cookies.',
    rejected: 'Rejeitou todos os cookies opcionais.',
    saved: 'As suas escolhas estão guardadas.',
  },
  pl: {
    late: 'Na tej stronie jest komunikat o plikach cookie: trzy opcje do wyboru.',
    accepted: 'Zaakceptowano wszystkie pliki cookie.',
    rejected: 'Odrzucono wszystkie opcjonalne pliki cookie.',
    saved: 'Twój wybór został zapisany.',
  },
  tr: {
    late: 'Bu sayfada çerezlerle ilgili bir bildirim var: üç seçenek.',
    accepted: 'Tüm çerezleri kabul ettiniz.',
    rejected: 'Zorunlu olmayan tüm çerezleri reddettiniz.',
    saved: 'Seçiminiz kaydedildi.',
  },
  zh: {
    late: '本页有一则关于 Cookie 的通知：三个选项。',
    accepted: '您已接受所有 Cookie。',
    rejected: '您已拒绝所有可选 Cookie。',
    saved: '您的选择已保存。',
  },
  ar: {
    late: 'في هذه الصفحة إشعار عن ملفات تعريف الارتباط: ثلاثة خيارات.',
    accepted: 'تم قبول جميع ملفات تعريف الارتباط.',
    rejected: 'تم رفض جميع ملفات تعريف الارتباط الاختيارية.',
    saved: 'تم حفظ اختياراتك.',
  },
  he: {
    late: 'בדף זה מופיעה הודעה על קובצי Cookie: שלוש אפשרויות.',
    accepted: 'כל קובצי ה-Cookie אושרו.',
    rejected: 'כל קובצי ה-Cookie שאינם הכרחיים נדחו.',
    saved: 'הבחירות שלך נשמרו.',
  },
};
