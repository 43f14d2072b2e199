import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import type {
  CatalogueEntry,
  CatalogueId,
  ConsentGateConfig,
  OwnServiceEntry,
} from '../../src/config/config.js';
import {CONFIG, isKind, LISTED_ENTRY, OWN_ENTRY, type Shape} from '../../src/config/schema.js';
import {readRecord} from '../../src/decision/record.js';
import {messages} from '../../src/locales/en.js';
import {csp as sourcesOf} from '../../src/services/csp.js';
import {facts} from '../../src/services/facts.js';
import {catalogue} from '../../src/services/catalogue.js';
import {register} from '../../src/services/register.js';
import {CATALOGUE_ENTRIES} from '../helpers/catalogue-entries.js';
import {banner, bannerButton, preferences} from '../helpers/banner.js';
import {frameArrived} from '../helpers/frame-arrived.js';
import {codeIn, headers, readme, rows, section, snippet, snippets} from '../helpers/readme.js';
import {reloadedBy} from '../helpers/withdrawal.js';
import {expect, test, type Arrival, type Site, type Visit} from '../helpers/site.js';

/*
 * The README, run: every fenced block is pasted as it stands, every table is compared with the code.
 */

const ROOT = new URL('../../', import.meta.url);
const OUR_FILE = /^\/consent-gate[\w.-]*\.js$/;
const COOKIE = '__Host-consent-gate';

/** The config in the first snippet. */
const ownersConfig = JSON.parse(
  /data-consent-gate>\n([\s\S]*?)\n<\/script>/.exec(snippet('tag'))![1]!,
) as ConsentGateConfig;
const configScript = (config: ConsentGateConfig = ownersConfig) =>
  `<script type="application/json" data-consent-gate>${JSON.stringify(config)}</script>`;
const tagWith = (config: ConsentGateConfig) =>
  `${configScript(config)}<script src="/consent-gate.js" defer></script>`;

const ourFile = ({path}: Arrival) => ({
  headers: {'content-type': 'text/javascript'},
  body: readFileSync(new URL(`dist${path}`, ROOT)),
});
/** What an owner does first: puts our files into the root of the site. */
const copyFiles = (site: Site) =>
  site.answer(/^https:\/\/[^/]+\/consent-gate[\w.-]*\.js$/, ourFile);
const ourRequests = (site: Site) =>
  site.ledger.requests.map(({path}) => path).filter((path) => OUR_FILE.test(path));

/** A page with nothing of ours but what a snippet brings. */
async function paste(site: Site, head: string, more: Visit = {}) {
  copyFiles(site);
  return site.visit({door: 'none', body: '<h1>A shop</h1>', ...more, head});
}
const vendors = (site: Site) => [...new Set(site.ledger.vendorRequests().map(({host}) => host))];

/** What a page says in the console. */
function listen(site: Site): string[] {
  const said: string[] = [];
  site.page.on('console', (message) => message.type() === 'log' && said.push(message.text()));
  return said;
}

test.describe('the snippets', () => {
  test('picture and tag stand within the first 30 lines', () => {
    const tag = snippets.find(({name}) => name === 'tag')!;
    expect(tag.end).toBeLessThanOrEqual(30);
    expect(readme.indexOf('<img ')).toBeLessThan(readme.indexOf(tag.code));
  });

  test('every block but the two commands has a name, and so is run here', () => {
    const own = readFileSync(fileURLToPath(import.meta.url), 'utf8');
    for (const {language, name} of snippets) {
      if (language !== 'sh') expect(own).toMatch(RegExp(`(snippet|headers)\\('${name}'\\)`));
    }
  });

  test('the policy that changes: a valid config, whose policy page says from when it holds', async ({
    site,
  }) => {
    const changed = JSON.parse(`{${snippet('policy-change')}}`) as Partial<ConsentGateConfig>;
    const page = await site.visit({
      config: {...ownersConfig, ...changed},
      body: '<consent-policy></consent-policy>',
    });
    await expect(banner(page)).toBeVisible();
    await expect(page.locator('consent-policy')).toContainText('in force from January 15, 2027');
    await expect(page.locator('consent-policy')).toContainText('A second counter is added.');
    expect(site.ledger.consoleProblems()).toEqual([]);
  });

  test('the tag: a banner, nothing of the vendors before the yes, the services after it', async ({
    site,
  }) => {
    const page = await paste(site, snippet('tag'));
    await expect(banner(page)).toBeVisible();
    expect(await site.ledger.traces()).toEqual([]);
    await bannerButton(page, 'accept').press('Enter');
    await expect
      .poll(() => vendors(site))
      .toEqual(expect.arrayContaining(['mc.yandex.ru', 'www.googletagmanager.com']));
    await expect(page.locator('body > [data-consent-open]')).toBeVisible();
    expect(site.ledger.consoleProblems()).toEqual([]);
  });

  test('a mistake in it: nothing is loaded, the console says where and how to mend it', async ({
    site,
  }) => {
    const page = await paste(site, snippet('tag').replace('12345678', '"12345678"'));
    await expect.poll(() => site.ledger.consoleProblems().join()).toContain('counterId: expected');
    expect(await site.ledger.traces()).toEqual([]);
    await expect(page.locator('consent-choice')).toHaveCount(0);
  });

  test('the bundle: one request', async ({site}) => {
    const page = await paste(site, configScript() + snippet('bundle'));
    await bannerButton(page, 'settings').click();
    await expect(preferences(page)).toBeVisible();
    await preferences(page).locator('[data-action=accept]').click();
    await expect.poll(() => vendors(site)).toContain('mc.yandex.ru');
    expect(ourRequests(site)).toEqual(['/consent-gate.bundle.js']);
  });

  test('the config in a file of its own', async ({site}) => {
    site.serve('/consent.json', JSON.stringify(ownersConfig));
    const page = await paste(site, snippet('data-config'));
    await expect(banner(page)).toBeVisible();
    expect(site.ledger.consoleProblems()).toEqual([]);
  });

  test('the config on another origin: that origin and the hosts of its scripts are named', async ({
    browserName,
    site,
  }) => {
    const chat = JSON.parse(snippet('own-service')) as OwnServiceEntry;
    const config = {...ownersConfig, categories: {functional: {services: [chat]}}};
    site.serve('https://cdn.example.com/consent.json', JSON.stringify(config), {
      headers: {'access-control-allow-origin': '*'},
    });
    const tag = (more: string) =>
      snippet('data-config').replace(
        '"/consent.json"',
        `"https://cdn.example.com/consent.json"${more}`,
      );
    const origin = ' data-config-origin="https://cdn.example.com"';
    for (const [more, problem] of [
      ['', 'data-config-origin'],
      [origin, 'data-hosts'],
    ] as const) {
      const page = await paste(site, tag(more));
      // Playwright gets no message of an error that Firefox logs.
      const said = browserName === 'firefox' ? 'consent-gate:' : problem;
      await expect.poll(() => site.ledger.consoleProblems().join()).toContain(said);
      await expect(banner(page)).toHaveCount(0);
      site.ledger.clear();
    }
    const page = await paste(site, tag(`${origin} data-hosts="a.example.com chat.example.com"`));
    await expect(banner(page)).toBeVisible();
    expect(site.ledger.consoleProblems()).toEqual([]);
  });

  test('the config on another origin: so is the host of the owner’s Matomo', async ({
    browserName,
    site,
  }) => {
    const config = {
      ...ownersConfig,
      categories: {analytics: {services: [{...CATALOGUE_ENTRIES.matomo, crossBorder: true}]}},
    };
    site.serve('https://cdn.example.com/consent.json', JSON.stringify(config), {
      headers: {'access-control-allow-origin': '*'},
    });
    const tag = (hosts: string) =>
      snippet('data-config').replace(
        '"/consent.json"',
        `"https://cdn.example.com/consent.json" data-config-origin="https://cdn.example.com" data-hosts="${hosts}"`,
      );
    const refused = await paste(site, tag('evil.example'));
    const said =
      browserName === 'firefox' ? 'consent-gate:' : 'data-hosts does not name stats.example.net';
    await expect.poll(() => site.ledger.consoleProblems().join()).toContain(said);
    await expect(banner(refused)).toHaveCount(0);
    site.ledger.clear();
    const page = await paste(site, tag('stats.example.net'));
    await expect(banner(page)).toBeVisible();
    expect(site.ledger.consoleProblems()).toEqual([]);
  });

  test('preload: the UI is under way before the core is there; not for who has answered', async ({
    site,
  }) => {
    copyFiles(site);
    let coreCame = 0;
    site.answer(/\/consent-gate\.js$/, async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      coreCame = Date.now();
      return ourFile(request);
    });
    const cameBefore: string[] = [];
    site.answer(/\/consent-gate-/, ({path}) => void (coreCame || cameBefore.push(path)));
    const page = await site.visit({
      door: 'none',
      head: snippet('preload') + snippet('tag'),
      body: '<h1>A shop</h1>',
    });
    await expect(banner(page)).toBeVisible();
    expect(cameBefore.sort()).toEqual(['/consent-gate-locale-en.js', '/consent-gate-ui.js']);
    const asked = ourRequests(site);
    expect(asked).toHaveLength(new Set(asked).size);
    await bannerButton(page, 'accept').press('Enter');
    await expect.poll(() => site.ledger.cookieNames()).toContain(COOKIE);
    await site.ledger.settle();
    site.ledger.clear();
    await page.reload();
    await expect.poll(() => vendors(site)).toContain('mc.yandex.ru');
    expect(ourRequests(site)).toEqual(['/consent-gate.js']);
    expect(site.ledger.consoleProblems()).toEqual([]);
  });

  test('preload: these are the lines that the bench measures', () => {
    const bench = readFileSync(
      new URL('test/bench/contenders/consent-gate-preload.mjs', ROOT),
      'utf8',
    );
    const line = /const LINE =\s*\/(.*)\/;/.exec(bench)![1]!;
    expect(RegExp(line).exec(readme)?.[0]).toBe(snippet('preload'));
  });

  test('import: the object is returned, no global is set', async ({site}) => {
    // As it is after an install.
    site.answer('/node_modules/consent-gate/dist/', ({path}) => ({
      headers: {'content-type': 'text/javascript'},
      body: readFileSync(new URL(`.${path.replace('/node_modules/consent-gate', '')}`, ROOT)),
    }));
    const said = listen(site);
    const page = await paste(
      site,
      `${snippet('import-map')}<script type="module">${snippet('import')}\nwindow.own = consent</script>`,
    );
    await bannerButton(page, 'settings').press('Enter');
    await preferences(page).locator('[data-action=accept]').press('Enter');
    await expect.poll(() => said).toEqual(['yes to Google Analytics']);
    expect(
      await page.evaluate(() => [
        'consentGate' in window,
        (window as unknown as {own: typeof window.consentGate}).own!.has('analytics'),
      ]),
    ).toEqual([false, true]);
  });

  test('import: on a server it does nothing', () => {
    const code = `import('${new URL('dist/index.js', ROOT).href}').then(({startConsentGate}) => {
      const gate = startConsentGate({});
      gate.acceptAll();
      console.log(gate.decision.status + ' ' + gate.has('analytics'));
    })`;
    const {stdout, stderr} = spawnSync(process.execPath, ['-e', code], {encoding: 'utf8'});
    expect([stdout.trim(), stderr]).toEqual(['undecided false', '']);
  });

  test('a service that is written out: loaded after the yes, swept after the no', async ({
    site,
  }) => {
    const entry = JSON.parse(snippet('own-service')) as OwnServiceEntry;
    const config = {...ownersConfig, categories: {functional: {services: [entry]}}};
    const script = entry.scripts![0]!;
    site.serve(script, 'console.log("a chat")', {headers: {'content-type': 'text/javascript'}});
    const said = listen(site);
    await site.context.addCookies(
      ['chat_session', 'chat_id7', 'other'].map((name) => ({
        name,
        value: '1',
        url: 'https://www.shop.example/',
      })),
    );
    const page = await paste(site, tagWith(config));
    await page.evaluate(() => localStorage.setItem('chat-draft', 'hello'));
    await bannerButton(page, 'settings').click();
    await preferences(page).locator('summary').first().click();
    for (const text of [
      'Chat',
      'Example Chat Ltd',
      'chat_id*',
      'Keeps the conversation',
      '30 days',
    ]) {
      await expect(preferences(page)).toContainText(text);
    }
    await preferences(page).locator('[data-action=reject]').click();
    await expect.poll(() => site.ledger.cookieNames()).toEqual([COOKIE, 'other']);
    await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
    expect(said).toEqual([]);
    await page.evaluate(() => window.consentGate!.acceptAll());
    await expect.poll(() => said).toEqual(['a chat']);
  });

  test('consent mode: settings are told to Google with the yes', async ({site}) => {
    const entry = JSON.parse(snippet('consent-mode')) as CatalogueEntry;
    site.answer('www.googletagmanager.com', () => ({
      headers: {'content-type': 'text/javascript'},
      body: '',
    }));
    const config = {...ownersConfig, categories: {advertising: {services: [entry]}}};
    const page = await paste(site, tagWith(config));
    await bannerButton(page, 'accept').press('Enter');
    await expect.poll(() => vendors(site)).toEqual(['www.googletagmanager.com']);
    const words = await page.evaluate(() =>
      (window as unknown as {dataLayer: IArguments[]}).dataLayer.map((item) =>
        [item[0], String(item[1])].join(' '),
      ),
    );
    expect(words).toContain('set ads_data_redaction');
    expect(site.ledger.consoleProblems()).toEqual([]);
  });

  test('data-debug on our tag shows who has allowed what', async ({site}) => {
    const page = await paste(site, configScript() + snippet('debug'));
    await expect(page.getByText('consent-gate: 0 of 0 allowed by nobody')).toBeVisible();
    await bannerButton(page, 'accept').press('Enter');
    await expect(
      page.getByRole('row', {name: /mc\.yandex\.ru granted: yandex-metrica/}),
    ).toBeVisible();
  });

  test('texts: replaced, and a language of the owner’s own', async ({site}) => {
    const config = {...ownersConfig, ...(JSON.parse(snippet('texts')) as object)};
    const page = await paste(site, tagWith(config));
    await expect(banner(page).locator('h2')).toHaveText('Your choice');
    await expect(banner(page)).toContainText('uses cookies for visitor counts');
    await page.evaluate(() => (document.documentElement.lang = 'nl-BE'));
    await expect(bannerButton(page, 'accept')).toHaveText('Alles accepteren');
    await expect(bannerButton(page, 'settings')).toHaveText(messages.settings);
    expect(site.ledger.consoleProblems()).toEqual([]);
  });

  test('docs/texts.md: every text is taken as it stands, and as the texts of another language', async ({
    site,
  }) => {
    const written = readFileSync(new URL('../../docs/texts.md', import.meta.url), 'utf8');
    const {en, ru} = Object.fromEntries(
      [...written.matchAll(/^```json (\w+)\n([\s\S]*?)\n```$/gm)].map(([, id, json]) => [
        id!,
        (JSON.parse(json!) as {texts: Record<string, Record<string, string>>}).texts[id!]!,
      ]),
    );
    expect(Object.keys(en!)).toEqual(expect.arrayContaining(Object.keys(messages)));
    const nl = Object.fromEntries(Object.keys(en!).map((key) => [key, `nl: ${en![key]}`]));
    const config = {
      ...ownersConfig,
      texts: {en: en!, ru: ru!, nl: {...nl, accept: 'Alles accepteren', reject: 'Alles weigeren'}},
    };
    const page = await paste(site, tagWith(config));
    await expect(banner(page).locator('h2')).toHaveText(messages.title);
    await page.evaluate(() => (document.documentElement.lang = 'nl'));
    await expect(banner(page).locator('h2')).toHaveText(`nl: ${messages.title}`);
    await bannerButton(page, 'accept').press('Enter');
    await expect(page.locator('consent-choice .confirmation p')).toHaveText(
      `nl: ${en!['accepted']} nl: ${messages.change}`,
    );
    await page.evaluate(() => window.consentGate!.open());
    await expect(preferences(page)).toContainText(`nl: ${messages.intro}`);
    expect(site.ledger.consoleProblems()).toEqual([]);
  });

  test('gated markup: waits, then runs in order; "!" means denied', async ({site}) => {
    const files = {
      'https://stats.example.com/stats.js': 'window.stats={start(){console.log("stats started")}}',
      '/charts.js': 'console.log("charts", import.meta.url.slice(-9))',
    };
    for (const [where, code] of Object.entries(files)) {
      site.serve(where, code, {headers: {'content-type': 'text/javascript'}});
    }
    const said = listen(site);
    const page = await paste(site, snippet('tag'), {body: snippet('gated')});
    await expect(banner(page)).toBeVisible();
    expect(await site.ledger.traces()).toEqual([]);
    await bannerButton(page, 'accept').press('Enter');
    await expect.poll(() => said).toEqual(['stats started', 'charts charts.js']);
    await expect.poll(() => vendors(site)).toContain('www.youtube-nocookie.com');
    expect(site.ledger.consoleProblems()).toEqual([]);

    const other = await site.newVisitor();
    const heard = listen(other);
    const otherPage = await paste(other, snippet('tag'), {body: snippet('gated')});
    await bannerButton(otherPage, 'reject').click();
    await expect.poll(() => heard).toEqual(['not counted']);
    expect(other.ledger.vendorRequests()).toEqual([]);
  });

  test('an embed: a placeholder with a picture of the page’s own, and the film at a click', async ({
    site,
  }) => {
    site.serve('/film.jpg', '<svg xmlns="http://www.w3.org/2000/svg"/>', {
      headers: {'content-type': 'image/svg+xml'},
    });
    const page = await paste(site, snippet('tag'), {body: snippet('embed')});
    const embed = page.locator('consent-embed');
    await expect(embed.locator('[part=poster]')).toBeVisible();
    expect(
      await embed.evaluate((found: HTMLElement) => [found.offsetWidth, found.offsetHeight]),
    ).toEqual(
      // With the border that a frame has.
      [564, 319],
    );
    expect(vendors(site)).toEqual([]);
    await embed.locator('[data-action=once]').press('Enter');
    await expect.poll(() => vendors(site)).toEqual(['www.youtube-nocookie.com']);
    expect(site.ledger.consoleProblems()).toEqual([]);
  });

  test('the policy page: written from the config, with a button that leads to the settings', async ({
    site,
  }) => {
    const page = await paste(site, snippet('tag'), {body: snippet('policy')});
    const policy = page.locator('consent-policy');
    await expect(policy.getByRole('heading', {level: 1})).toHaveText('Cookie policy');
    await expect(policy).toContainText('IMPER Group');
    await expect(policy).toContainText('_ym_uid');
    await policy.getByRole('button').click();
    await expect(preferences(page)).toBeVisible();
  });

  test('an opener of the page: it opens the settings, and ours does not show', async ({site}) => {
    const page = await paste(site, snippet('tag'), {body: snippet('opener')});
    await bannerButton(page, 'reject').click();
    await expect(banner(page)).toBeHidden();
    await expect(page.locator('[data-consent-open]')).toHaveCount(1);
    await page.getByText('Cookie settings').click();
    await expect(preferences(page)).toBeVisible();
  });

  test('the stub: early calls neither throw nor are sent after a yes that is given later', async ({
    site,
  }) => {
    const calls =
      '<script>ym(12345678,"reachGoal","early");gtag("event","early");console.log("went on")</script>';
    const said = listen(site);
    const page = await paste(site, snippet('stub') + calls + snippet('tag'));
    await bannerButton(page, 'accept').press('Enter');
    await expect.poll(() => vendors(site)).toContain('www.google-analytics.com');
    await site.ledger.settle();
    await page.evaluate('ym(12345678,"reachGoal","late")');
    await expect.poll(() => site.ledger.requests.some(({url}) => url.includes('late'))).toBe(true);
    expect(said).toEqual(['went on']);
    const early = () => site.ledger.requests.filter(({url}) => url.includes('early'));
    expect(early()).toEqual([]);
    // Asked on an earlier page.
    await page.reload();
    await expect.poll(() => early().length).toBe(2);
    expect(said).toEqual(['went on', 'went on']);
    expect(site.ledger.consoleProblems()).toEqual([]);
  });

  test('the API', async ({site}) => {
    const said = listen(site);
    const page = await paste(site, snippet('tag') + snippet('api'));
    await expect.poll(() => said.at(-1)).toMatch(/^undecided \d$/);
    await bannerButton(page, 'accept').press('Enter');
    await expect.poll(() => said.slice(-2)).toEqual(['decided 0', 'true']);
    expect(site.ledger.consoleProblems()).toEqual([]);
  });

  test('the events, heard by a script before ours', async ({site}) => {
    const said = listen(site);
    const page = await paste(site, snippet('events') + snippet('tag'));
    await bannerButton(page, 'accept').press('Enter');
    await expect.poll(() => said).toEqual(['undecided → decided, analytics: true']);
    await page.evaluate(() => window.consentGate!.choose({analytics: false}));
    await expect.poll(() => said[1]).toBe('decided → decided, analytics: false');
  });

  test('the looks', async ({site}) => {
    const page = await paste(site, `<style>${snippet('styling')}</style>${snippet('tag')}`);
    const looks = (action: 'accept' | 'reject') =>
      bannerButton(page, action).evaluate((button) => {
        const {backgroundColor, color, letterSpacing} = getComputedStyle(button);
        return {backgroundColor, color, wide: parseFloat(letterSpacing) > 0};
      });
    expect(await looks('accept')).toEqual({
      backgroundColor: 'rgb(25, 103, 210)',
      color: 'rgb(255, 255, 255)',
      wide: true,
    });
    expect(await looks('reject')).toEqual(await looks('accept'));
    // Neither is it too faint, in light or in dark.
    await page.emulateMedia({colorScheme: 'dark'});
    await site.ledger.settle();
    expect(site.ledger.consoleProblems()).toEqual([]);
  });
});

test('the box in the other corner', async ({site}) => {
  const config = {...ownersConfig, layout: 'box'} as const;
  const page = await paste(site, `<style>${snippet('corner')}</style>${tagWith(config)}`);
  const right = async (part: string) => {
    const {x, width} = (await page.locator(`consent-choice [part=${part}]`).boundingBox())!;
    return page.viewportSize()!.width - x - width;
  };
  await expect(banner(page)).toBeVisible();
  expect(await right('banner')).toBeCloseTo(16, 0);
  await bannerButton(page, 'accept').press('Enter');
  await expect(page.locator('consent-choice [part=confirmation]')).toBeVisible();
  expect(await right('confirmation')).toBeCloseTo(16, 0);
});

test.describe('the headers', () => {
  /** The whole life of a page under a policy. @returns what the browser has refused */
  async function live(site: Site, head: string, policy: Record<string, string>, body = '') {
    await site.page.addInitScript(() => {
      const refused: string[] = ((window as unknown as {refused: string[]}).refused = []);
      document.addEventListener('securitypolicyviolation', (event) =>
        refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
      );
    });
    const said = listen(site);
    const film = 'https://www.youtube-nocookie.com/embed/x';
    const page = await paste(site, head, {
      headers: policy,
      body: `<iframe data-consent="youtube" data-src="${film}"></iframe>${body}`,
    });
    await bannerButton(page, 'settings').click();
    await preferences(page).locator('[data-action=accept]').click();
    await expect
      .poll(() => vendors(site))
      .toEqual(expect.arrayContaining(['mc.yandex.ru', 'www.google-analytics.com']));
    await frameArrived(page, film);
    if (body) await expect.poll(() => said).toEqual(['gated']);
    await expect(page.locator('body > [data-consent-open]')).toBeVisible();
    const violations = () =>
      page.evaluate(() => (window as unknown as {refused: string[]}).refused);
    const refused = await violations();
    const no = () => page.evaluate(() => window.consentGate!.rejectAll());
    // Only by a reload does gated code end that has run.
    await (body ? reloadedBy(page, no) : no());
    await page.waitForFunction(() => window.consentGate?.decision.status === 'decided');
    await site.ledger.settle();
    refused.push(...(await violations()));
    // Firefox says of each parent domain that it takes no cookie.
    expect(site.ledger.consoleProblems({except: /rejected for invalid domain/})).toEqual([]);
    return refused;
  }

  const gated = (nonce = '') =>
    `<script ${nonce} type="text/plain" data-consent="youtube">console.log("gated")</script>`;

  test('CSP with hosts: no violation', async ({site}) => {
    expect(await live(site, snippet('tag'), headers('csp'))).toEqual([]);
  });

  test('CSP with hosts: it names what our services need', () => {
    const {'Content-Security-Policy': csp = ''} = headers('csp');
    const policy = new Map(
      csp.split('; ').map((directive) => directive.split(/ (.*)/s, 2) as [string, string]),
    );
    for (const id of ['yandex-metrica', 'google-analytics', 'youtube']) {
      for (const [directive, sources] of Object.entries(sourcesOf[id]!)) {
        expect(policy.get(directive)?.split(' ')).toEqual(
          expect.arrayContaining(sources.split(' ')),
        );
      }
    }
  });

  test('CSP with a nonce: no violation, stub and gated code included', async ({site}) => {
    const head = configScript() + snippet('csp-nonce-page');
    const policy = headers('csp-nonce');
    expect(await live(site, head, policy, gated('nonce="R4nd0m"'))).toEqual([]);
  });

  test('Trusted Types: no violation, gated code included', async ({site}) => {
    const policy = headers('csp-trusted-types');
    expect(await live(site, snippet('tag'), policy, gated())).toEqual([]);
  });
});

test.describe('the cookie on a server', () => {
  const moduleOf = async <Exports>(code: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'readme-'));
    const file = join(folder, 'recipe.mjs');
    writeFileSync(file, code);
    const module = (await import(pathToFileURL(file).href)) as Exports;
    rmSync(folder, {recursive: true});
    return module;
  };
  const hasPhp = spawnSync('php', ['--version']).status === 0;

  /** Header → what each recipe must say of google-analytics. */
  const cases = (record: string): [header: string, granted: boolean][] => [
    [`a=1; ${COOKIE}=${record}; b=2`, true],
    [`${COOKIE}=${record}`, true],
    ['', false],
    ['a=1', false],
    [`${COOKIE}=`, false],
    [`${COOKIE}=${record}; ${COOKIE}=${record}`, false],
    [`${COOKIE}=${record.replaceAll('~y.', '~n.')}; ${COOKIE}=${record}`, false],
    [`consent-gate=${record}`, false],
    [`x${COOKIE}=${record}`, false],
    [`..Host-consent-gate=${record}`, false],
    [`${COOKIE}=${record.replaceAll('~y.', '~n.')}`, false],
    [`${COOKIE}=${record}~`, false],
    [`${COOKIE}=${record}%0A`, false],
    [`${COOKIE}=2${record.slice(1)}`, false],
    [`${COOKIE}=${encodeURIComponent(record.replaceAll('~', '|'))}`, false],
    [`${COOKIE}=~y.google-analytics.`, false],
  ];

  const day = (ago: number) => new Date(Date.now() - ago * 864e5).toISOString().slice(0, 10);
  /** The one in the README, as it is if it was given on a day. */
  const sample = (decidedAt: string) =>
    snippet('cookie').replace(/(?<=^1~)[\d-]+/, () => decidedAt);
  /** Day → whether an answer of that day still holds. */
  const days: [decidedAt: string, holds: boolean][] = [
    [day(0), true],
    [day(181), true],
    [day(183), false],
    [day(-2), false],
    ['2026-99-99', false],
    ['----------', false],
  ];

  const realRecord = async (site: Site) => {
    const page = await paste(site, snippet('tag'));
    await bannerButton(page, 'accept').press('Enter');
    const ours = async () => (await site.ledger.cookies()).find(({name}) => name === COOKIE);
    await expect.poll(ours).toBeTruthy();
    return (await ours())!;
  };

  test('the one in the README is one we could have written', () => {
    const record = readRecord(snippet('cookie'), 365, Date.parse('2026-11-23'));
    expect(record).toMatchObject({decidedAt: '2026-11-22', method: 'ui', language: 'en'});
  });

  test('Node', async ({site}) => {
    const {consentGranted} = await moduleOf<{
      consentGranted(id: string, header?: string, name?: string, days?: number): boolean;
    }>(snippet('node'));
    const {value} = await realRecord(site);
    for (const record of [value, sample(day(0))]) {
      for (const [header, granted] of cases(record)) {
        expect([header, consentGranted('google-analytics', header)]).toEqual([header, granted]);
      }
    }
    for (const [decidedAt, holds] of days) {
      const header = `${COOKIE}=${sample(decidedAt)}`;
      expect([decidedAt, consentGranted('google-analytics', header)]).toEqual([decidedAt, holds]);
    }
    const old = `${COOKIE}=${sample(day(8))}`;
    expect(consentGranted('google-analytics', old, COOKIE, 7)).toBe(false);
    expect(consentGranted('google-analytics', old, COOKIE, 9)).toBe(true);
    expect(consentGranted('google-analytics')).toBe(false);
    expect(consentGranted('yandex-metrica', `${COOKIE}=${value}`)).toBe(true);
    expect(consentGranted('analytic', `${COOKIE}=${value}`)).toBe(false);
    expect(consentGranted('yandex-metrica', `${COOKIE}=${sample(day(0))}`)).toBe(false);
  });

  test('PHP', async ({site}) => {
    // PHP is no part of the set-up; where it is missing, the next test holds the recipe to the other's form.
    test.skip(!hasPhp, 'no php on this machine; the next test compares the recipes');
    const {value} = await realRecord(site);
    const all = [
      ...cases(value),
      ...cases(sample(day(0))),
      ...days.map(([decidedAt, holds]) => [`${COOKIE}=${sample(decidedAt)}`, holds] as const),
    ];
    const code = `${snippet('php').replace('<?php', '')}
      foreach (json_decode(stream_get_contents(STDIN)) as $header)
        echo json_encode(consent_granted('google-analytics', $header)), ' ';`;
    const {stdout, stderr} = spawnSync('php', ['-d', 'display_errors=stderr', '-r', code], {
      encoding: 'utf8',
      input: JSON.stringify(all.map(([header]) => header)),
    });
    expect([stdout.trim(), stderr]).toEqual([all.map(([, yes]) => yes).join(' '), '']);
  });

  test('PHP that sends it back says what Node does', async () => {
    test.skip(!hasPhp, 'no php on this machine; the next test compares the recipes');
    const {reissued} = await moduleOf<{reissued(header: string): string | undefined}>(
      snippet('node-reissue'),
    );
    const headers = [0, 1, 100, 181, 182, 183, -1, -2, 9000].flatMap((ago) =>
      cases(`1~${day(ago)}~ui~en~1~k3v09x~y.analytics.8f2c~y.google-analytics.x01d`).map(
        ([header]) => header,
      ),
    );
    const code = `${snippet('php-reissue').replace('<?php', '')}
      foreach (json_decode(stream_get_contents(STDIN)) as $header)
        echo json_encode(consent_reissued($header), JSON_UNESCAPED_SLASHES), "\\n";`;
    const {stdout, stderr} = spawnSync('php', ['-d', 'display_errors=stderr', '-r', code], {
      encoding: 'utf8',
      input: JSON.stringify(headers),
    });
    expect(stderr).toBe('');
    const said = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as string | null);
    // A second may pass between the two.
    const rough = (header: string | null | undefined) =>
      header?.replace(/(?<=Max-Age=)\d+/, (left) => String(Math.round(Number(left) / 600))) ?? null;
    expect(said.map(rough)).toEqual(headers.map((header) => rough(reissued(header))));
    expect(said.filter(Boolean)).toHaveLength(4 * 3);
  });

  test('all recipes look for the same form under the same name', () => {
    const form = (code: string) => /\/\^1~.*?\$\//.exec(code)![0];
    const name = (code: string) => /name = '([^']+)'/.exec(code)![1];
    // What the last two do is tested below and in for-good.spec.ts.
    const recipes = ['php', 'node', 'node-reissue', 'php-reissue'].map((id) => snippet(id));
    expect(new Set(recipes.map(form)).size).toBe(1);
    expect(recipes.map(name)).toEqual(recipes.map(() => COOKIE));
  });

  test('days, and nothing before the choice', async ({site}) => {
    const {expires} = await realRecord(site);
    const days = Math.round((expires - Date.now() / 1000) / 86400);
    const [, stated, most] = /(\d+) unless you say otherwise, at most (\d+)/.exec(
      section('Config'),
    )!;
    expect(days).toBe(Number(stated));
    expect([Number(most), Number(most) + 1].map((n) => isKind('cookieDays', n))).toEqual([
      true,
      false,
    ]);
  });
});

test.describe('the tables', () => {
  const plain = (keys: object) =>
    Object.keys(keys)
      .map((key) => key.replace(/!$/, ''))
      .filter((key) => key !== '*');
  /** Names of all keys within a key. */
  const within = (shape: Shape): string[] =>
    typeof shape === 'string'
      ? []
      : Array.isArray(shape)
        ? within(shape[0] as Shape)
        : [...plain(shape), ...Object.values(shape as Record<string, Shape>).flatMap(within)];
  const firsts = (heading: string) => rows(heading).flatMap(([first]) => codeIn(first!));

  test('config: every key, and no other', () => {
    const table = new Map(rows('Config').map(([key, text]) => [codeIn(key!)[0]!, text!]));
    expect([...table.keys()].sort()).toEqual(plain(CONFIG).sort());
    for (const [key, shape] of Object.entries(CONFIG)) {
      const text = table.get(key.replace(/!$/, ''))!;
      for (const name of within(shape)) expect(codeIn(text)).toContain(name);
      const choices = [shape, ...Object.values(shape)].filter(
        (kind): kind is string => typeof kind === 'string' && /\w\|\w/.test(kind),
      );
      for (const word of choices.join('|').split('|')) expect(text).toContain(word);
    }
  });

  test('services: all that are known, the keys of an entry, the purposes', async () => {
    const ids = new Map(rows('Services').map(([id, parameter]) => [codeIn(id!)[0]!, parameter!]));
    const parameters = new Map(
      Object.entries(facts).map(([id, service]) => [id, service.parameters ?? {}] as const),
    );
    for (const [id, entry] of Object.entries(CATALOGUE_ENTRIES)) {
      const {service} = await catalogue[id as CatalogueId]();
      parameters.set(id, service(entry, register, [entry]).facts!.parameters ?? {});
    }
    for (const [id, own] of parameters) {
      const required = Object.keys(own).filter((key) => key.endsWith('!'));
      expect(codeIn(ids.get(id)!).map((key) => `${key}!`)).toEqual(required);
    }
    const known = new Set([...parameters.keys(), ...plain(LISTED_ENTRY)]);
    expect(new Set(ids.keys())).toEqual(known);
    const text = codeIn(section('Services'));
    expect(text).toEqual(expect.arrayContaining(plain(OWN_ENTRY)));
    const purposes = Object.keys(messages)
      .flatMap((key) => key.split('purposes.')[1] ?? [])
      // A category's own.
      .filter((purpose) => purpose !== 'functional');
    expect(text).toEqual(expect.arrayContaining(purposes));
    for (const {parts = {}, parameters = {}} of Object.values(facts)) {
      expect(text).toEqual(expect.arrayContaining(Object.keys(parts)));
      for (const [key, kind] of Object.entries(parameters)) {
        if (kind === 'flag') expect(text).toContain(`"${key}": true`);
      }
    }
  });

  test('API: every member of the object and every field of the decision', async ({site}) => {
    const page = await paste(site, snippet('tag'));
    await expect(banner(page)).toBeVisible();
    const [members, fields] = await page.evaluate(() => [
      Object.keys(window.consentGate!),
      Object.keys(window.consentGate!.decision),
    ]);
    expect(
      firsts('API')
        .map((name) => name.replace(/\(.*/, ''))
        .sort(),
    ).toEqual(members.sort());
    const decision = rows('API').find(([first]) => first === '`decision`')!;
    expect(codeIn(decision[1]!)).toEqual(fields);
  });

  test('events and looks: what the element says of itself', () => {
    const events = readFileSync(new URL('src/decision/events.ts', ROOT), 'utf8');
    expect(firsts('Events')).toEqual([...events.matchAll(/'(consent-\w+)':/g)].map(([, id]) => id));
    const element = readFileSync(new URL('src/ui/choice/choice-element.ts', ROOT), 'utf8');
    const tags = (tag: string) =>
      [...element.matchAll(RegExp(`@${tag} (\\S+)`, 'g'))].map(([, name]) => name!);
    expect(firsts('Looks').sort()).toEqual([...tags('cssproperty'), ...tags('csspart')].sort());
  });

  test('sizes: the files that a first visitor loads', async ({site}) => {
    const [core, asked, answer, more, details, end] = section('Sizes')
      .split('\n')
      .filter((line) => line.includes('.js`'))
      .map((line) => codeIn(line).map((file) => `/${file}`));
    const page = await paste(site, snippet('tag'));
    await expect(banner(page)).toBeVisible();
    await site.ledger.settle();
    expect(ourRequests(site).sort()).toEqual([...core!, ...asked!, ...answer!].sort());
    site.ledger.clear();
    await bannerButton(page, 'settings').click();
    const configured = ['yandex-metrica', 'google-analytics', 'youtube'].map((id) =>
      details![0]!.replace('2.js', `${Object.keys(facts).indexOf(id)}.js`),
    );
    await expect
      .poll(() => ourRequests(site).sort())
      .toEqual([...more!, ...configured, ...end!].sort());
  });

  test('messages: as our files have them', () => {
    const dist = new URL('dist/', ROOT);
    const ours = readdirSync(dist)
      .filter((file) => /^consent-gate.*\.js$/.test(file))
      .map((file) => readFileSync(new URL(file, dist), 'utf8'))
      .join('\n');
    const ofTheBrowser = [
      '….json: 404',
      'a syntax error of the browser’s own',
      'Failed to fetch dynamically imported module',
      'Policy "…" disallowed',
    ];
    const messages = firsts('When something is wrong').filter(
      (message) => !message.startsWith('nothing') && !ofTheBrowser.includes(message),
    );
    expect(messages.length).toBeGreaterThan(6);
    for (const part of messages.flatMap((message) => message.split('…'))) {
      expect(ours.includes(part), part).toBe(true);
    }
  });

  test('the package: built before it is packed, under the name that the README installs', () => {
    const {name, version, scripts} = JSON.parse(
      readFileSync(new URL('package.json', ROOT), 'utf8'),
    ) as {name: string; version: string; scripts: Record<string, string>};
    expect(readme).toContain(`npm i ../${name}-${version}.tgz`);
    expect(scripts['prepack']).toContain('npm run -s build');
  });

  test('what of the code the README names is in the package, too', () => {
    const named = [...readme.matchAll(/`(dist\/[\w./-]+\.\w+)`/g)].map(([, file]) => file!);
    expect(named).toEqual([
      'dist/index.d.ts',
      'dist/consent-gate.schema.json',
      'dist/locales/messages.d.ts',
      'dist/consent-gate-record.schema.json',
      'dist/privacy-tools/autoconsent.json',
      'dist/privacy-tools/consent-o-matic.json',
    ]);
    for (const file of named) expect(existsSync(new URL(file, ROOT)), file).toBe(true);
  });

  test('receipt() is null where there is no decision to give', async ({site}) => {
    expect(rows('API').find(([first]) => first === '`receipt()`')![1]).toContain('`null`');
    const page = await paste(site, tagWith({...ownersConfig, layout: 'wall' as 'bar'}));
    await expect.poll(() => site.ledger.consoleProblems().length).toBeGreaterThan(0);
    expect(await page.evaluate(() => window.consentGate!.receipt())).toBe(null);
  });

  test('links lead somewhere; the Node version is that of package.json', () => {
    const targets = [...readme.matchAll(/(?:\]\(|src="|srcset=")([^)"]+)[)"]/g)].map(
      ([, to]) => to!,
    );
    const anchors = [...readme.matchAll(/^#+ (.*)$/gm)].map(
      ([, title]) =>
        `#${title!
          .toLowerCase()
          .replace(/[^\w -]/g, '')
          .replaceAll(' ', '-')}`,
    );
    const lost = targets
      // Addresses; what the snippets name; what the bench writes.
      .filter((to) => !/^(https?:|\/)/.test(to) && !to.startsWith('docs/bench.'))
      .filter((to) => (to[0] === '#' ? !anchors.includes(to) : !existsSync(new URL(to, ROOT))));
    expect(lost).toEqual([]);
    const {engines} = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {
      engines: {node: string};
    };
    expect(engines.node).toBe(`>=${/Node ([\d.]+) or later/.exec(readme)![1]}`);
  });
});

test.describe('the paths', () => {
  /** What begins like a path of this repository. */
  const PATH = /(?<![\w/.-])(?:src|test|docs|demo|dist)\/(?:[\w<*-][\w<>*./-]*[\w>*/])?/g;
  /** The name of a file as we have them, or a pattern of names. */
  const FILE = /^[\w.*<>-]+\.(ts|mjs|js|md)$/;

  /** Whether a file or folder is there; `<id>` and `*` stand for anything. */
  function isThere(path: string): boolean {
    const [, folder, last] = /^(.*?)([^/]*)$/.exec(path)!;
    const at = new URL(folder!, ROOT);
    const names = RegExp(`^${last!.replaceAll('.', '\\.').replace(/<\w+>|\*/g, '.+')}$`);
    return existsSync(at) && (!last || readdirSync(at).some((file) => names.test(file)));
  }

  for (const name of ['README.md', 'CONTRIBUTING.md']) {
    test(`${name} names none that is not there`, () => {
      const lines = readFileSync(new URL(name, ROOT), 'utf8').split('\n');
      const lost = lines.flatMap((line) => {
        const paths = line.match(PATH) ?? [];
        // A file without a folder lies in one that its line names, or where everybody looks.
        const folders = paths.map((path) => path.replace(/[^/]*$/, ''));
        const near = [...folders, '', 'src/', 'dist/'];
        const files = codeIn(line).filter((code) => FILE.test(code));
        return [
          ...paths.filter((path) => !isThere(path)),
          ...files.filter((file) => !near.some((folder) => isThere(folder + file))),
        ];
      });
      expect(lines.join('\n').match(PATH)!.length, 'it names some').toBeGreaterThan(10);
      expect(lost).toEqual([]);
    });
  }
});
