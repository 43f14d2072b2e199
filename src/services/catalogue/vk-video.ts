import type {CatalogueService, CspSources} from '../service.js';

/** VK Video embeds: https://dev.vk.com/en/reference/objects/video (`player`). `remix…` are the names of vk.com; terms, and what vkvideo.ru sets, are not known. */
export const service = (): CatalogueService => ({
  id: 'vk-video',
  revision: 1,
  facts: {
    name: {en: 'VK Video', ru: 'VK Видео'},
    vendor: 'VK',
    country: 'RU',
    category: 'functional',
    purposes: ['media'],
  },
  hosts: ['vkvideo.ru', 'vk.com'],
  details: {
    policyUrl: 'https://vk.com/privacy',
    cookies: [],
    storage: [],
    unreachable: [{name: 'remix*', days: null, where: 'vk.com'}],
  },
});

export const csp: CspSources = {'frame-src': 'https://vkvideo.ru https://vk.com'};
