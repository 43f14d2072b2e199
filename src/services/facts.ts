import type {ServiceFacts} from './service.js';

/**
 * What is said of the services of the core, for whoever asks the visitor or checks a config. In the order of their ids, by
 * whose place the files of their details are named: content blockers stop files that are called like a vendor
 * (`-google-analytics.` is a rule of EasyPrivacy).
 * A change here that widens a question comes with a raised `revision` in the service's file.
 */
export const facts: Readonly<Record<string, ServiceFacts>> = {
  // So that no own service is taken for one of ours because it is called like a name every object has.
  __proto__: null as never,
  'google-analytics': {
    name: 'Google Analytics',
    vendor: 'Google',
    country: 'US',
    category: 'analytics',
    purposes: ['statistics', 'behaviour'],
    // More exactly in the files of those that have them: services/extended.
    parameters: {'measurementId!': 'G-[A-Z0-9]+', consentMode: 'options', spa: 'flag'},
  },
  'google-tag-manager': {
    name: 'Google Tag Manager',
    vendor: 'Google',
    country: 'US',
    category: 'analytics',
    purposes: ['tag-management'],
    parameters: {'containerId!': 'GTM-[A-Z0-9]+', consentMode: 'options'},
  },
  'yandex-metrica': {
    name: {en: 'Yandex.Metrica', ru: 'Яндекс.Метрика'},
    vendor: 'Yandex',
    country: 'RU',
    category: 'analytics',
    purposes: ['statistics', 'behaviour'],
    parts: {'yandex-metrica:webvisor': ['session-replay']},
    parameters: {'counterId!': 'count', spa: 'flag'},
  },
  youtube: {
    name: 'YouTube',
    vendor: 'Google',
    country: 'US',
    category: 'functional',
    purposes: ['media'],
  },
};
