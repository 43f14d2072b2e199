import {execFileSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'playwright/test';
import type {ConsentGate} from '../../src/api.js';

/*
 * The import on a server, where there is no window and no document.
 */

const built = new URL('../../dist/index.js', import.meta.url).href;

test('an import on a server does nothing and does not throw; the gate is inert', async () => {
  const {startConsentGate} = (await import(built)) as {
    startConsentGate(config: unknown): ConsentGate;
  };
  const gate = startConsentGate({policy: {url: '/privacy', version: '1'}});
  gate.acceptAll();
  gate.choose({analytics: true});
  expect(gate.has('analytics')).toBe(false);
  expect(gate.decision).toMatchObject({
    status: 'undecided',
    categories: {necessary: true},
    services: {},
  });
  expect(await gate.receipt()).toBeNull();
});

test('in a bare node nothing is printed and the process ends by itself', () => {
  const code = `import {startConsentGate} from ${JSON.stringify(built)};
    const gate = startConsentGate({});
    gate.subscribe(() => {});
    gate.stop();
    // Another request of the same process.
    startConsentGate({}).subscribe(() => {});
    startConsentGate({}).subscribe(() => {});`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    encoding: 'utf8',
    stdio: 'pipe',
  });
  expect(output).toBe('');
});
