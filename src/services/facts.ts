import type {ServiceFacts} from './service.js';

/**
 * What is said of the services of the core, for whoever asks the visitor or checks a config.
 * A change here that widens a question comes with a raised `revision` in the service's file.
 */
export const facts: Readonly<Record<string, ServiceFacts>> = {
  // So that no own service is taken for one of ours because it is called like a name every object has.
  __proto__: null as never,
  'yandex-metrica': {
    name: {en: 'Yandex.Metrica', ru: 'Яндекс.Метрика'},
    vendor: 'Yandex',
    country: 'RU',
    category: 'analytics',
    purposes: ['statistics', 'behaviour'],
    parts: {'yandex-metrica:webvisor': ['session-replay']},
    parameters: {'counterId!': 'count', spa: 'flag'},
  },
  'google-analytics': {
    name: 'Google Analytics',
    vendor: 'Google',
    country: 'US',
    category: 'analytics',
    purposes: ['statistics', 'behaviour'],
    parameters: {'measurementId!': 'measurementId'},
  },
  'google-tag-manager': {
    name: 'Google Tag Manager',
    vendor: 'Google',
    country: 'US',
    category: 'analytics',
    purposes: ['tag-management'],
    parameters: {'containerId!': 'containerId'},
  },
  youtube: {
    name: 'YouTube',
    vendor: 'Google',
    country: 'US',
    category: 'functional',
    purposes: ['media'],
  },
};
