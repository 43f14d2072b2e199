/** Us with the line of the README that preloads the UI where no decision is stored yet. */
import {existsSync, readFileSync} from 'node:fs';
import {consentGate} from './consent-gate.mjs';

const README = new URL('../../../README.md', import.meta.url);
const LINE =
  /<link\b[^>]*\bmodulepreload\b[^>]*>|<script>(?:(?!<\/script>)[^])*?\bmodulepreload\b[^]*?<\/script>/;

const preload = existsSync(README) ? readFileSync(README, 'utf8').match(LINE)?.[0] : undefined;

export const consentGatePreload = {
  ...consentGate,
  id: 'consent-gate-preload',
  title: 'consent-gate, preloaded',
  missing: () => (preload ? consentGate.missing() : 'the README has no line with modulepreload'),
  head: `${preload}
${consentGate.head}`,
};
