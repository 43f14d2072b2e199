/** What the notice of a reload says. */
export interface NoticeMessages {
  /** That a withdrawal waits for a reload, and what a reload costs. */
  waiting: string;
  /** Button that loads the page anew. */
  reload: string;
}

/** By language; apart from the other texts, for hardly any visitor ever reads them. */
export const noticeMessages: Readonly<Record<string, NoticeMessages>> = {
  en: {
    waiting:
      'A service you switched off ends when this page is reloaded. Anything you have typed and not sent would be lost.',
    reload: 'Reload now',
  },
  ru: {
    waiting:
      'Выключенный вами сервис остановится после перезагрузки страницы. Всё, что вы ввели и не отправили, пропадёт.',
    reload: 'Перезагрузить сейчас',
  },
};
