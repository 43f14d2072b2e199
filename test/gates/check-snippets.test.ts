import {expect} from '@open-wc/testing';
import {checkSnippets, noteGrants} from '../../src/gates/check-snippets.js';
import {hold} from '../helpers/hold.js';
import {listenToConsole, type ConsoleCalls} from '../helpers/console-calls.js';

const chat = 'https://cdn.example.com/chat.js';
const held = hold({
  analytics: {
    services: [
      {service: 'yandex-metrica', counterId: 1},
      {service: 'google-analytics', measurementId: 'G-1'},
      {service: 'google-tag-manager', containerId: 'GTM-1'},
    ],
  },
  functional: {
    services: [
      {service: 'youtube'},
      {service: 'chat', name: 'Chat', vendor: 'Chat', country: 'DE', scripts: [chat]},
    ],
  },
});

/* What has been granted once in a page is not told of any more: so the tests of a yes come last. */
describe('the check for snippets of vendors', () => {
  let host: HTMLElement;
  let spoken: ConsoleCalls;
  beforeEach(() => {
    spoken = listenToConsole();
    host = document.createElement('div');
    document.body.append(host);
  });
  afterEach(() => {
    spoken.restore();
    host.remove();
  });

  /** A script that comes by `innerHTML` asks nobody, nor does a lazy frame that is far away. */
  const put = (html: string) => {
    host.style.cssText = 'position: absolute; top: 99999px';
    host.innerHTML = html.replace('<iframe', '<iframe loading="lazy"');
  };

  for (const [html, id] of [
    ['<script src="https://mc.yandex.ru/metrika/tag.js"></script>', 'yandex-metrica'],
    [
      '<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>',
      'google-analytics, google-tag-manager',
    ],
    ['<iframe src="https://www.youtube-nocookie.com/embed/x"></iframe>', 'youtube'],
    [`<script src="${chat}"></script>`, 'chat'],
  ] as const) {
    it(`tells of ${html}, once`, () => {
      put(html);
      checkSnippets(held);
      checkSnippets(held);
      const src = /src="([^"]+)/.exec(html)![1]!;
      expect(spoken.warnings).to.have.length(1);
      expect(spoken.warnings[0]).to.contain(`src="${src}"> asks ${id} without a yes: take`);
    });
  }

  for (const html of [
    '<script type="text/plain" data-consent="youtube" data-src="https://mc.yandex.ru/a.js"></script>',
    '<iframe data-consent="youtube" src="https://www.youtube-nocookie.com/embed/x"></iframe>',
    '<script src="https://cdn.example.com/other.js"></script>',
    '<script src="https://mc.yandex.ru.example/metrika/tag.js"></script>',
    '<script type="text/plain" src="https://mc.yandex.ru/metrika/tag.js"></script>',
    '<script src="data:,"></script>',
    '<script src=""></script>',
  ]) {
    it(`says nothing of ${html}`, () => {
      put(html);
      checkSnippets(held);
      expect(spoken.warnings).to.deep.equal([]);
    });
  }

  it('says nothing of Google’s one service for what another may have brought', () => {
    put('<script src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>');
    noteGrants(held, (id) => id === 'google-tag-manager');
    checkSnippets(held);
    expect(spoken.warnings).to.deep.equal([]);
  });

  it('says nothing where there is a yes, nor after a later no: it may be ours', () => {
    put(
      `<script src="${chat}"></script><script src="https://mc.yandex.ru/metrika/tag.js"></script>`,
    );
    noteGrants(held, () => true);
    checkSnippets(held);
    noteGrants(held, () => false);
    checkSnippets(held);
    expect(spoken.warnings).to.deep.equal([]);
  });
});
