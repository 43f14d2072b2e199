import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {messages as en} from '../../../src/locales/en.js';
import {languages, type Language} from '../../../src/locales/languages.js';
import {fetchModule} from '../../../src/modules.js';
import {categories, fakeChoice} from '../../helpers/fake-choice.js';
import {cleanUp, shown, type ShownChoice} from '../../helpers/shown-choice.js';

const words = (text: string) => text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Words of all texts in it, each counted by itself: a heading is no part of the word that follows it. */
function wordsIn(element: HTMLElement, language: string) {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let all = '';
  while (texts.nextNode()) all += `${texts.currentNode.textContent} `;
  // No spaces between them.
  if (language !== 'zh') return words(all.replace(/\s/g, ' '));
  const segments = new Intl.Segmenter(language, {granularity: 'word'}).segment(all);
  return [...segments].filter(({isWordLike}) => isWordLike).length;
}

/**
 * Most words of the first layer: 60 (Russian: 70). What a word is in Chinese is for a dictionary to say: those of
 * browsers take most syllables for one, so that it has its own number here, which is not to grow. That of Firefox has
 * longer words.
 */
const MOST: Partial<Record<Language, number>> = {ru: 70, zh: 75};

/** What a person sees of a button, but for its text. */
function looks(button: HTMLElement) {
  const {width, height, top} = button.getBoundingClientRect();
  const style = getComputedStyle(button);
  return {
    width: Math.round(width),
    height: Math.round(height),
    top: Math.round(top),
    className: button.className,
    part: button.part.value,
    style: [
      'color',
      'backgroundColor',
      'font',
      'opacity',
      'boxShadow',
      'borderTop',
      'borderRadius',
      'padding',
      'textDecoration',
      'outline',
      'cursor',
    ].map((property) => style[property as 'color']),
  };
}

const twins = (ui: ShownChoice) =>
  [looks(ui.button('reject')), looks(ui.button('accept'))] as const;

describe('the banner', () => {
  afterEach(cleanUp);

  it('is a landmark with the name of its heading, and no dialog', async () => {
    const {banner} = await shown(fakeChoice());
    expect(banner!.localName).to.equal('section');
    const heading = banner!.querySelector('h2')!;
    expect(banner!.getAttribute('aria-labelledby')).to.equal(heading.id);
    expect(heading.textContent.trim()).to.equal(en.title);
    expect(banner!.hasAttribute('aria-modal')).to.be.false;
    expect(banner!.hasAttribute('role')).to.be.false;
  });

  it('invariant 15: has heading, text, links, reject, accept, settings, in this order', async () => {
    const {banner} = await shown(fakeChoice());
    const order = [...banner!.querySelectorAll('h2,p,a,button')].map(
      (element) => (element as HTMLElement).dataset['action'] ?? element.localName,
    );
    expect(order).to.deep.equal(['h2', 'p', 'p', 'a', 'reject', 'accept', 'settings']);
  });

  it('names operator, purposes, vendors with their countries, and what leaves the country', async () => {
    const text = (await shown(fakeChoice())).text('banner');
    for (const part of [
      'IMPER Group',
      'communication, statistics, behaviour analysis, session replay and advertising',
      'Help Desk Ltd (Germany), Yandex (Russia) and Google (US)',
      'Data leaves Russia for: Germany and US',
    ]) {
      expect(text).to.contain(part);
    }
  });

  for (const [headingLevel, level] of [
    [undefined, null],
    [4, '4'],
  ] as const) {
    it(`has its heading on level ${level ?? 2}`, async () => {
      const choice = fakeChoice(headingLevel && {headingLevel});
      const heading = (await shown(choice)).find('h2')!;
      expect(heading.getAttribute('aria-level')).to.equal(level);
    });
  }

  for (const [language, text] of [
    ['en', 'uses cookies for statistics and site functions.'],
    ['ru', 'Цели: статистика и функции сайта.'],
  ] as const) {
    it(`says the category for a service whose purposes the owner has not written (${language})`, async () => {
      const [, functional, analytics] = categories;
      const [service] = functional!.services;
      const [metrica] = analytics!.services;
      const choice = fakeChoice({
        categories: [
          {
            ...analytics!,
            services: [{...metrica!, purposes: ['statistics'], subQuestions: []}],
          },
          {...functional!, services: [{...service!, purposes: []}]},
        ],
      });
      choice.speak(language);
      expect((await shown(choice)).text('banner')).to.contain(text);
    });
  }

  for (const [language, last] of [
    ['en', 'C (France) and 2 more companies.'],
    ['ru', 'C (Франция) и ещё 2 компании.'],
  ] as const) {
    it(`names three vendors and counts the others (${language})`, async () => {
      const services = ['A', 'B', 'C', 'D', 'E', 'E'].map((vendor, i) => ({
        ...categories[1]!.services[0]!,
        id: `own-${i}`,
        vendor,
        country: 'FR',
      }));
      const choice = fakeChoice({categories: [{id: 'functional', services}]});
      choice.speak(language);
      expect((await shown(choice)).text('banner')).to.contain(last);
    });
  }

  for (const language of languages as readonly Language[]) {
    const most = MOST[language] ?? 60;
    it(`has at most ${most} words in ${language}: consent document, six vendors, data abroad`, async () => {
      const {messages} = await fetchModule(`locale-${language}`);
      const services = ['A', 'B', 'C'].map((vendor) => ({
        ...categories[1]!.services[0]!,
        id: `own-${vendor}`,
        vendor,
        purposes: [],
      }));
      const choice = fakeChoice({
        consent: {url: '/consent', version: '1'},
        categories: [...categories.slice(0, -1), {id: 'advertising', services}],
        messages: () => Promise.resolve(messages),
      });
      choice.speak(language);
      expect(wordsIn((await shown(choice)).banner!, language)).to.be.at.most(most);
    });
  }

  for (const theme of ['light', 'dark'] as const) {
    for (const language of ['en', 'ru']) {
      for (const layout of ['bar', 'box', 'sheet'] as const) {
        it(`invariant 15: accept and reject are twins (${theme}, ${language}, ${layout})`, async () => {
          const choice = fakeChoice({theme, layout});
          choice.speak(language);
          const ui = await shown(choice);
          const [reject, accept] = twins(ui);
          // Where there is no room for two side by side they stand one over the other.
          expect({...accept, top: 0}).to.deep.equal({...reject, top: 0});
          expect(reject.height).to.be.at.least(44);
        });
      }
    }
  }

  it("invariant 15: stays fair under the owner's loud colours and parts", async () => {
    const style = document.createElement('style');
    style.textContent = `
      consent-choice { --consent-accent: #f0f; --consent-accent-text: #000; --consent-radius: 0 }
      consent-choice::part(button) { font-size: 30px; border: 3px dashed red }`;
    document.body.append(style);
    const ui = await shown(fakeChoice());
    const [reject, accept] = twins(ui);
    expect({...accept, top: 0}).to.deep.equal({...reject, top: 0});
    expect(getComputedStyle(ui.button('accept')).backgroundColor).to.equal('rgb(255, 0, 255)');
  });

  it('is out of reach of page CSS', async () => {
    const style = document.createElement('style');
    style.textContent = `
      * { all: revert; text-transform: uppercase !important; letter-spacing: 1em !important }
      button, section { display: none !important }`;
    document.body.append(style);
    const ui = await shown(fakeChoice());
    expect(getComputedStyle(ui.banner!).position).to.equal('fixed');
    expect(getComputedStyle(ui.button('reject')).textTransform).to.equal('none');
    expect(getComputedStyle(ui.button('reject')).letterSpacing).to.equal('normal');
    expect(ui.button('reject').getBoundingClientRect().height).to.be.at.least(44);
  });

  describe('asked anew', () => {
    const partly = () => {
      const choice = fakeChoice();
      choice.answer({
        functional: true,
        helpdesk: true,
        analytics: false,
        'yandex-metrica': false,
        'yandex-metrica:webvisor': false,
        advertising: false,
      });
      return choice;
    };

    it('shows only what is new, and says that it is', async () => {
      const text = (await shown(partly())).text('banner');
      expect(text).to.contain(en.titleNew).and.contain(en.noteNew).and.contain('Google (US)');
      expect(text).not.to.match(/Yandex|Help Desk|advertising|replay/);
    });

    for (const granted of [true, false]) {
      it(`${granted ? 'accept' : 'reject'} answers nothing else`, async () => {
        const choice = partly();
        (await shown(choice)).button(granted ? 'accept' : 'reject').click();
        await new Promise((resolve) => setTimeout(resolve, 30));
        expect(choice.calls.at(-1)).to.deep.include({
          call: 'choose',
          answers: {'google-analytics': granted},
        });
      });
    }

    it('is the whole banner again where every question is new', async () => {
      const choice = fakeChoice();
      const asked = fakeChoice().decision().unanswered;
      choice.decision = () => ({
        ...fakeChoice().decision(),
        decidedAt: '2026-01-01',
        unanswered: asked,
      });
      expect((await shown(choice)).text('banner')).to.contain(en.title);
    });
  });

  it('names a category that has no service by its title', async () => {
    const choice = fakeChoice({
      categories: [
        {id: 'storage', title: {en: 'Maps'}, services: []},
        {id: 'name', services: []},
      ],
    });
    expect((await shown(choice)).text('banner')).to.contain('cookies for Maps and name.');
  });

  it('fits into 320 × 256 with both buttons in view', async function () {
    try {
      await setViewport({width: 320, height: 256});
    } catch {
      this.skip();
    }
    try {
      for (const language of ['en', 'ru']) {
        const choice = fakeChoice();
        choice.speak(language);
        const ui = await shown(choice);
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        for (const action of ['reject', 'accept', 'settings']) {
          const {top, bottom} = ui.button(action).getBoundingClientRect();
          expect(top).to.be.at.least(0);
          expect(bottom).to.be.at.most(256);
        }
        expect(ui.banner!.getBoundingClientRect().height).to.be.at.most(0.86 * 256);
        cleanUp();
      }
    } finally {
      await setViewport({width: 800, height: 600});
    }
  });
});
