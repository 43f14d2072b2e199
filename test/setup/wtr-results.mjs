// Writes down what a run of @web/test-runner really did, for test/setup/run-tests.mjs.
import {appendFileSync, mkdirSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const folder = fileURLToPath(new URL('../../test-results/', import.meta.url));

/** All tests of a suite and of the suites in it. */
const testsOf = ({tests = [], suites = []} = {}) => [...tests, ...suites.flatMap(testsOf)];

/** A reporter: browser → how many tests passed, failed and were skipped, into test-results/unit.json. */
export const resultsReporter = () => ({
  onTestRunFinished({sessions}) {
    const browsers = {};
    for (const session of sessions) {
      const counts = (browsers[session.browser.name] ??= {passed: 0, failed: 0, skipped: 0});
      const tests = testsOf(session.testResults);
      for (const test of tests) {
        counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
      }
      // A file that did not load or holds no test, or a page that broke off, has no failed test to show for it.
      const broken = session.errors?.length > 0 || !session.passed || tests.length === 0;
      if (broken && !tests.some((test) => !test.passed && !test.skipped)) counts.failed += 1;
    }
    mkdirSync(folder, {recursive: true});
    writeFileSync(`${folder}unit.json`, JSON.stringify(browsers, null, 2));
  },
});

/**
 * For `filterBrowserLogs`: files a figure that test/helpers/scorecard.ts logged in the browser.
 * @returns {boolean} whether it was one, and so need not be shown
 */
export function fileFigure([mark, figure]) {
  if (mark !== 'scorecard figure') return false;
  mkdirSync(folder, {recursive: true});
  appendFileSync(`${folder}figures.jsonl`, `${figure}\n`);
  return true;
}
