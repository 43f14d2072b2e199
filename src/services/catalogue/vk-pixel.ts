import {globals} from '../globals.js';
import type {CatalogueService, CspSources} from '../service.js';

/**
 * The pixel of VK Ads, the same as the counter Top.Mail.Ru: https://top.mail.ru/help/ru/userid,
 * https://ru.wordpress.org/plugins/vk-ads-pixel/. It has no way to be
 * stopped. Terms of its cookies as browsers show them.
 */
export const service = (): CatalogueService => ({
  id: 'vk-pixel',
  revision: 1,
  facts: {
    name: {en: 'VK Ads pixel', ru: 'Пиксель VK Рекламы'},
    vendor: 'VK',
    country: 'RU',
    category: 'advertising',
    purposes: ['statistics', 'advertising', 'personalised-advertising'],
    parameters: {'pixelId!': '\\d+'},
  },
  hosts: ['top-fwz1.mail.ru'],
  traces: 'tmr_.*|domain_sid',
  reload: true,
  details: {
    policyUrl: 'https://help.mail.ru/legal/terms/top/pp',
    cookies: [
      {name: 'tmr_lvid', days: 333},
      {name: 'tmr_lvidTS', days: 333},
      {name: 'domain_sid', days: 7},
      {name: 'tmr_detect', days: 1},
      {name: 'tmr_reqNum', days: null},
    ],
    storage: [
      {name: 'tmr_lvid', days: null},
      {name: 'tmr_lvidTS', days: null},
      {name: 'tmr_reqNum', days: null},
    ],
  },
  load(settings, page) {
    const queue = (globals['_tmr'] ??= []) as unknown[];
    if (!page.early) queue.length = 0;
    settings.forEach(({['pixelId']: id}) => queue.push({id, type: 'pageView', start: Date.now()}));
    page.insertScript(settings[0]!.scriptUrl ?? 'https://top-fwz1.mail.ru/js/code.js');
  },
});

const HOSTS = 'https://top-fwz1.mail.ru https://privacy-cs.mail.ru';
export const csp: CspSources = {
  'script-src': HOSTS,
  'connect-src': HOSTS,
  'img-src': 'https://top-fwz1.mail.ru',
};
