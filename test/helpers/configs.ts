import type {ConsentGateConfig} from '../../src/config/config.js';

/** The config of the README: what most sites need. */
export const smallConfig = () =>
  ({
    policy: {url: '/privacy', version: '2026-11-01'},
    operator: {name: 'IMPER Group', email: 'mail@example.com', country: 'RU'},
    categories: {
      analytics: {
        services: [
          {service: 'yandex-metrica', counterId: 12345678},
          {service: 'google-analytics', measurementId: 'G-XXXXXXXXXX', crossBorder: true},
        ],
      },
      functional: {services: [{service: 'youtube'}]},
      advertising: {services: []},
    },
  }) satisfies ConsentGateConfig;

/** A config with every key there is. */
export const wholeConfig = () =>
  ({
    $schema: 'https://unpkg.com/consent-gate/dist/consent-gate.schema.json',
    policy: {
      url: 'https://www.example.com/privacy?lang=ru#cookies',
      version: '2026-11-01',
      publishedAt: '2026-10-15',
      effectiveAt: '2026-11-01',
      changes: {en: 'A new counter.', ru: 'Новый счётчик.'},
      mode: 'publish-is-effective',
    },
    consent: {url: '/consent', version: '1.0_b'},
    operator: {
      name: {en: 'IMPER Group', ru: 'ИМПЕР Групп'},
      address: 'Samara',
      email: 'mail@example.com',
      country: 'RU',
      registration: '1234567890123',
      contacts: {
        withdraw: {email: 'dpo@example.com', subject: 'Отзыв согласия'},
        access: {subject: 'My data'},
      },
    },
    categories: {
      necessary: {
        title: 'Necessary',
        services: [
          {
            service: 'session-check',
            name: 'Session check',
            vendor: 'IMPER Group',
            country: 'RU',
            scripts: ['https://static.example.com/session.js'],
          },
        ],
      },
      functional: {
        description: {en: 'Extras.'},
        services: [
          {service: 'youtube', crossBorder: true, onWithdraw: 'stop'},
          {
            service: 'my-chat',
            name: {en: 'Chat', ru: 'Чат'},
            vendor: 'Chat Ltd',
            country: 'DE',
            purposes: ['communication', 'Answers to questions'],
            crossBorder: true,
            onWithdraw: 'reload',
            scripts: ['https://chat.example.com/1.js', 'https://chat.example.com:8443/2.js?x=1'],
            cookies: ['chat', 'chat_*', {name: 'chat-id', purpose: {en: 'Who you are'}, days: 30}],
            storage: [{name: 'chat.*'}, 'chatDraft'],
          },
        ],
      },
      analytics: {
        title: {en: 'Statistics', ru: 'Статистика'},
        services: [
          {
            service: 'yandex-metrica',
            counterId: 12345678,
            purposes: ['session-replay'],
            scriptUrl: 'https://mc.yandex.com/metrika/tag.js',
            options: {
              webvisor: true,
              clickmap: true,
              trackLinks: true,
              accurateTrackBounce: 15_000,
            },
          },
          {service: 'yandex-metrica', counterId: 87654321},
          {
            service: 'google-analytics',
            measurementId: 'G-TEST12345',
            crossBorder: true,
            scriptUrl: 'https://www.googletagmanager.com/gtag/js?id=G-TEST12345&l=dataLayer',
            options: {send_page_view: false, nested: {deep: [1, null, 'x']}},
          },
          {service: 'google-tag-manager', containerId: 'GTM-ABC123', crossBorder: true},
        ],
      },
      advertising: {},
      social: {title: 'Social networks', services: []},
    },
    cookie: {domain: globalThis.location?.hostname ?? 'www.example.com', days: 365},
    language: 'pt-BR',
    texts: {ru: {title: 'Файлы cookie', 'purposes.media': 'видео'}, 'pt-BR': {title: 'Biscoitos'}},
    layout: 'box',
    theme: 'dark',
    openButton: 'end',
    hosts: ['cdn.example.com', '*.example.org', 'example.net:8443', 'localhost'],
    sites: ['https://other.example.com'],
    records: {endpoint: '/api/consent'},
    debug: true,
  }) satisfies ConsentGateConfig;
