import type {OwnServiceEntry, ServiceEntry} from '../../src/config/config.js';

/** A service that an owner has written out whole. */
export const chat = {
  service: 'chat',
  name: 'Chat',
  vendor: 'Chat Ltd',
  country: 'DE',
  purposes: ['communication', 'statistics'],
  scripts: ['https://chat.example/1.js'],
  cookies: ['chat_*', {name: 'id', days: 30}],
  storage: ['draft'],
} satisfies OwnServiceEntry;

/** A counter of the register. */
export const metrica = {service: 'yandex-metrica', counterId: 1} satisfies ServiceEntry;
