import type {Language} from './languages.js';

/** What stands in the place of an embed that is held back. */
export interface EmbedMessages {
  /** Whom it would load from, `{vendors}`, and that it waits for a yes. */
  embed: string;
  /** Button that loads this one, this time. */
  once: string;
  /** Button that says yes to its service. */
  always: string;
}

/** By language; apart from the other texts, for they come with the embeds alone. */
export const embedMessages: Readonly<Record<Language, EmbedMessages>> = {
  en: {
    embed: 'Source: {vendors}. It loads only with your consent.',
    once: 'Load once',
    always: 'Always load',
  },
  ru: {
    embed: 'Источник: {vendors}. Загрузится только с вашего согласия.',
    once: 'Загрузить один раз',
    always: 'Загружать всегда',
  },
  be: {
    embed: 'Крыніца: {vendors}. Загрузіцца толькі з вашай згоды.',
    once: 'Загрузіць адзін раз',
    always: 'Загружаць заўсёды',
  },
  kk: {
    embed: 'Дереккөз: {vendors}. Тек келісіміңізбен жүктеледі.',
    once: 'Бір рет жүктеу',
    always: 'Әрқашан жүктеу',
  },
  uk: {
    embed: 'Джерело: {vendors}. Завантажиться лише за вашої згоди.',
    once: 'Завантажити один раз',
    always: 'Завантажувати завжди',
  },
  uz: {
    embed: 'Manba: {vendors}. Faqat roziligingiz bilan yuklanadi.',
    once: 'Bir marta yuklash',
    always: 'Har doim yuklash',
  },
  de: {
    embed: 'Quelle: {vendors}. Wird nur mit Ihrer Einwilligung geladen.',
    once: 'Einmal laden',
    always: 'Immer laden',
  },
  fr: {
    embed: 'Source\u00a0: {vendors}. Chargement uniquement avec votre consentement.',
    once: 'Charger une fois',
    always: 'Toujours charger',
  },
  es: {
    embed: 'Origen: {vendors}. Se carga solo con su consentimiento.',
    once: 'Cargar una vez',
    always: 'Cargar siempre',
  },
  it: {
    embed: 'Fonte: {vendors}. Si carica solo con il tuo consenso.',
    once: 'Carica una volta',
    always: 'Carica sempre',
  },
  pt: {
    embed: 'Origem: {vendors}. Carrega apenas com o seu consentimento.',
    once: 'Carregar uma vez',
    always: 'Carregar sempre',
  },
  pl: {
    embed: 'Źródło: {vendors}. Wczyta się tylko za Twoją zgodą.',
    once: 'Wczytaj raz',
    always: 'Wczytuj zawsze',
  },
  tr: {
    embed: 'Kaynak: {vendors}. Yalnızca açık rızanızla yüklenir.',
    once: 'Bir kez yükle',
    always: 'Her zaman yükle',
  },
  zh: {
    embed: '来源：{vendors}。仅在您同意后加载。',
    once: '加载一次',
    always: '始终加载',
  },
  ar: {
    embed: 'المصدر: {vendors}. لا يُحمَّل إلا بموافقتك.',
    once: 'تحميل مرة واحدة',
    always: 'تحميل دائمًا',
  },
  he: {
    embed: 'מקור: {vendors}. הטעינה רק בהסכמתך.',
    once: 'לטעון פעם אחת',
    always: 'לטעון תמיד',
  },
};
