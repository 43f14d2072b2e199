/*
 * What assistive technology is told of the layers on the site of test/helpers/site.ts: roles, names, states, and
 * in this order.
 */

type Trees = Readonly<Record<'banner' | 'preferences', string>>;

/** By language; in the preferences Google Analytics is switched on, nothing is stored, and all that opens is closed. */
export const TREES: Readonly<Record<'en' | 'ru', Trees>> = {
  en: {
    banner: `- region "Cookies on this site":
  - heading "Cookies on this site" [level=2]
  - paragraph: "With your consent, IMPER Group uses cookies for embedded media, statistics, behaviour analysis and advertising. Data goes to Google (US) and Yandex (Russia). Data leaves Russia for: US. You can change this later."
  - paragraph:
    - link "Cookie policy (new tab)":
      - /url: /privacy
  - button "Reject all"
  - button "Accept all"
  - button "Settings"`,
    preferences: `- dialog "Cookie settings":
  - heading "Cookie settings" [level=2]
  - button "Close"
  - paragraph: What is optional runs only if you switch it on.
  - paragraph:
    - link "Cookie policy (new tab)":
      - /url: /privacy
  - group "Necessary":
    - heading "Necessary" [level=3]
    - text: Always on
    - paragraph: Needed for the site to work, and to remember this choice.
    - list:
      - listitem:
        - text: Your choice
        - paragraph: IMPER Group (Russia) Used for your preferences.
        - group: Cookies and storage
  - group "Functional":
    - heading "Functional" [level=3]
    - switch "Functional"
    - paragraph: Videos, maps, chats and the like.
    - list:
      - listitem:
        - text: YouTube
        - switch "YouTube"
        - paragraph: "Google (US) Used for embedded media. Data leaves Russia for: US."
        - group: Cookies and storage
        - paragraph:
          - link "Privacy policy of Google (new tab)":
            - /url: https://policies.google.com/privacy
  - group "Analytics":
    - heading "Analytics" [level=3]
    - switch "Analytics" [checked=mixed]
    - paragraph: Shows how the site is used.
    - list:
      - listitem:
        - text: Yandex.Metrica
        - switch "Yandex.Metrica"
        - paragraph: Yandex (Russia) Used for statistics and behaviour analysis.
        - group: Cookies and storage
        - paragraph:
          - link "Privacy policy of Yandex (new tab)":
            - /url: https://yandex.com/legal/confidential/
      - listitem:
        - text: Google Analytics
        - switch "Google Analytics" [checked]
        - paragraph: "Google (US) Used for statistics and behaviour analysis. Data leaves Russia for: US."
        - group: Cookies and storage
        - paragraph:
          - link "Privacy policy of Google (new tab)":
            - /url: https://policies.google.com/privacy
  - group "Advertising":
    - heading "Advertising" [level=3]
    - switch "Advertising"
    - paragraph: Selects advertising and measures it.
  - paragraph:
    - text: "Operator: IMPER Group"
    - link "mail@personalimage.ru":
      - /url: mailto:mail@personalimage.ru
  - group:
    - heading "On this device now (0)" [level=3]
  - button "Reject all"
  - button "Accept all"
  - button "Save choices"`,
  },
  ru: {
    banner: `- region "Файлы cookie на этом сайте":
  - heading "Файлы cookie на этом сайте" [level=2]
  - paragraph: "С вашего согласия IMPER Group использует файлы cookie. Цели: внешние медиа, статистика, анализ поведения и реклама. Получатели данных: Google (США) и Yandex (Россия). Передача за пределы страны (Россия): США. Выбор можно изменить позже."
  - paragraph:
    - link "Политика cookie (новая вкладка)":
      - /url: /privacy
  - button "Отклонить все"
  - button "Принять все"
  - button "Настроить"`,
    preferences: `- dialog "Настройки cookie":
  - heading "Настройки cookie" [level=2]
  - button "Закрыть"
  - paragraph: Необязательное включаете только вы.
  - paragraph:
    - link "Политика cookie (новая вкладка)":
      - /url: /privacy
  - group "Необходимые":
    - heading "Необходимые" [level=3]
    - text: Всегда включено
    - paragraph: Нужны сайту и хранят ваш выбор.
    - list:
      - listitem:
        - text: Ваш выбор
        - paragraph: "IMPER Group (Россия) Цели: настройки."
        - group: Cookie и хранилище
  - group "Функциональные":
    - heading "Функциональные" [level=3]
    - switch "Функциональные"
    - paragraph: Видео, карты, чаты.
    - list:
      - listitem:
        - text: YouTube
        - switch "YouTube"
        - paragraph: "Google (США) Цели: внешние медиа. Передача за пределы страны (Россия): США."
        - group: Cookie и хранилище
        - paragraph:
          - link "Политика Google (новая вкладка)":
            - /url: https://policies.google.com/privacy
  - group "Аналитика":
    - heading "Аналитика" [level=3]
    - switch "Аналитика" [checked=mixed]
    - paragraph: Как используют сайт.
    - list:
      - listitem:
        - text: Яндекс.Метрика
        - switch "Яндекс.Метрика"
        - paragraph: "Yandex (Россия) Цели: статистика и анализ поведения."
        - group: Cookie и хранилище
        - paragraph:
          - link "Политика Yandex (новая вкладка)":
            - /url: https://yandex.com/legal/confidential/
      - listitem:
        - text: Google Analytics
        - switch "Google Analytics" [checked]
        - paragraph: "Google (США) Цели: статистика и анализ поведения. Передача за пределы страны (Россия): США."
        - group: Cookie и хранилище
        - paragraph:
          - link "Политика Google (новая вкладка)":
            - /url: https://policies.google.com/privacy
  - group "Реклама":
    - heading "Реклама" [level=3]
    - switch "Реклама"
    - paragraph: Выбор и измерение рекламы.
  - paragraph:
    - text: "Оператор: IMPER Group"
    - link "mail@personalimage.ru":
      - /url: mailto:mail@personalimage.ru
  - group:
    - heading "Сейчас на устройстве (0)" [level=3]
  - button "Отклонить все"
  - button "Принять все"
  - button "Сохранить выбор"`,
  },
};

/** What is said around them: after an answer, of a reload, and where one service alone is new. */
export const MORE_TREES: Readonly<
  Record<'en' | 'ru', Readonly<Record<'anew' | 'confirmation' | 'notice', string>>>
> = {
  en: {
    anew: `- region "Also on this site":
  - heading "Also on this site" [level=2]
  - paragraph: "Your earlier choices stay as they are. With your consent, IMPER Group uses cookies for embedded media, statistics, behaviour analysis and advertising. Data goes to Google (US) and Yandex (Russia). Data leaves Russia for: US. You can change this later."
  - paragraph:
    - link "Cookie policy (new tab)":
      - /url: /privacy
  - button "Reject"
  - button "Accept"
  - button "Settings"`,
    confirmation: `- region "Cookie settings":
  - paragraph: You have accepted all cookies. You can change this later.
  - button "Settings"
  - button "Close"`,
    notice: `- region "Cookie settings":
  - status: A service you switched off ends when this page is reloaded. Anything you have typed and not sent would be lost.
  - button "Reload now"
  - button "Close"`,
  },
  ru: {
    anew: `- region "Также на этом сайте":
  - heading "Также на этом сайте" [level=2]
  - paragraph: "Прежний выбор остаётся. С вашего согласия IMPER Group использует файлы cookie. Цели: внешние медиа, статистика, анализ поведения и реклама. Получатели данных: Google (США) и Yandex (Россия). Передача за пределы страны (Россия): США. Выбор можно изменить позже."
  - paragraph:
    - link "Политика cookie (новая вкладка)":
      - /url: /privacy
  - button "Отклонить"
  - button "Принять"
  - button "Настроить"`,
    confirmation: `- region "Настройки cookie":
  - paragraph: Вы приняли все файлы cookie. Выбор можно изменить позже.
  - button "Настроить"
  - button "Закрыть"`,
    notice: `- region "Настройки cookie":
  - status: Выключенный вами сервис остановится после перезагрузки страницы. Всё, что вы ввели и не отправили, пропадёт.
  - button "Перезагрузить сейчас"
  - button "Закрыть"`,
  },
};
