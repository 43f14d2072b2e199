import type {CatalogueService, CspSources} from '../service.js';

let counted = false;

/**
 * The counter of LiveInternet, a picture that nobody sees, asked for once per page: its vendor's snippet as sites have it
 * (https://pastebin.com/nd9nBRce; `escape` is its way to write what is not ASCII). No address of a privacy policy of its own is known, nor the
 * terms of its cookies.
 */
export const service = (): CatalogueService => ({
  id: 'liveinternet',
  revision: 1,
  facts: {
    name: 'LiveInternet',
    vendor: 'LiveInternet',
    country: 'RU',
    category: 'analytics',
    purposes: ['statistics'],
    parameters: {group: '[\\w.-]+'},
  },
  hosts: ['counter.yadro.ru'],
  details: {
    policyUrl: null,
    cookies: [],
    storage: [],
    unreachable: [
      {name: 'FTID', days: null, where: 'yadro.ru'},
      {name: 'VID', days: null, where: 'yadro.ru'},
    ],
  },
  load([entry]) {
    if (counted) return;
    counted = true;
    const {width, height, colorDepth} = screen;
    const group = entry!['group'] as string | undefined;
    new Image().src = `https://counter.yadro.ru/hit${group ? `;${group}` : ''}?r${[
      escape(document.referrer),
      `s${width}*${height}*${colorDepth}`,
      `u${escape(document.URL)}`,
      `h${escape(document.title.slice(0, 150))}`,
      Math.random(),
    ].join(';')}`;
  },
});

export const csp: CspSources = {'img-src': 'https://counter.yadro.ru'};
