import {existsSync, readFileSync} from 'node:fs';
import {expect, test} from 'playwright/test';

/*
 * docs/promises.md names tests: they must be there, and run.
 */

test.skip(({browserName}) => browserName !== 'chromium', 'no browser is asked');

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const rows = [...read('docs/promises.md').matchAll(/^\| (P\d+) \|(.*)\|(.*)\|(.*)\|$/gm)].map(
  ([, id, promise, means, proof]) => ({
    id: id!,
    promise: promise!.trim(),
    means: means!.trim(),
    proof: proof!.trim(),
  }),
);

test('every promise has a row', () => {
  expect(rows.map(({id}) => id)).toEqual(Array.from({length: 30}, (_, i) => `P${i + 1}`));
  for (const {id, promise, means} of rows) {
    expect(promise.length, id).toBeGreaterThan(10);
    expect(means.length, id).toBeGreaterThan(5);
  }
});

test('every row names a test that is there, or says that the promise is none of ours', () => {
  const notYet = read('test/helpers/not-yet.ts');
  for (const {id, means, proof} of rows) {
    if (proof === '–') {
      expect(means, id).toMatch(/^not of ours/);
      continue;
    }
    const unit = /^unit, `(.+)`$/.exec(proof);
    if (unit) {
      expect(existsSync(new URL(unit[1]!, root)), id).toBe(true);
      continue;
    }
    const [, file, title] = /^([\w/-]+): `(.+)`$/.exec(proof) ?? [];
    expect(file, `${id}: ${proof}`).toBeDefined();
    const tests = read(`test/e2e/${file}.spec.ts`);
    expect(tests.includes(`'${title}'`) || tests.includes(`\`${title}\``), `${id}: ${title}`).toBe(
      true,
    );
    // One that is switched off proves nothing.
    for (const [, part] of notYet.matchAll(/^ {2}'(.+)':/gm))
      expect(title, `${id}: ${part}`).not.toContain(part);
  }
});
