import {expect} from '@open-wc/testing';
import {trusted} from '../../src/browser/insert-script.js';
import {allowedUrl} from '../../src/browser/url-policy.js';
import {applyTo} from '../../src/gates/gated-markup.js';
import {createMarkupGate} from '../../src/gates/markup-gate.js';
import {listenToConsole, type ConsoleCalls} from '../helpers/console-calls.js';
import {settled} from '../helpers/settled.js';
import {until} from '../helpers/until.js';

/** What the scripts on the page have said, in order. */
const ran: string[] = [];
(globalThis as {ran?: string[]}).ran = ran;

let files = 0;
/** A script of our own origin that says its name; each address is another one. */
const file = (name: string, kind = 'say-name') =>
  new URL(`../helpers/${kind}.js?name=${name}&file=${files++}`, import.meta.url).href;
const inline = (name: string, attributes = '') =>
  `<script type="text/plain" data-consent="analytics" ${attributes}>ran.push('${name}')</script>`;
const external = (name: string, attributes = '', kind?: string) =>
  `<script type="text/plain" data-consent="analytics" data-src="${file(name, kind)}" ${attributes}></script>`;

describe('gated markup', () => {
  let answers: Record<string, boolean | undefined>;
  let stopping: AbortController;
  let host: HTMLElement;
  let spoken: ConsoleCalls;

  beforeEach(() => {
    ran.length = 0;
    answers = {};
    stopping = new AbortController();
    spoken = listenToConsole();
    host = document.createElement('div');
    document.body.append(host);
  });
  afterEach(async () => {
    stopping.abort();
    host.remove();
    spoken.restore();
    await settled();
  });

  const refuse = (what: string) => console.warn(`"${what}" may not be loaded`);
  const gate = (hosts?: readonly string[]) => {
    const allowed = (address: string) => allowedUrl(address, hosts);
    const tools = {allowed, refuse, trusted, held: [], signal: stopping.signal};
    const apply = createMarkupGate(
      (id) => answers[id],
      (element, isOpen, relied) => applyTo(tools, element, isOpen, relied),
    );
    const observer = new MutationObserver((changes) =>
      changes.forEach(({addedNodes}) => apply(false, addedNodes)),
    );
    observer.observe(document, {childList: true, subtree: true});
    stopping.signal.addEventListener('abort', () => observer.disconnect());
    return apply;
  };
  const put = <T extends Element>(html: string) => {
    host.innerHTML = html;
    return host.firstElementChild as T;
  };

  describe('scripts', () => {
    it('invariant 1: do not run without a grant', async () => {
      put(inline('a') + external('b'));
      const apply = gate();
      for (const analytics of [undefined, false]) {
        answers = {analytics};
        expect(apply()).to.be.false;
        await settled();
      }
      expect(ran).to.deep.equal([]);
      expect(host.querySelectorAll('script[src]')).to.have.length(0);
    });

    it('run at the grant, in the order of the document, inline behind external', async () => {
      put(
        [
          inline('1'),
          external('2'),
          inline('3'),
          external('4'),
          external('5'),
          inline('6'),
          inline('7'),
          external('8'),
        ].join(''),
      );
      const apply = gate();
      answers = {analytics: true};
      apply();
      await until('all have run', () => ran.length === 8);
      expect(ran).to.deep.equal(['1', '2', '3', '4', '5', '6', '7', '8']);
    });

    it('invariant 12: run once, however often the answer comes', async () => {
      put(inline('a') + external('b'));
      const apply = gate();
      for (const analytics of [true, true, false, true]) {
        answers = {analytics};
        apply();
        await settled(20);
      }
      await until('both have run', () => ran.length >= 2);
      await settled(20);
      expect(ran).to.deep.equal(['a', 'b']);
    });

    it('go on behind one that is not found', async () => {
      put(
        `<script type="text/plain" data-consent="analytics" data-src="/no-such-file.js"></script>` +
          inline('after') +
          external('later'),
      );
      answers = {analytics: true};
      gate()();
      await until('the others have run', () => ran.length === 2);
      expect(ran).to.deep.equal(['after', 'later']);
    });

    it('do not wait for an async one', async () => {
      put(external('slow', 'async') + inline('fast'));
      answers = {analytics: true};
      gate()();
      await until('both have run', () => ran.length === 2);
      expect(ran).to.deep.equal(['fast', 'slow']);
      expect(host.querySelector<HTMLScriptElement>('script[data-src]')!.async).to.be.true;
    });

    it('run as modules where data-type says so', async () => {
      put(
        external('module', 'data-type="module"', 'say-module-name') +
          inline('inline-module', 'data-type="module"'),
      );
      answers = {analytics: true};
      gate()();
      await until('both have run', () => ran.length === 2);
      expect([...ran].sort()).to.deep.equal(['inline-module', 'module']);
      expect([...host.querySelectorAll('script')].map(({type}) => type)).to.deep.equal([
        'module',
        'module',
      ]);
    });

    it('keep their nonce, integrity, crossorigin and all else', async () => {
      const script = put<HTMLScriptElement>(
        external(
          'a',
          'id="x" class="y" crossorigin="anonymous" referrerpolicy="no-referrer" data-z="1" defer',
        ),
      );
      script.setAttribute('nonce', 'abc123');
      answers = {analytics: true};
      gate()();
      await until('it has run', () => ran.length);
      const fresh = host.querySelector('script')!;
      expect(fresh.nonce).to.equal('abc123');
      expect(fresh.crossOrigin).to.equal('anonymous');
      expect(fresh.referrerPolicy).to.equal('no-referrer');
      expect([fresh.id, fresh.className, fresh.dataset['z'], fresh.defer]).to.deep.equal([
        'x',
        'y',
        '1',
        true,
      ]);
    });

    it('with a wrong integrity do not run, and hold nobody up', async () => {
      put(
        external('bad', 'integrity="sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="') +
          inline('next'),
      );
      answers = {analytics: true};
      gate()();
      await until('the next has run', () => ran.length);
      await settled(20);
      expect(ran).to.deep.equal(['next']);
    });

    it('run when they are added later, wherever', async () => {
      answers = {analytics: true};
      gate()();
      put(`<p><b>${inline('deep')}</b></p>`);
      await until('it has run', () => ran.length);
      document.head.insertAdjacentHTML('beforeend', inline('head'));
      await until('that too', () => ran.length === 2);
      document.head.querySelector('[data-consent]')!.remove();
      const script = document.createElement('script');
      script.type = 'text/plain';
      script.dataset['consent'] = 'analytics';
      script.textContent = 'ran.push("made")';
      host.append(script);
      await until('and the third', () => ran.length === 3);
      expect(ran).to.deep.equal(['deep', 'head', 'made']);
    });

    it('invariant 1: added later without a grant wait for it', async () => {
      const apply = gate();
      put(inline('a'));
      await settled();
      expect(ran).to.deep.equal([]);
      answers = {analytics: true};
      apply();
      await until('it has run', () => ran.length);
    });

    it('are left alone after the stop', async () => {
      answers = {analytics: true};
      gate()();
      stopping.abort();
      put(inline('a'));
      await settled();
      expect(ran).to.deep.equal([]);
    });

    it('invariant 1: do not run when the grant is gone while they wait', async () => {
      put(external('1') + inline('2') + external('3'));
      const apply = gate();
      answers = {analytics: true};
      apply();
      answers = {analytics: false};
      apply();
      await settled(40);
      expect(ran).not.to.include('2').and.not.to.include('3');
    });

    it('run at the next grant when the first was gone before their turn', async () => {
      put(external('1') + inline('2'));
      const apply = gate();
      answers = {analytics: true};
      // Polling would be too late where it comes from a cache.
      const onItsWay = new Promise((resolve) =>
        new MutationObserver(resolve).observe(host, {childList: true}),
      );
      apply();
      await onItsWay;
      expect(host.querySelector('script[src]')).not.to.be.null;
      answers = {analytics: false};
      apply();
      await until('the first one is loaded', () => ran.includes('1'));
      await settled(10);
      expect(ran).to.deep.equal(['1']);
      answers = {analytics: true};
      apply();
      await until('the second has run', () => ran.includes('2'), 1000);
    });

    it('taken out while they wait they run when they are back, once', async () => {
      put(external('1') + inline('2'));
      const waiting = host.lastElementChild!;
      const apply = gate();
      answers = {analytics: true};
      apply();
      waiting.remove();
      await until('the first one is loaded', () => ran.includes('1'));
      await settled(10);
      expect(ran).to.deep.equal(['1']);
      host.append(waiting);
      await until('the second has run', () => ran.includes('2'), 1000);
      // The page may have kept the element that stood for it.
      host.append(waiting);
      apply();
      await settled(20);
      expect(ran).to.deep.equal(['1', '2']);
    });

    it('invariant 9: without the nonce of a page that has one stay shut', async () => {
      const own = document.createElement('script');
      own.type = 'application/json';
      own.nonce = 'abc';
      own.setAttribute('nonce', 'abc');
      document.head.prepend(own);
      put(
        inline('slipped in') +
          external('evil') +
          inline('own').replace('<script ', '<script nonce="abc" '),
      );
      answers = {analytics: true};
      gate()();
      await until('its own has run', () => ran.includes('own'));
      await settled(10);
      own.remove();
      expect(ran).to.deep.equal(['own']);
      expect(spoken.warnings).to.have.length(2);
    });

    it('do not wait for a nomodule script, which no browser of today runs', async () => {
      put(external('1').replace('<script ', '<script nomodule ') + inline('2'));
      answers = {analytics: true};
      gate()();
      await until('the second has run', () => ran.includes('2'), 1000);
      expect(ran).to.deep.equal(['2']);
    });

    it('invariant 9: with an address that may not be loaded stay shut, with a warning', async () => {
      for (const address of [
        'javascript:alert(1)',
        'http://unencrypted.example/x.js',
        'data:,ran.push(1)',
        '',
      ]) {
        if (address) {
          put(`<script type="text/plain" data-consent="analytics" data-src="${address}"></script>`);
        }
        answers = {analytics: true};
        const apply = gate();
        apply();
        apply();
        await settled();
        expect(host.querySelectorAll('script[src]')).to.have.length(0);
      }
      const warnings = spoken.warnings.join();
      // Once each, however often it was looked at.
      for (const address of ['javascript:alert(1)', 'unencrypted.example']) {
        expect(warnings.split(address)).to.have.length(2);
      }
      expect(ran).to.deep.equal([]);
    });

    it('invariant 9: get no address past the policy by an src of their own', async () => {
      put(
        `<script type="text/plain" data-consent="analytics" src="http://unencrypted.example/own.js"></script>` +
          `<script type="text/plain" data-consent="analytics" src="https://unlisted.example/own.js"></script>`,
      );
      answers = {analytics: true};
      gate(['cdn.example.com'])();
      await settled();
      const live = [...host.querySelectorAll('script')].filter(({type}) => type !== 'text/plain');
      expect(live.filter(({src}) => src.includes('example')).map(({src}) => src)).to.deep.equal([]);
    });

    it('ask for a reload when what ran is withdrawn', async () => {
      put(inline('a'));
      const apply = gate();
      answers = {analytics: true};
      expect(apply()).to.be.false;
      await until('it has run', () => ran.length);
      for (const analytics of [false, undefined]) {
        answers = {analytics};
        expect(apply()).to.be.true;
      }
      answers = {analytics: true};
      expect(apply()).to.be.false;
    });

    it('ask for none where nothing ran', () => {
      put(
        `<script type="text/plain" data-consent="analytics" data-src="http://unencrypted.example/x.js"></script>`,
      );
      const apply = gate();
      answers = {analytics: true};
      apply();
      answers = {analytics: false};
      expect(apply()).to.be.false;
    });
  });

  it('invariant 14: an element of another kind harms nobody', async () => {
    const errors: unknown[] = [];
    const collect = (event: ErrorEvent) => {
      event.preventDefault();
      errors.push(event.error);
    };
    addEventListener('error', collect);
    answers = {analytics: true};
    const strange = document.createElementNS('https://example.com/ns', 'script');
    strange.setAttribute('data-consent', 'analytics');
    strange.setAttribute('data-src', '/x.png');
    host.append(strange);
    host.insertAdjacentHTML('beforeend', `<svg data-consent="analytics"></svg>${inline('next')}`);
    expect(() => gate()()).not.to.throw();
    host.append(strange.cloneNode());
    host.insertAdjacentHTML('beforeend', inline('later'));
    await until('the others have run', () => ran.length === 2, 1000);
    removeEventListener('error', collect);
    expect(errors).to.deep.equal([]);
  });

  describe('ids', () => {
    const state = (consent: string) => {
      const image = put<HTMLImageElement>(`<img data-src="/x.png">`);
      image.setAttribute('data-consent', consent);
      gate()();
      const open = image.hasAttribute('src');
      host.replaceChildren();
      return open;
    };

    it('invariant 1: must all be granted', () => {
      answers = {analytics: true, youtube: true, advertising: false};
      expect(state('analytics')).to.be.true;
      expect(state('analytics youtube')).to.be.true;
      expect(state(' \n analytics\t youtube ')).to.be.true;
      expect(state('analytics advertising')).to.be.false;
      expect(state('advertising')).to.be.false;
      expect(state('analytics unknown')).to.be.false;
    });

    it('!id means denied, which is not the same as undecided', () => {
      answers = {advertising: false, analytics: true};
      expect(state('!advertising')).to.be.true;
      expect(state('!analytics')).to.be.false;
      expect(state('!unknown')).to.be.false;
      expect(state('analytics !advertising')).to.be.true;
      expect(state('!analytics !advertising')).to.be.false;
    });

    it('invariant 3: none, or nonsense, opens nothing', () => {
      answers = {'': true, analytics: true, '!': false};
      for (const consent of [
        '',
        ' ',
        '!',
        '! analytics',
        'analytics,youtube',
        'ANALYTICS',
        '*',
        '!!analytics',
      ]) {
        expect(state(consent), consent).to.be.false;
      }
    });

    it('of an element whose ids are granted by a state that is not a boolean open nothing', () => {
      answers = {analytics: 'yes' as unknown as boolean};
      expect(state('analytics')).to.be.false;
      answers = {analytics: null as unknown as boolean};
      expect(state('!analytics')).to.be.false;
    });
  });

  describe('frames, images, links and media', () => {
    it('get their address at the grant and lose it with it', () => {
      put(
        '<iframe data-consent="youtube" data-src="/frame.html?1"></iframe>' +
          '<img data-consent="youtube" data-src="/x.png">' +
          '<link data-consent="youtube" rel="stylesheet" data-href="/x.css">' +
          '<video data-consent="youtube" data-src="/x.mp4"></video>',
      );
      const apply = gate();
      const open = () =>
        [...host.children].map(
          (element) => element.getAttribute('src') ?? element.getAttribute('href'),
        );
      apply();
      expect(open()).to.deep.equal([null, null, null, null]);
      answers = {youtube: true};
      expect(apply()).to.be.false;
      expect(open()).to.deep.equal(
        ['/frame.html?1', '/x.png', '/x.css', '/x.mp4'].map(
          (path) => new URL(path, location.href).href,
        ),
      );
      answers = {youtube: false};
      expect(apply()).to.be.false;
      expect(open()).to.deep.equal([null, null, null, null]);
    });

    it('invariant 10: a film that plays stops with the grant, for it goes on without its address', () => {
      const video = put<HTMLVideoElement>(
        '<video data-consent="youtube" data-src="/x.mp4"></video>',
      );
      let loads = 0;
      video.load = () => void loads++;
      const apply = gate();
      apply();
      answers = {youtube: true};
      apply();
      expect(loads).to.equal(0);
      answers = {youtube: false};
      apply();
      apply();
      expect(loads).to.equal(1);
    });

    it('are not loaded again while the grant stands', () => {
      const frame = put<HTMLIFrameElement>(
        '<iframe data-consent="youtube" data-src="/a.html"></iframe>',
      );
      const apply = gate();
      answers = {youtube: true};
      apply();
      frame.src = '/elsewhere.html';
      apply();
      expect(frame.getAttribute('src')).to.equal('/elsewhere.html');
    });

    it('invariant 9: get only addresses that may be loaded', () => {
      for (const address of [
        'javascript:alert(1)',
        'http://unencrypted.example/',
        'data:text/html,x',
        '//u:p@x.example/',
      ]) {
        const frame = put<HTMLIFrameElement>('<iframe data-consent="youtube"></iframe>');
        frame.dataset['src'] = address;
        answers = {youtube: true};
        gate()();
        expect(frame.hasAttribute('src'), address).to.be.false;
      }
    });

    it('invariant 9: where hosts are listed, only from those', () => {
      answers = {youtube: true};
      const opens = (address: string) => {
        // No request: the image is never in the document.
        const image = put<HTMLLinkElement>('<link data-consent="youtube">');
        image.dataset['href'] = address;
        gate(['cdn.example.com', '*.example.org'])();
        return image.hasAttribute('href');
      };
      expect(opens('https://cdn.example.com/x.png')).to.be.true;
      expect(opens('https://a.example.org/x.png')).to.be.true;
      expect(opens('https://evil.example/x.png')).to.be.false;
      expect(opens('https://cdn.example.com.evil.example/x.png')).to.be.false;
      expect(opens('https://example.org/x.png')).to.be.false;
    });

    it('are found when they are added later', async () => {
      answers = {youtube: true};
      gate()();
      put('<p><img data-consent="youtube" data-src="/x.png"></p>');
      await until('it has its address', () => host.querySelector('img[src]'));
    });
  });
});
