import type {Service} from './service.js';

/** YouTube embeds: nothing to load or stop, the gated `<iframe>` in the page's markup is all there is. */
export const youtube: Service = {
  id: 'youtube',
  revision: 1,
  hosts: ['*.youtube.com', '*.youtube-nocookie.com'],
};
