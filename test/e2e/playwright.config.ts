// End-to-end tests: the built files in real pages. Chromium, and with ALL_BROWSERS=1 Firefox, and WebKit
// where it is Playwright's own (the system's cannot intercept requests). The fixtures start the server.
// One file quickly: npx playwright test -c test/e2e cold-start   (--trace on records what happened)
import {availableParallelism} from 'node:os';
import {fileURLToPath} from 'node:url';
import {defineConfig} from 'playwright/test';
import {
  chromiumOptions,
  firefoxOptions,
  hasPlaywrightWebKit,
  headlessShellOptions,
} from '../setup/browsers.mjs';

const all = Boolean(process.env.ALL_BROWSERS);
const full = process.env.SCORECARD === 'full';
/** No other engine, and no figures in ms that a crowd would spoil. */
const alone = !all && !full;
const minute = 60_000;
const results = fileURLToPath(new URL('../../test-results/', import.meta.url));

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  // A folder of its own: Playwright empties it at each start.
  outputDir: `${results}e2e`,
  reporter: [['list'], ['json', {outputFile: `${results}e2e.json`}]],
  forbidOnly: true,
  // A test that passes at the second try has found something.
  retries: 0,
  fullyParallel: true,
  // Tests wait more than they compute. Not so where one engine's load would show in another's figures.
  workers: Math.min(4, availableParallelism() * (alone ? 2 : 1)),
  timeout: full ? 20 * minute : minute,
  // Two loaded cores can keep a page from what it is about to do for seconds; what is to be quick is a figure.
  expect: {timeout: minute / 4},
  use: {screenshot: 'only-on-failure', actionTimeout: minute / 4},
  projects: [
    {
      // Pages in the back/forward cache and tabs in the background: no headless shell has them. First and one
      // after another, for they wait more than the others, which have the processor meanwhile.
      name: 'chromium-whole',
      grep: /@whole-browser/,
      workers: 1,
      use: {browserName: 'chromium', launchOptions: chromiumOptions()},
    },
    {
      name: 'chromium',
      // Whether the stand-ins still do as their vendors is asked where there is time.
      grepInvert: alone ? /@whole-browser|@stand-in/ : /@whole-browser/,
      use: {browserName: 'chromium', launchOptions: headlessShellOptions()},
    },
    ...(all
      ? [
          {
            name: 'firefox',
            use: {browserName: 'firefox' as const, launchOptions: firefoxOptions()},
          },
        ]
      : []),
    ...(all && hasPlaywrightWebKit()
      ? [{name: 'webkit', use: {browserName: 'webkit' as const}}]
      : []),
  ],
});
