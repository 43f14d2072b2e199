import {expect} from '@open-wc/testing';
import {isValid} from '../src/check.js';
import {readJson} from '../src/config/read-json.js';
import {languages, type Language} from '../src/locales/languages.js';
import {fetchModule} from '../src/modules.js';
import {knownServices} from './helpers/hold.js';
import {withAt} from './helpers/at-path.js';
import {smallConfig, wholeConfig} from './helpers/configs.js';
import {listenToConsole, type ConsoleCalls} from './helpers/console-calls.js';

describe('isValid', () => {
  let spoken: ConsoleCalls;
  beforeEach(() => (spoken = listenToConsole()));
  afterEach(() => spoken.restore());

  const check = (source: unknown, scriptHosts?: readonly string[]) =>
    isValid(readJson(source), knownServices(), scriptHosts);

  it('lets a good config through without a word', async () => {
    expect(await check(wholeConfig())).to.be.true;
    expect([...spoken.errors, ...spoken.warnings]).to.deep.equal([]);
  });

  it('says all that is wrong at once, in one error', async () => {
    expect(await check({...smallConfig(), theme: 'pink', layout: 'wall'})).to.be.false;
    expect(spoken.errors).to.have.length(1);
    expect(spoken.errors[0]).to.match(
      /layout: expected[^]*theme: expected|theme: expected[^]*layout: expected/,
    );
    expect(spoken.warnings).to.deep.equal([]);
  });

  it('tells who reads it where somebody does, and nobody whom a page has put on a prototype', async () => {
    const told: string[] = [];
    const say = {error: (text: string) => told.push(text), warn: (text: string) => told.push(text)};
    const wrong = {...smallConfig(), theme: 'pink'};
    expect(await isValid({...readJson(wrong), say}, knownServices())).to.be.false;
    expect(told).to.have.length(1);
    expect(spoken.errors).to.deep.equal([]);
    Object.assign(Object.prototype, {say: {}});
    try {
      expect(await check(wrong)).to.be.false;
    } finally {
      delete (Object.prototype as {say?: unknown}).say;
    }
    expect(spoken.errors).to.have.length(1);
  });

  it('hands the script hosts on', async () => {
    expect(await check(wholeConfig(), ['cdn.example.org'])).to.be.false;
    expect(spoken.errors[0]).to.contain('data-hosts');
  });

  describe('of a Russian operator', () => {
    const sent = (crossBorder?: boolean) =>
      withAt(smallConfig(), ['categories', 'functional', 'services', 0], {
        service: 'youtube',
        crossBorder,
      });

    it('warns of services that record abroad, naming the law, and is valid all the same', async () => {
      for (const crossBorder of [undefined, false]) {
        spoken.warnings.length = 0;
        expect(await check(sent(crossBorder))).to.be.true;
        expect(spoken.warnings).to.have.length(1);
        expect(spoken.warnings[0])
          .to.contain('152-FZ')
          .and.to.contain('youtube')
          .and.to.contain('crossBorder');
        expect(spoken.warnings[0], 'declared, and at home').not.to.match(
          /google-analytics|yandex-metrica/,
        );
      }
      expect(spoken.errors).to.deep.equal([]);
    });

    it('is silent once the owner has declared it', async () => {
      await check(sent(true));
      expect(spoken.warnings).to.deep.equal([]);
    });

    it('warns of a written-out service too', async () => {
      const chat = {service: 'chat', name: 'Chat', vendor: 'Chat Ltd', country: 'DE'};
      await check(withAt(sent(true), ['categories', 'functional', 'services', 1], chat));
      expect(spoken.warnings.join()).to.contain('chat').and.to.contain('DE');
    });
  });

  describe('of the labels of the two answers', () => {
    const labelled = (texts: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
      check({...smallConfig(), texts});

    it('refuses what is no yes and no no, in any language, by its key', async () => {
      for (const [key, label] of [
        ['accept', 'OK'],
        ['accept', 'Got it!'],
        ['acceptNew', 'Continue'],
        ['reject', 'Not now'],
        ['rejectNew', 'Закрыть'],
        ['accept', ' понятно '],
        ['accept', 'Verstanden'],
        ['accept', '👍'],
        ['accept', '✓ OK'],
        ['accept', 'Ｏ.Ｋ.'],
        ['accept', 'G\u200bot it 🎉'],
        ['accept', 'OK, got it'],
        ['accept', 'Ok – weiter'],
        ['accept', 'Alright'],
        ['acceptNew', 'Entendi'],
        ['accept', 'Ho capito'],
        ['accept', 'Continuare'],
        ['accept', 'Devam et'],
        ['accept', 'ANLADIM'],
        ['accept', 'Kontynuuj'],
        ['reject', 'Закрыць'],
        ['accept', 'Всё понятно'],
        ['accept', '确定'],
        ['accept', '我知道了。'],
        ['accept', 'Я понял(а)'],
        ['accept', 'J’ai compris !'],
        ['reject', 'Не сейчас…'],
        ['accept', '→'],
      ] as const) {
        spoken.errors.length = 0;
        expect(await labelled({ru: {[key]: label}}), label).to.be.false;
        expect(spoken.errors[0]).to.contain(
          `texts.ru.${key}: expected a verb that agrees or refuses, got ${JSON.stringify(label)}`,
        );
      }
    });

    it('refuses a no that is called like the yes', async () => {
      expect(await labelled({en: {accept: 'Accept all', reject: 'Accept all'}})).to.be.false;
      expect(spoken.errors[0]).to.contain('texts.en.reject: expected another label');
      spoken.errors.length = 0;
      expect(await labelled({en: {acceptNew: 'Accept', rejectNew: ' accept!'}})).to.be.false;
      expect(spoken.errors[0]).to.contain('texts.en.rejectNew: expected another label');
    });

    it('refuses a yes that is called like a no, and the other way round, also where one alone is written', async () => {
      for (const [key, label] of [
        ['accept', 'Reject all'],
        ['accept', 'Отклонить все'],
        ['acceptNew', 'Alle ablehnen'],
        ['reject', 'Accept all'],
        ['reject', 'Принять ВСЕ!'],
        ['rejectNew', '接受'],
      ] as const) {
        spoken.errors.length = 0;
        expect(await labelled({en: {[key]: label}}), label).to.be.false;
        expect(spoken.errors[0]).to.contain(`texts.en.${key}: expected another label`);
      }
      spoken.errors.length = 0;
      expect(await labelled({en: {reject: 'Settings'}})).to.be.false;
      expect(spoken.errors[0]).to.contain('texts.en.reject: expected a verb');
    });

    it('tells of one of two labels that are one', async () => {
      expect(await labelled({en: {accept: 'Reject all', reject: 'Reject all'}})).to.be.false;
      expect(spoken.errors.join().match(/texts\.en\.\w+/g)).to.deep.equal(['texts.en.accept']);
    });

    it('knows what each language calls the yes, the no and the settings', async () => {
      for (const language of languages) {
        const {messages} = await fetchModule(`locale-${language as Language}`);
        const {accept, acceptNew, reject, rejectNew, settings} = messages;
        const foul: Record<string, string>[] = [
          {accept: reject},
          {accept: rejectNew},
          {reject: accept},
          {reject: acceptNew},
          {accept: settings},
          {reject: settings},
        ];
        for (const texts of foul)
          expect(await labelled({[language]: texts}), JSON.stringify(texts)).to.be.false;
        expect(await labelled({[language]: {accept, acceptNew, reject, rejectNew, settings}})).to.be
          .true;
      }
    });

    it('lets verbs through, and other texts', async () => {
      for (const [accept, reject] of [
        ['Allow all', 'Refuse all'],
        ['Yes', 'No, thanks'],
        ['OK, I agree', 'Go on without cookies'],
        ['Ja', 'Nein'],
        ['D’accord', 'Continuer sans accepter'],
        ['Einverstanden', 'Weiter ohne Zustimmung'],
        ['De acuerdo', 'No, gracias'],
        ['Принимаю', 'Нет, спасибо'],
        ['Согласен ✓', 'Не согласен'],
        ['同意', '不同意'],
      ] as const) {
        expect(await labelled({nl: {accept, reject}}), accept).to.be.true;
      }
      expect(await labelled({en: {close: 'OK', save: 'Continue'}})).to.be.true;
      expect(spoken.errors).to.deep.equal([]);
    });

    it('looks at them where something else is wrong only when that is mended', async () => {
      expect(await check({...smallConfig(), texts: {en: {accept: 7}}})).to.be.false;
      expect(spoken.errors[0]).to.contain('texts.en.accept: expected a text');
    });
  });

  describe('of what is said to be necessary', () => {
    const own = (more: object) =>
      withAt(withAt(smallConfig(), ['operator', 'country'], 'DE'), ['categories', 'necessary'], {
        services: [
          {service: 'map', name: 'Map', vendor: 'Map Ltd', country: 'RU'},
          {service: 'own', name: 'Own', vendor: 'Own Ltd', country: 'RU', ...more},
        ],
      });

    it('lets through what a site may need', async () => {
      for (const more of [
        {},
        {scripts: ['https://cdn.example.org/basket.js'], purposes: ['security', 'Basket']},
        {scripts: ['https://mymc.yandex.ru.example/tag.js']},
      ]) {
        expect(await check(own(more)), JSON.stringify(more)).to.be.true;
      }
      expect([...spoken.errors, ...spoken.warnings]).to.deep.equal([]);
    });

    for (const [more, what] of [
      [{scripts: ['https://mc.yandex.ru/metrika/tag.js']}, 'Yandex.Metrica'],
      [{scripts: ['https://a.example/1.js', 'https://www.clarity.ms/tag/x']}, 'Microsoft Clarity'],
      [{scripts: ['https://www.google-analytics.com/analytics.js']}, 'Google Analytics'],
      [{scripts: ['https://connect.facebook.net/en_US/fbevents.js']}, 'Meta Pixel'],
      [{purposes: ['security', 'advertising']}, 'advertising'],
      [{purposes: ['session-replay']}, 'session-replay'],
    ] as const) {
      it(`refuses ${what}, naming the path: ${JSON.stringify(more)}`, async () => {
        expect(await check(own(more))).to.be.false;
        expect(spoken.errors).to.have.length(1);
        expect(spoken.errors[0]).to.contain(
          `categories.necessary.services[1].service: expected no ${what} under "necessary"`,
        );
      });
    }

    it('refuses nothing of it where visitors are asked', async () => {
      const config = withAt(smallConfig(), ['categories', 'analytics', 'services', 0], {
        service: 'own',
        name: 'Own',
        vendor: 'Own Ltd',
        country: 'RU',
        scripts: ['https://www.clarity.ms/tag/x'],
        purposes: ['statistics'],
      });
      expect(await check(config)).to.be.true;
    });
  });

  it('warns nobody else', async () => {
    await check(withAt(smallConfig(), ['operator', 'country'], 'DE'));
    await check(withAt(smallConfig(), ['operator'], {name: 'A'}));
    expect(spoken.warnings).to.deep.equal([]);
  });
});
