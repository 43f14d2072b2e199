// Writes down what a run of @web/test-runner really did, for test/setup/run-tests.mjs.
import {appendFileSync, mkdirSync, writeFileSync} from 'node:fs';
import {relative} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = `${root}test-results/`;

/** All tests of a suite and of the suites in it. */
const testsOf = ({tests = [], suites = []} = {}) => [...tests, ...suites.flatMap(testsOf)];

/** A reporter: what ran in which browser and what failed, into test-results/unit.json. */
export const resultsReporter = () => ({
  onTestRunFinished({sessions}) {
    /** @type {import('./run-tests.mjs').Results} */
    const results = {counts: {}, failures: []};
    for (const {browser, testFile, testResults, errors = [], passed} of sessions) {
      const counts = (results.counts[browser.name] ??= {passed: 0, failed: 0, skipped: 0});
      const fail = (name, error) => {
        counts.failed += 1;
        const test = `${browser.name}: ${relative(root, testFile ?? '')} ${name}`;
        results.failures.push({test, error: error?.message ?? String(error)});
      };
      const tests = testsOf(testResults);
      const failed = tests.filter((test) => !test.passed && !test.skipped);
      for (const test of failed) fail(test.name, test.error);
      for (const test of tests) {
        if (test.skipped) counts.skipped += 1;
        else if (test.passed) counts.passed += 1;
      }
      // A file that did not load or holds no test, or a page that broke off, has no failed test to show for it.
      const broken = errors.length > 0 || !passed || tests.length === 0;
      if (broken && failed.length === 0) fail('(the file)', errors[0] ?? 'ran no test');
    }
    mkdirSync(folder, {recursive: true});
    writeFileSync(`${folder}unit.json`, JSON.stringify(results, null, 2));
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
