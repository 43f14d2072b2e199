// Reads what a run of Playwright really did from its JSON reporter's file, for test/setup/run-tests.mjs.

// Colours and the like, which only a terminal understands.
const ANSI = new RegExp(String.raw`\u001b\[[\d;]*m`, 'g');
const LINES_OF_AN_ERROR = 12;

/** The beginning of an error, as plain text. */
const brief = ({message = '', stack = ''}) =>
  (message || stack).replaceAll(ANSI, '').split('\n').slice(0, LINES_OF_AN_ERROR).join('\n');

/**
 * @returns {import('./run-tests.mjs').Results} counts per project, and what failed
 */
export function resultsOfPlaywright({suites, errors}) {
  const counts = {};
  const failures = errors.map((error) => ({test: 'Playwright itself', error: brief(error)}));
  const visit = (suite) => {
    suite.suites?.forEach(visit);
    for (const {title, file, line, tests} of suite.specs ?? []) {
      for (const {projectName, status, results} of tests) {
        counts[projectName] ??= {passed: 0, failed: 0, skipped: 0};
        const outcome = {expected: 'passed', skipped: 'skipped'}[status] ?? 'failed';
        counts[projectName][outcome] += 1;
        if (outcome !== 'failed') continue;
        const error = results.flatMap((result) => result.errors.map(brief)).join('\n');
        failures.push({test: `${projectName}: ${file}:${line} ${title}`, error});
      }
    }
  };
  suites.forEach(visit);
  return {counts, failures};
}
