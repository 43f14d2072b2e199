// Which browsers do the tests drive? Playwright's own where they are or can be downloaded, else the system's.
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {delimiter, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium, firefox, webkit} from 'playwright';
import {findWebKitGtk, startWebKitGtk} from './webkitgtk-launcher.mjs';

const {env, platform} = process;
const root = fileURLToPath(new URL('../..', import.meta.url));
const week = 7 * 24 * 60 * 60 * 1000;

// ---- What earlier runs learnt ----

const noteFile = join(root, 'node_modules/.cache/consent-gate/browsers.json');
const playwrightVersion = createRequire(import.meta.url)('playwright/package.json').version;

/** The notes go with node_modules, and a new Playwright starts afresh. */
function readNotes() {
  try {
    const notes = JSON.parse(readFileSync(noteFile, 'utf8'));
    if (notes.playwright === playwrightVersion) return notes;
  } catch {
    // None yet, or unreadable: begin anew.
  }
  return {playwright: playwrightVersion, failedDownloads: {}, programs: {}};
}

function writeNote(kind, key, value) {
  const notes = readNotes();
  notes[kind][key] = value;
  mkdirSync(dirname(noteFile), {recursive: true});
  writeFileSync(noteFile, JSON.stringify(notes, null, 2));
}

/**
 * Whether this program has started, or failed to, since it was installed; undefined when nobody tried.
 * A failure is forgotten after a week: what it lacked may have come.
 * @param key of its note, where one path stands for several programs
 */
function knownToStart(path, key = path) {
  const known = readNotes().programs[key];
  if (!known || known.installed !== statSync(path).mtimeMs) return undefined;
  return known.starts || Date.now() - known.at < week ? known.starts : undefined;
}

// ---- Which one ----

const onPath = (names) =>
  names.flatMap((name) => (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)));

const installedChromiums = {
  linux: () =>
    onPath([
      'google-chrome-stable',
      'google-chrome',
      'chromium',
      'chromium-browser',
      'microsoft-edge-stable',
      'microsoft-edge',
    ]),
  darwin: () =>
    ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    ),
  win32: () =>
    [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]),
};

/**
 * An engine: its launch options in the order they are tried (`own` are those of Playwright's own) and how to
 * get one.
 */
const engines = {
  chromium: {
    name: 'Chromium',
    type: chromium,
    // Without it Playwright would start its headless shell.
    own: {channel: 'chromium'},
    given: env.CHROME_PATH && {executablePath: env.CHROME_PATH},
    installed: () =>
      (installedChromiums[platform]?.() ?? []).map((executablePath) => ({executablePath})),
    packages: ['chromium'],
    // Comes along where it can.
    optionalPackages: ['chromium-headless-shell'],
    advice: 'install Chrome, Chromium or Edge, or set CHROME_PATH',
  },
  // The same engine without windows, in three quarters of the time; see docs/decisions/024.
  headlessShell: {
    name: 'Chromium headless shell',
    type: chromium,
    own: {channel: 'chromium-headless-shell'},
    given: env.CHROME_PATH && {executablePath: env.CHROME_PATH},
    installed: () =>
      onPath(['chromium-headless-shell']).map((executablePath) => ({executablePath})),
  },
  firefox: {
    name: 'Firefox',
    type: firefox,
    own: {},
    // A stock Firefox does not know Playwright's own protocol: `moz-firefox` is WebDriver BiDi.
    given: env.FIREFOX_PATH && {channel: 'moz-firefox', executablePath: env.FIREFOX_PATH},
    installed: () =>
      onPath(['firefox-esr']).map((executablePath) => ({channel: 'moz-firefox', executablePath})),
    packages: ['firefox-esr'],
    advice: 'run `npx playwright install firefox`, install firefox-esr, or set FIREFOX_PATH',
  },
  webkit: {
    name: 'WebKit',
    type: webkit,
    own: {},
    given: undefined,
    installed: () => [],
    packages: [],
    advice: 'run `npx playwright install webkit`, or on Debian install webkit2gtk-driver and xvfb',
  },
};

/** A program, or where two come in one download the one that both come with. */
const programOf = ({type}, options) => options.executablePath ?? type.executablePath();

/** Of its note. */
const keyOf = (engine, options) =>
  [programOf(engine, options), options.channel].filter(Boolean).join(' ');

const knownOf = (engine, options) =>
  knownToStart(programOf(engine, options), keyOf(engine, options));

const candidates = (engine) =>
  (engine.given ? [engine.given] : [engine.own, ...engine.installed()]).filter((options) =>
    existsSync(programOf(engine, options)),
  );

const chosen = (engine) => candidates(engine).find((options) => knownOf(engine, options) !== false);

/**
 * A Chromium that is no headless shell loads the popups of its address bar for each window that a test opens,
 * which costs a quarter of all the time. Only the last switch counts, so what Playwright switches off is named too.
 */
const chromiumFeaturesOff = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  // Playwright's, see `disabledFeatures` in its core.
  'AimEnabled',
  'AutoDeElevate',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'BlockOriginHeaderModificationOnRedirect',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'Translate',
];

/** @returns {import('playwright').LaunchOptions | undefined} undefined where there is no Chromium */
export function chromiumOptions() {
  const options = chosen(engines.chromium);
  return options && {...options, args: [`--disable-features=${chromiumFeaturesOff.join()}`]};
}

/**
 * For what needs no back/forward cache and no tab in the background, which a headless shell does not have.
 * @returns {import('playwright').LaunchOptions | undefined} of a whole Chromium where there is no shell
 */
export const headlessShellOptions = () => chosen(engines.headlessShell) ?? chromiumOptions();

/** @returns {import('playwright').LaunchOptions | undefined} undefined where there is no Firefox */
export const firefoxOptions = () => chosen(engines.firefox);

/** Whether Playwright's own WebKit can be used; else `findWebKitGtk()` may find the system's. */
export const hasPlaywrightWebKit = () => chosen(engines.webkit) !== undefined;

/** Name and version of each browser that this run drives, as far as they were started here before. */
export function browserVersions() {
  const {programs} = readNotes();
  const {chromium, headlessShell, firefox, webkit} = engines;
  const own = [chromium, headlessShell, ...(env.ALL_BROWSERS ? [firefox, webkit] : [])];
  const keys = own.map((engine) => chosen(engine) && keyOf(engine, chosen(engine)));
  if (env.ALL_BROWSERS && !hasPlaywrightWebKit()) keys.push(findWebKitGtk()?.browser);
  return keys.map((key) => programs[key]?.version).filter(Boolean);
}

// ---- Making sure of one ----

function run(command, args, more = {}) {
  console.log(`> ${[command === process.execPath ? 'node' : command, ...args].join(' ')}`);
  return spawnSync(command, args, {cwd: root, stdio: 'inherit', ...more}).status === 0;
}

const runPlaywright = (args, more) =>
  run(process.execPath, ['node_modules/playwright/cli.js', ...args], more);

/** Downloads Playwright's own build, unless that failed within the last week. */
function download(browser) {
  if (env.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD) return;
  if (Date.now() - (readNotes().failedDownloads[browser] ?? 0) < week) return;
  console.log(`Fetching Playwright's ${browser}. This is done once and can take a minute.`);
  const done = runPlaywright(['install', browser], {
    // A firewall that swallows packets would else hold each of several tries for half a minute.
    env: {PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000', ...env},
    // Its stack traces would look like a failure of ours; our own lines say all that matters.
    stdio: 'ignore',
  });
  if (done) return;
  writeNote('failedDownloads', browser, Date.now());
  console.log(`Playwright's ${browser} could not be downloaded; looking for one on this machine.`);
}

const isRoot = platform === 'linux' && process.getuid() === 0;

/** Debian only: Ubuntu's `chromium` and `firefox` packages are stubs for snap. */
function aptInstall(...packages) {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (!isRoot || !/^ID=debian$/m.test(release)) return false;
  const quiet = {
    env: {...env, DEBIAN_FRONTEND: 'noninteractive'},
    stdio: ['ignore', 'ignore', 'inherit'],
  };
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  run('apt-get', ['update', '-qq'], quiet);
  return run('apt-get', install, quiet);
}

/**
 * Whether a program starts: asked once per installed version, then remembered.
 * @param {() => Promise<string>} launch starts and stops it, and resolves to its version
 */
async function starts(name, path, launch, {again = false, key = path} = {}) {
  const known = again ? undefined : knownToStart(path, key);
  if (known !== undefined) return known;
  const result = {starts: false, installed: statSync(path).mtimeMs, at: Date.now()};
  try {
    result.version = `${name} ${await launch()}`;
    result.starts = true;
    console.log(`Browser: ${result.version}`);
  } catch (error) {
    // Without the command line of the program, which fills a screen and says nothing.
    const lines = String(error.message)
      .split('\n')
      .filter((line) => !line.includes(' --'));
    const reason = lines.slice(0, 12).join('\n');
    console.log(`${name} does not start: ${reason}`);
  }
  writeNote('programs', key, result);
  return result.starts;
}

function engineStarts(engine, options, more) {
  return starts(
    engine.name,
    programOf(engine, options),
    async () => {
      const browser = await engine.type.launch(options);
      const version = browser.version();
      await browser.close();
      return version;
    },
    {...more, key: keyOf(engine, options)},
  );
}

async function anyStarts(engine, more) {
  for (const options of candidates(engine)) {
    if (await engineStarts(engine, options, more)) return true;
  }
  return false;
}

/** Playwright's own, downloaded if need be, with the system libraries it lacks where we may install them. */
async function preferOwn(browser) {
  const engine = engines[browser];
  const own = engine.type.executablePath();
  if (engine.given) return;
  if (!existsSync(own)) download(browser);
  if (!existsSync(own) || knownOf(engine, engine.own) !== undefined) return;
  if (await engineStarts(engine, engine.own)) return;
  const mayInstall = isRoot || (env.CI && platform === 'linux');
  if (mayInstall && runPlaywright(['install-deps', browser])) {
    await engineStarts(engine, engine.own, {again: true});
  }
}

function none({name, advice}) {
  // The next run shall try everything again: someone will have done something about it.
  rmSync(noteFile, {force: true});
  return new Error(`No ${name} to test with: ${advice}, and run this again.`);
}

async function ensure(browser) {
  const engine = engines[browser];
  await preferOwn(browser);
  if (await anyStarts(engine)) return;
  const {packages, optionalPackages = []} = engine;
  const install = (...more) => aptInstall(...packages, ...more, 'fonts-dejavu-core');
  const installed = !engine.given && (install(...optionalPackages) || install());
  if (installed && (await anyStarts(engine, {again: true}))) return;
  throw none(engine);
}

/**
 * Playwright's own → an installed Chrome, Chromium or Edge → Debian's → one clear sentence; and a headless
 * shell, where one came with it.
 */
export async function ensureChromium() {
  await ensure('chromium');
  await anyStarts(engines.headlessShell);
}

/** Playwright's own → Debian's firefox-esr → one clear sentence. */
export const ensureFirefox = () => ensure('firefox');

/** Playwright's own → WebKitGTK through its WebDriver → one clear sentence. */
export async function ensureWebKit() {
  const launch = async () => {
    const webKitGtk = await startWebKitGtk();
    await webKitGtk.stop();
    return webKitGtk.version;
  };
  const gtkStarts = async (more) => {
    const path = findWebKitGtk()?.browser;
    return path !== undefined && starts('WebKitGTK', path, launch, more);
  };
  await preferOwn('webkit');
  if ((await anyStarts(engines.webkit)) || (await gtkStarts())) return;
  const packages = ['webkit2gtk-driver', 'xvfb', 'fonts-dejavu-core'];
  if (aptInstall(...packages) && (await gtkStarts({again: true}))) return;
  throw none(engines.webkit);
}
