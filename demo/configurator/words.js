/* Without a prototype: a pasted JSON may have any key. */

/** What the parameters of services are called, and what one looks like. */
export const PARAMETERS = {
  __proto__: null,
  apiKey: [['API key', 'Ключ API'], '12345-0123456789abcdef'],
  appId: [['Workspace ID', 'Идентификатор рабочего пространства'], 'abcd1234'],
  containerId: [['Container ID', 'Идентификатор контейнера'], 'GTM-XXXXXXX'],
  conversionId: [['Conversion ID', 'Идентификатор конверсии'], 'AW-123456789'],
  counterId: [['Counter number', 'Номер счётчика'], '12345678'],
  country: [['Country where it stands', 'Страна, где он стоит'], 'DE'],
  group: [['Group of sites', 'Группа сайтов'], 'shop'],
  measurementId: [['Measurement ID', 'Идентификатор потока данных'], 'G-XXXXXXXXXX'],
  modId: [['Script ID', 'Идентификатор скрипта'], 'abcd1234'],
  partnerId: [['Partner ID', 'Номер партнёра'], '123456'],
  pixelId: [['Pixel ID', 'Номер пикселя'], '1234567890'],
  projectId: [['Project ID', 'Идентификатор проекта'], 'abcdefghij'],
  projectKey: [['Project key', 'Ключ проекта'], 'phc_…'],
  publicKey: [['Public key', 'Открытый ключ'], '0123456789abcdef0123456789abcdef'],
  region: [['Region', 'Регион'], 'eu'],
  siteId: [['Site number', 'Номер сайта'], '1'],
  siteKey: [['Site key (version 3)', 'Ключ сайта (версия 3)'], '6Lc…'],
  tagId: [['Tag ID', 'Номер тега'], '12345678'],
  url: [['Address of its folder', 'Адрес его папки'], 'https://stats.example.com/'],
  widgetId: [['Widget ID', 'Идентификатор виджета'], 'abcdeFGH12'],
};

/** Where the parameter is another thing than its name says. */
export const EXAMPLES = {
  __proto__: null,
  roistat: '0123456789abcdef0123456789abcdef',
  'tiktok-pixel': 'C4ABCDEFGHIJ0123456K',
  'vk-pixel': '1234567',
  hotjar: '1234567',
};

export const CATEGORIES = {
  __proto__: null,
  necessary: ['Necessary', 'Необходимые'],
  functional: ['Functional', 'Функциональные'],
  analytics: ['Analytics', 'Аналитика'],
  advertising: ['Advertising', 'Реклама'],
};

/** Languages by their own names, for which there are texts. */
export const LANGUAGES = {
  __proto__: null,
  en: 'English',
  ru: 'Русский',
  be: 'Беларуская',
  kk: 'Қазақша',
  uk: 'Українська',
  uz: 'Oʻzbekcha',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  it: 'Italiano',
  pt: 'Português',
  pl: 'Polski',
  tr: 'Türkçe',
  zh: '中文',
  ar: 'العربية',
  he: 'עברית',
};
