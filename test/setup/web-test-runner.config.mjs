// Unit, property and component tests in real browsers: Chromium, and with ALL_BROWSERS=1 Firefox and WebKit.
// One file quickly: npx wtr --config test/setup/web-test-runner.config.mjs --files test/decision/record.test.ts
import {availableParallelism} from 'node:os';
import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {playwrightLauncher} from '@web/test-runner-playwright';
import {firefoxOptions, hasPlaywrightWebKit, headlessShellOptions} from './browsers.mjs';
import {fileFigure, resultsReporter} from './wtr-results.mjs';
import {vendorServer} from './vendor-server.mjs';
import {webKitGtkLauncher} from './webkitgtk-launcher.mjs';

const all = process.env.ALL_BROWSERS;
const full = process.env.SCORECARD === 'full';
const minute = 60_000;

export default {
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  files: ['test/**/*.test.ts', '!test/e2e/**', '!**/node_modules/**'],
  nodeResolve: true,
  // With one browser alone: files wait as well as compute.
  concurrency: all ? 1 : Math.min(4, availableParallelism() * 2),
  plugins: [
    vendorServer(),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)),
      // The only environment variable that a test may ask for, see test/helpers/scorecard.ts.
      define: {'process.env.SCORECARD': JSON.stringify(process.env.SCORECARD ?? '')},
    }),
  ],
  browsers: [
    playwrightLauncher({product: 'chromium', launchOptions: headlessShellOptions()}),
    ...(all ? [playwrightLauncher({product: 'firefox', launchOptions: firefoxOptions()})] : []),
    ...(all
      ? [hasPlaywrightWebKit() ? playwrightLauncher({product: 'webkit'}) : webKitGtkLauncher()]
      : []),
  ],
  // Three browsers on two cores, and three attempts at a WebKitGTK that does not answer.
  browserStartTimeout: 1.5 * minute,
  testFramework: {config: {timeout: full ? 10 * minute : 20_000, forbidOnly: true}},
  testsFinishTimeout: (full ? 20 : 3) * minute,
  filterBrowserLogs: ({args}) => !fileFigure(args) && !/Lit is in dev mode/.test(args[0]),
  reporters: [defaultReporter(), resultsReporter()],
  // Costs a fifth of the time; what is not covered is the same in a run of Chromium alone.
  coverage: Boolean(all || full),
  coverageConfig: {
    include: ['src/**/*.ts'],
    reporters: ['text-summary', 'lcovonly'],
    threshold: {statements: 90, branches: 85, functions: 80, lines: 90},
  },
};
