import type {Language} from './languages.js';

/** What is said of the sister sites of a site. */
export interface SisterMessages {
  /** That what is refused here is refused there, for who goes there by a link of this site: `{sites}`. */
  sisters: string;
  /** Asks for the same yes as on the site that the visitor comes from: `{site}`. */
  sameHere: string;
}

/** By language; apart from the other texts, for few sites have sisters. */
export const sisterMessages: Readonly<Record<Language, SisterMessages>> = {
  en: {
    sisters: 'What you refuse here is also refused on {sites} when you follow a link there.',
    sameHere: 'You have agreed to this on {site}. Here, too?',
  },
  ru: {
    sisters: 'Отказ действует и на {sites}, если перейти туда по ссылке.',
    sameHere: 'На {site} вы дали на это согласие. Согласны и здесь?',
  },
  be: {
    sisters: 'Адмова дзейнічае і на {sites}, калі перайсці туды па спасылцы.',
    sameHere: 'На {site} вы далі на гэта згоду. Згодныя і тут?',
  },
  kk: {
    sisters: 'Сілтеме арқылы өтсеңіз, бас тартуыңыз мына сайттарда да қолданылады: {sites}.',
    sameHere: '{site} сайтында бұған келісім бердіңіз. Мұнда да келісесіз бе?',
  },
  uk: {
    sisters: 'Відмова діє і на {sites}, якщо перейти туди за посиланням.',
    sameHere: 'На {site} ви дали на це згоду. Згодні й тут?',
  },
  uz: {
    sisters: 'Havola orqali o‘tsangiz, rad javobingiz bu saytlarda ham amal qiladi: {sites}.',
    sameHere: '{site} saytida bunga rozilik bergansiz. Bu yerda ham rozimisiz?',
  },
  de: {
    sisters: 'Was Sie hier ablehnen, gilt auch auf {sites}, wenn Sie einem Link dorthin folgen.',
    sameHere: 'Auf {site} haben Sie dem zugestimmt. Auch hier?',
  },
  fr: {
    sisters: 'Ce que vous refusez ici est aussi refusé sur {sites} si vous y allez par un lien.',
    sameHere: 'Vous avez accepté cela sur {site}. Ici aussi ?',
  },
  es: {
    sisters:
      'Lo que rechace aquí también queda rechazado en {sites} si sigue un enlace hasta allí.',
    sameHere: 'Ha dado su consentimiento para esto en {site}. ¿También aquí?',
  },
  it: {
    sisters: 'Ciò che rifiuti qui è rifiutato anche su {sites} se ci vai tramite un link.',
    sameHere: 'Hai acconsentito a questo su {site}. Anche qui?',
  },
  pt: {
    sisters: 'O que rejeitar aqui fica também rejeitado em {sites} se seguir uma ligação para lá.',
    sameHere: 'Deu o seu consentimento para isto em {site}. Também aqui?',
  },
  pl: {
    sisters: 'Odmowa działa także na {sites}, jeśli przejdziesz tam przez link.',
    sameHere: 'Na {site} wyrażono na to zgodę. Tutaj też?',
  },
  tr: {
    sisters:
      'Burada reddettikleriniz, bir bağlantıyla geçtiğinizde şu sitelerde de reddedilir: {sites}.',
    sameHere: '{site} sitesinde buna onay verdiniz. Burada da onaylıyor musunuz?',
  },
  zh: {
    sisters: '您在此拒绝的内容，经链接前往 {sites} 时同样视为拒绝。',
    sameHere: '您已在 {site} 上同意这些内容。在此也同意吗？',
  },
  ar: {
    sisters: 'ما ترفضه هنا يُعدّ مرفوضًا أيضًا في {sites} عند الانتقال إليها عبر رابط.',
    sameHere: 'لقد وافقت على ذلك في {site}. هل توافق هنا أيضًا؟',
  },
  he: {
    sisters: 'מה שתסרבו לו כאן ייחשב כסירוב גם ב-{sites} אם תעברו לשם דרך קישור.',
    sameHere: 'הסכמתם לכך ב-{site}. גם כאן?',
  },
};
