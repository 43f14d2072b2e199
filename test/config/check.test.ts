import {expect} from '@open-wc/testing';
import {pathsOf, pathText, without, withAt} from '../helpers/at-path.js';
import {ALTERNATIVES, changed, CHAT, GOOGLE, ownTitle, WRONG} from '../helpers/config-cases.js';
import {configErrors} from '../helpers/config-errors.js';
import {smallConfig, wholeConfig} from '../helpers/configs.js';

describe('the check of a config', () => {
  it('refuses names of cookies that no sweep would know', () => {
    const config = withAt(wholeConfig(), [...GOOGLE, 'options'], {cookie_prefix: 'shop'});
    expect(configErrors(config)).to.have.length(1);
    expect(configErrors(config)[0]).to.match(
      /^categories\.analytics\.services\[2\]\.options\.cookie_prefix: expected the vendor's own names of cookies, got "shop" \(remove it/,
    );
  });

  describe('lets through', () => {
    it('the config of the README', () => {
      expect(configErrors(smallConfig())).to.deep.equal([]);
      expect(configErrors(JSON.stringify(smallConfig()))).to.deep.equal([]);
    });

    it('a config with every key', () => {
      expect(configErrors(wholeConfig())).to.deep.equal([]);
    });

    it('the least there can be', () => {
      const least = {policy: {url: '/p', version: '1'}, operator: {name: 'A'}, categories: {}};
      expect(configErrors(least)).to.deep.equal([]);
    });

    it('a config from which any optional key has been left out', () => {
      const required =
        /^(policy|policy\.url|policy\.version|consent\.url|consent\.version|operator|operator\.name|categories|records\.endpoint|.*\.(service|counterId|measurementId|containerId|subject)|.*services\[\d\]\.(name|vendor|country)|.*cookies\[2\]\.name|.*storage\[0\]\.name|categories\.social\.title)$/;
      let left = 0;
      for (const path of pathsOf(wholeConfig())) {
        const at = pathText(path);
        // An own service without its vendor is no longer one; a text may lack a language, not all.
        const list = typeof path.at(-1) === 'number';
        if (!path.length || list || required.test(at) || /\.(en|ru)$/.test(at)) continue;
        expect(configErrors(without(wholeConfig(), path)), at).to.deep.equal([]);
        left++;
      }
      expect(left).to.be.above(60);
    });

    for (const [path, value] of ALTERNATIVES) {
      it(`${pathText(path)}: ${JSON.stringify(value)}`, () => {
        expect(configErrors(withAt(wholeConfig(), path, value))).to.deep.equal([]);
      });
    }
  });

  describe('names the place, what was expected, what was found, and the fix:', () => {
    for (const [path, value, line] of WRONG) {
      it(`${pathText(path)}: ${JSON.stringify(value) ?? 'missing'}`, () => {
        const config = changed(path, value);
        const lines = configErrors(config);
        expect(
          lines.filter((said) => said.startsWith(line)),
          lines.join('\n'),
        ).to.have.length(1);
      });
    }

    it('and says all of them at once, one line each', () => {
      const lines = configErrors({
        categories: {},
        policy: {url: 1, extra: 1},
        debug: 'x',
        colour: 'red',
      });
      expect(lines.map((line) => line.split(':')[0])).to.have.members([
        'policy.url',
        'policy.extra',
        'policy.version',
        'debug',
        'colour',
        'operator',
      ]);
    });

    it('each with a fix in brackets', () => {
      const lines = WRONG.flatMap(([path, value]) =>
        configErrors(withAt(wholeConfig(), path, value)),
      );
      expect(lines.length).to.be.above(100);
      for (const line of lines) {
        expect(line).to.match(/^[^:]+: expected \S.*\(\S.*\)$/);
      }
    });

    it('and where any name may stand, does not ask for one of "*"', () => {
      for (const path of [
        ['categories', 'a b'],
        ['texts', 'ru', 'a b'],
        ['operator', 'contacts', ' '],
      ]) {
        const lines = configErrors(withAt(wholeConfig(), path, {}));
        expect(lines.join('\n'), pathText(path)).to.contain(`${pathText(path)}: expected`);
        expect(lines.join('\n'), pathText(path)).not.to.contain('one of the keys *');
      }
    });

    it('cut short where it is long', () => {
      const [line] = configErrors(
        withAt(smallConfig(), ['policy', 'version'], 'x'.repeat(100_000)),
      );
      expect(line!.length).to.be.below(300);
    });

    for (const text of [
      '',
      '{',
      'null',
      '5',
      '"x"',
      'true',
      'undefined',
      '<!doctype html>',
      '{"a":1}}',
    ]) {
      it(`no JSON object: ${text || 'nothing'}`, () => {
        const [line] = configErrors(text);
        expect(line).to.match(
          /^config: expected a JSON object.*\(check commas, quotes and brackets(; the browser says: .+)?\)$/,
        );
      });
    }

    it('says where the browser has stumbled', () => {
      const text = '{\n  "policy": {"url": "/privacy", "version": "1"},\n  "categories": {},\n}';
      let says = '';
      try {
        JSON.parse(text);
      } catch (error) {
        says = (error as Error).message;
      }
      // Chromium and Firefox name line and column, WebKit the letter.
      expect(says).to.match(/line 4 column 1|Property name|Unexpected/);
      expect(configErrors(text)[0]).to.contain(
        `(check commas, quotes and brackets; the browser says: ${says})`,
      );
    });

    for (const source of [undefined, null, 5, true, () => {}, Symbol('x'), 10n]) {
      it(`no object: ${String(source)}`, () => {
        expect(configErrors(source)[0]).to.match(/^config: expected a JSON object/);
      });
    }

    it('a list in place of the config', () => {
      expect(configErrors([])[0]).to.match(/^config: expected (a JSON|an) object, got/);
    });
  });

  describe('keeps categories honest:', () => {
    it('an analytics vendor is not necessary', () => {
      const config = withAt(smallConfig(), ['categories', 'necessary'], {
        services: [{service: 'google-tag-manager', containerId: 'GTM-1'}],
      });
      expect(configErrors(config)).to.deep.equal([
        'categories.necessary.services[0].service: expected no Google under "necessary" ' +
          '(a site works without it: move it to the category it belongs to, where it is asked)',
      ]);
    });

    it('what is functional may be', () => {
      const config = withAt(
        without(smallConfig(), ['categories', 'functional']),
        ['categories', 'necessary'],
        {
          services: [{service: 'youtube'}],
        },
      );
      expect(configErrors(config)).to.deep.equal([]);
    });

    it('a service stands in one of them', () => {
      const twice = withAt(smallConfig(), ['categories', 'advertising', 'services', 0], {
        service: 'youtube',
      });
      expect(configErrors(twice)[0]).to.match(
        /^categories\.advertising\.services\[0\]\.service: expected an id that is used once/,
      );
    });

    it('a service that is written out stands there once; one of the register may have several entries', () => {
      const own = {service: 'chat', name: 'A', vendor: 'A', country: 'RU'};
      const entries = ['categories', 'functional', 'services'] as const;
      expect(configErrors(withAt(smallConfig(), entries, [own]))).to.deep.equal([]);
      expect(configErrors(withAt(smallConfig(), entries, [own, own]))[0]).to.match(
        /^categories\.functional\.services\[1\]\.service: expected an id that is used once/,
      );
      const counter = (counterId: number) => ({service: 'yandex-metrica', counterId});
      const counters = withAt(
        smallConfig(),
        ['categories', 'analytics', 'services'],
        [counter(1), counter(2)],
      );
      expect(configErrors(counters)).to.deep.equal([]);
    });

    it('and is not called like one', () => {
      const own = {service: 'analytics', name: 'A', vendor: 'A', country: 'RU'};
      const config = withAt(smallConfig(), ['categories', 'functional', 'services', 0], own);
      expect(configErrors(config)[0]).to.match(
        /^categories\.functional\.services\[0\]\.service: expected an id that is used once/,
      );
    });

    it('an own one has a title', () => {
      const lines = configErrors(withAt(smallConfig(), ['categories', 'social'], {services: []}));
      expect(lines).to.deep.equal([`categories.social.title: ${ownTitle}`]);
    });
  });

  describe('keeps the record small (F11):', () => {
    const own = (i: number) => ({
      service: `service-${i}`,
      name: 'A service',
      vendor: 'A vendor',
      country: 'DE',
    });
    const withServices = (count: number) =>
      withAt(
        smallConfig(),
        ['categories', 'functional', 'services'],
        Array.from({length: count}, (_, i) => own(i)),
      );

    it('fifty services fit', () => {
      expect(configErrors(withServices(50))).to.deep.equal([]);
    });

    it('two hundred do not', () => {
      expect(configErrors(withServices(200)).join()).to.match(
        /^categories: expected fewer categories and services, got 20\d \(the answers to all of them must fit in one cookie of 3\.5 kB\)$/,
      );
    });
  });

  describe('with a config from elsewhere, whose scripts data-hosts limits:', () => {
    const scripts = (...urls: string[]) => withAt(wholeConfig(), [...CHAT, 'scripts'], urls);

    it('takes hosts that are named', () => {
      const hosts = ['static.example.com', 'chat.example.com', '*.example.org'];
      expect(configErrors(scripts('https://chat.example.com/1.js'), hosts)).to.deep.equal([]);
      expect(configErrors(scripts('https://a.example.org/1.js'), hosts)).to.deep.equal([]);
    });

    it('refuses all others', () => {
      for (const url of [
        'https://evil.example/1.js',
        'https://chat.example.com.evil.example/1.js',
        'https://evilchat.example.com/1.js',
        'https://example.org/1.js',
      ]) {
        const hosts = ['static.example.com', 'chat.example.com', '*.example.org'];
        expect(configErrors(scripts(url), hosts).join(), url).to.match(
          /expected a script on a host that data-hosts names/,
        );
      }
    });

    it('refuses all where data-hosts is empty', () => {
      expect(configErrors(scripts('https://chat.example.com/1.js'), ['']).join()).to.match(
        /data-hosts/,
      );
    });
  });

  it('takes only languages that the record can hold, so that an answer is not asked for again', () => {
    for (const tag of ['PT-BR', 'en_US', 'x', 'english', '$', 'a.b']) {
      const config = withAt(smallConfig(), ['texts', tag], {title: 'x'});
      expect(configErrors(config).join(), tag).to.contain(`texts.${tag}: expected`);
    }
  });
});
