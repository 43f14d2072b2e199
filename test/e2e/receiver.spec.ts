import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test as base, expect} from 'playwright/test';
import type {Page} from 'playwright/test';
import {serve} from '../../demo/server.mjs';
import {axeFindings} from '../helpers/axe-of-page.js';
import {banner, bannerButton, choose} from '../helpers/banner.js';

/*
 * The receiver of the demo, and the page on which an operator reads what it has taken.
 */

interface Entry {
  received: string;
  body: string;
  hash: string;
}
interface Demo {
  url(path: string): string;
  file: string;
  entries(): Promise<Entry[]>;
  post(body: string, headers?: Record<string, string>): Promise<number>;
}

const test = base.extend<{demo: Demo}>({
  // eslint-disable-next-line no-empty-pattern -- Playwright wants the braces
  demo: async ({}, use) => {
    const file = join(mkdtempSync(join(tmpdir(), 'records-')), 'records.jsonl');
    const server = await serve({records: file});
    const url = (path: string) => new URL(path, server.url).href;
    const endpoint = url('/consent-records');
    await use({
      url,
      file,
      entries: async () => (await fetch(endpoint)).json() as Promise<Entry[]>,
      post: async (body, headers = {}) =>
        (
          await fetch(endpoint, {
            method: 'POST',
            body,
            headers: {'content-type': 'application/json', ...headers},
          })
        ).status,
    });
    await server.close();
  },
});

/** Answers on the demo's first page, twice. */
async function answerTwice(page: Page, demo: Demo): Promise<void> {
  await page.goto(demo.url('/?lang=en'));
  await expect(banner(page)).toBeVisible();
  await bannerButton(page, 'reject').click();
  await expect.poll(async () => (await demo.entries()).length).toBe(1);
  await choose(page, {'yandex-metrica': true});
  await expect.poll(async () => (await demo.entries()).length).toBe(2);
}

test('takes each choice of a visitor, and the page verifies them', async ({page, demo}) => {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) problems.push(message.text());
  });
  await answerTwice(page, demo);
  await page.goto(demo.url('/records.html?lang=en'));
  await expect(page.locator('#verdict')).toHaveText('2 in all, newest first. Every hash is right.');
  const newest = page.locator('.record').first();
  await expect(newest.locator('tr', {hasText: 'yandex-metrica'}).first()).toContainText('yes');
  await expect(newest.locator('tr', {hasText: 'google-analytics'})).toContainText('no');
  await expect(page.locator('.record').last().locator('td:nth-child(2)')).toHaveText(
    Array<string>(await newest.locator('tbody tr').count()).fill('no'),
  );
  // The demo holds WCAG's AA; that of text is AAA.
  const findings = await axeFindings(page);
  expect(findings.filter((finding) => !finding.startsWith('color-contrast-enhanced'))).toEqual([]);
  await page.locator('[data-language=ru]').click();
  await expect(page.locator('#verdict')).toHaveText('Всего: 2, новые сверху. Все хеши верны.');
  expect(problems).toEqual([]);
});

for (const [what, change] of [
  ['an answer', (body: string) => body.replace('"granted":false', '"granted":true')],
  ['a text', (body: string) => body.replace('uses cookies for', 'may use cookies for')],
] as const) {
  test(`the page finds what has been changed in what was kept: ${what}`, async ({page, demo}) => {
    await answerTwice(page, demo);
    await page.route('**/consent-records', async (route) => {
      const response = await route.fetch();
      const [first, second] = (await response.json()) as [Entry, Entry];
      const body = change(first.body);
      expect(body).not.toBe(first.body);
      await route.fulfill({json: [{...first, body}, second]});
    });
    await page.goto(demo.url('/records.html?lang=en'));
    await expect(page.locator('#verdict')).toHaveText(
      '1 do not match: something has been changed since.',
    );
    await expect(page.locator('.record').last().locator('.seal')).toHaveText('Does not match');
    await expect(page.locator('.record').first().locator('.seal')).toHaveText('Hashes are right');
  });
}

test('finds one that was taken out', async ({page, demo}) => {
  await answerTwice(page, demo);
  await page.route('**/consent-records', async (route) => {
    const response = await route.fetch();
    await route.fulfill({json: ((await response.json()) as Entry[]).slice(1)});
  });
  await page.goto(demo.url('/records.html?lang=en'));
  await expect(page.locator('.seal')).toHaveText('Does not match');
});

test('refuses what is no record, and knows one that comes twice; a file outlives it', async ({
  page,
  demo,
}) => {
  await answerTwice(page, demo);
  const [{body}] = (await demo.entries()) as [Entry];
  expect(await demo.post(body), 'once more').toBe(200);
  expect(await demo.post('{'), 'no JSON').toBe(400);
  expect(await demo.post('{}'), 'nothing in it').toBe(400);
  const {consentReceiptID} = JSON.parse(body) as {consentReceiptID: string};
  const other = body.replace(consentReceiptID, crypto.randomUUID());
  expect(await demo.post(other.replace('{', '{"more":1,')), 'more than it has').toBe(400);
  expect(await demo.post(other, {'content-type': 'text/plain'})).toBe(415);
  expect(await demo.post(other, {origin: 'https://evil.example'})).toBe(403);
  expect(await demo.post(other, {origin: 'null'})).toBe(403);
  expect(await demo.post(other.replace('{', `{${' '.repeat(300_000)}`)), 'too large').toBe(413);
  expect(await demo.entries()).toHaveLength(2);
  expect(await demo.post(other)).toBe(201);

  const again = await serve({records: demo.file});
  const endpoint = new URL('/consent-records', again.url);
  expect(await (await fetch(endpoint)).json()).toEqual(await demo.entries());
  const headers = {'content-type': 'application/json'};
  expect((await fetch(endpoint, {method: 'POST', body, headers})).status, 'known').toBe(200);
  await again.close();
  // What cannot be kept is not told as taken, and is taken when it comes again.
  const unkept = body.replace(consentReceiptID, crypto.randomUUID());
  rmSync(demo.file);
  mkdirSync(demo.file);
  expect(await demo.post(unkept)).toBe(500);
  rmdirSync(demo.file);
  expect(await demo.post(unkept), 'once more').toBe(201);
  expect(await demo.entries()).toHaveLength(4);
  rmSync(demo.file);
  writeFileSync(demo.file, '');
  for (const entry of (await demo.entries()).slice(0, 3))
    appendFileSync(demo.file, `${JSON.stringify(entry)}\n`);
  // What the machine was switched off over is left out.
  writeFileSync(demo.file, `${readFileSync(demo.file, 'utf8')}{"received":"20`);
  const third = await serve({records: demo.file});
  expect(await (await fetch(new URL('/consent-records', third.url))).json()).toHaveLength(3);
  await third.close();
});
