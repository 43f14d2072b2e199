// Drives the system's WebKitGTK (Debian: webkit2gtk-driver, xvfb) through plain WebDriver, for machines
// where Playwright's own WebKit cannot be had. Unit and component tests only: WebDriver cannot intercept requests.
import {spawn} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {createServer} from 'node:net';
import {delimiter, join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';

/** Milliseconds. A busy machine needs up to ten seconds for a new browser. */
const answerTimeout = 25_000;

/** Keys by the names of `KeyboardEvent.key`, as WebDriver writes them (W3C WebDriver, "keyboard actions"). */
const keyCodes = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  ' ': ' ',
};

/**
 * The WebDriver and the small browser that comes with the library.
 * @returns {{driver: string, browser: string} | undefined}
 */
export function findWebKitGtk() {
  if (process.platform !== 'linux') return undefined;
  const driver = findOnPath('WebKitWebDriver');
  const browser = ['/usr/lib', ...subfolders('/usr/lib', /-linux-gnu/)]
    .flatMap((folder) => subfolders(folder, /^webkit(2gtk-4|gtk-6)/))
    .map((folder) => join(folder, 'MiniBrowser'))
    .find((path) => existsSync(path));
  return driver && browser ? {driver, browser} : undefined;
}

const findOnPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

const subfolders = (folder, name) =>
  readdirSync(folder)
    .filter((entry) => name.test(entry))
    .map((entry) => join(folder, entry));

/** A port that is free now, so that two runs on one machine do not meet. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => resolve(port));
    });
  });

/** Starts a virtual screen and resolves to its display name, which the X server picks itself. */
const startXvfb = () =>
  new Promise((resolve, reject) => {
    const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    screen.once('error', reject);
    screen.once('exit', () => reject(new Error('Xvfb did not start')));
    screen.stdio[3].once('data', (number) =>
      resolve({screen, display: `:${String(number).trim()}`}),
    );
  });

/** Starts screen and driver. A session is one fresh browser: no cookie or storage of an earlier one. */
export async function startWebKitGtk() {
  const found = findWebKitGtk();
  if (!found) throw new Error('WebKitGTK is not installed');

  // Without a locale `navigator.language` would be "C".
  const env = {...process.env, LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en_US'};
  const children = [];
  const killAll = () => children.forEach((child) => child.kill());
  process.once('exit', killAll);

  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) {
    const {screen, display} = await startXvfb();
    children.push(screen);
    env.DISPLAY = display;
  }
  const port = await freePort();
  children.push(
    spawn(found.driver, ['--host=127.0.0.1', `--port=${port}`], {stdio: 'ignore', env}),
  );

  /** One WebDriver command; one that is not answered has met a driver that has broken down. */
  async function send(method, path, body) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(answerTimeout),
    });
    const {value} = await response.json();
    if (value?.error) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  /** Opens a browser window; `path` is the prefix of all its commands. */
  async function openSession() {
    const {sessionId, capabilities} = await send('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': {binary: found.browser, args: ['--automation']},
        },
      },
    });
    return {path: `/session/${sessionId}`, version: capabilities.browserVersion};
  }

  for (let tries = 0; ; tries++) {
    try {
      await send('GET', '/status');
      break;
    } catch (error) {
      if (tries === 50) {
        killAll();
        throw error;
      }
      await delay(100);
    }
  }
  const {path, version} = await openSession();
  await send('DELETE', path);

  return {
    version,
    send,
    openSession,
    async stop() {
      process.removeListener('exit', killAll);
      killAll();
    },
  };
}

/**
 * A browser launcher for @web/test-runner. One session at a time: the driver has no second one.
 * `type: 'webdriver'` lets the `sendKeys` command through.
 */
export function webKitGtkLauncher() {
  /** @type {Promise<Awaited<ReturnType<typeof startWebKitGtk>>> | undefined} */
  let started;
  /** Test session id → prefix of the WebDriver commands of its browser. */
  const open = new Map();

  return {
    name: 'WebKitGTK',
    type: 'webdriver',
    concurrency: 1,

    async initialize() {},

    async startSession(id, url) {
      for (let tries = 1; ; tries++) {
        started ??= startWebKitGtk();
        try {
          const {send, openSession} = await started;
          const {path} = await openSession();
          open.set(id, path);
          return await send('POST', `${path}/url`, {url});
        } catch (error) {
          // The driver itself has gone: not a test's fault, and a new one is quick.
          if (tries === 3) throw error;
          await this.stop().catch(() => {});
          started = undefined;
        }
      }
    },

    isActive: (id) => open.has(id),

    async getBrowserUrl(id) {
      const {send} = await started;
      return send('GET', `${open.get(id)}/url`);
    },

    async stopSession(id) {
      const {send} = await started;
      const path = open.get(id);
      open.delete(id);
      // A browser that has broken down answers no more; the next session gets a driver of its own.
      await send('DELETE', path).catch(() => this.stop());
      return {};
    },

    async stop() {
      const stopping = started;
      started = undefined;
      await (await stopping)?.stop();
    },

    async startDebugSession() {
      throw new Error('WebKitGTK has no debug mode here');
    },

    // ---- What @web/test-runner-commands asks of a WebDriver browser ----

    /** @param {string[]} keys characters, or names of keys in `keyCodes` */
    async sendKeys(id, keys) {
      const actions = keys
        .map((key) => keyCodes[key] ?? key)
        .flatMap((value) => [
          {type: 'keyDown', value},
          {type: 'keyUp', value},
        ]);
      await act(id, {type: 'key', id: 'keyboard', actions});
    },

    sendMouseMove: (id, x, y) => act(id, mouse(moveTo(x, y))),

    sendMouseClick: (id, x, y, button = 'left') =>
      act(
        id,
        mouse(
          moveTo(x, y),
          {type: 'pointerDown', button: buttons[button]},
          {type: 'pointerUp', button: buttons[button]},
        ),
      ),

    async resetMouse(id) {
      const {send} = await started;
      await send('DELETE', `${open.get(id)}/actions`);
    },
  };

  async function act(id, ...actions) {
    const {send} = await started;
    await send('POST', `${open.get(id)}/actions`, {actions});
  }
}

const buttons = {left: 0, middle: 1, right: 2};
const moveTo = (x, y) => ({type: 'pointerMove', duration: 0, x, y});
const mouse = (...actions) => ({
  type: 'pointer',
  id: 'mouse',
  parameters: {pointerType: 'mouse'},
  actions,
});
