import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {headers} from './readme.js';

/** How the library comes into a page. */
export const WAYS = ['tag', 'bundle', 'import'] as const;
export type Way = (typeof WAYS)[number];

/** A Content-Security-Policy that a site may have, and what may be expected under it. */
export interface Policy {
  /** As the README's table calls it. */
  name: string;
  /** What the page sends; none where there is no policy. */
  header?(way: Way, inline: Inline): string;
  /** What scripts of the page carry. */
  carry?: 'nonce' | 'integrity';
  /** Default all; with an import a site's own bundler makes a file like ours. */
  ways?: readonly Way[];
  /** Ways in that it does not let work: nothing is loaded, and the console has one line of ours that says this. */
  closed?: Partial<Record<Way, RegExp>>;
  /** The settings do not open under it; what the console says then. */
  shut?: RegExp;
  /** Gated code in the page itself cannot run under it. */
  withoutInline?: true;
  /** The page has a lit of its own, which has made its policy before we come. */
  ownLit?: true;
}

/** Code that stands in the page. */
export interface Inline {
  importMap: string;
  gated: string;
}

const ROOT = new URL('../../', import.meta.url);
export const NONCE = 'R4nd0m';
/** A gated file of the site's own. */
export const OWN_FILE = '(window.ran ??= []).push("file")';

/** As `integrity` takes it; in quotes it is a source of a policy. */
export const hashOf = (text: string | Buffer): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;
const source = (text: string | Buffer) => `'${hashOf(text)}'`;
export const builtFile = (way: Way): Buffer =>
  readFileSync(new URL(`dist/consent-gate${way === 'bundle' ? '.bundle' : ''}.js`, ROOT));

const block = (name: string) => headers(name)['Content-Security-Policy']!;
const hosts = () => block('csp');
/** The host names of vendors that the README's policy lets scripts come from. */
const vendors = () => /script-src 'self' ([^;]+)/.exec(hosts())![1]!;
const nonces = () => block('csp-nonce').replace('R4nd0m', NONCE);
const hashes = (way: Way, {gated}: Inline) =>
  `script-src ${[builtFile(way), OWN_FILE, gated].map(source).join(' ')}`;
/** No file can hold an import map. */
const withImportMap = (policy: string, way: Way, {importMap}: Inline, more = '') =>
  policy.replace(/script-src /, `$&${way === 'import' ? `${source(importMap)} ` : ''}${more}`);
const trustedTypes = (way: Way) =>
  way === 'import'
    ? block('csp-trusted-types').replace('consent-gate-lit', 'lit-html')
    : block('csp-trusted-types');
const onlyTrusted = (names: string) => () =>
  `require-trusted-types-for 'script'; trusted-types ${names}`;

const NO_SECOND_FILE = /Failed to fetch .*consent-gate-ui\.js/;
const NO_POLICY = /Policy "consent-gate" disallowed/;
const noPolicy = {tag: NO_POLICY, bundle: NO_POLICY, import: NO_POLICY};

export const policies: readonly Policy[] = [
  {name: 'none'},
  {
    name: 'a nonce',
    carry: 'nonce',
    header: () => nonces().replace(" 'strict-dynamic'", ''),
  },
  {name: "a nonce and `'strict-dynamic'`", carry: 'nonce', header: nonces},
  {
    name: 'hashes of files and code, hosts of vendors',
    carry: 'integrity',
    ways: ['tag', 'bundle'],
    closed: {tag: NO_SECOND_FILE},
    header: (way, inline) => `${hashes(way, inline)} ${vendors()}`,
  },
  {
    name: "hashes of files and code, `'strict-dynamic'`",
    carry: 'integrity',
    ways: ['tag', 'bundle'],
    closed: {tag: NO_SECOND_FILE},
    header: (way, inline) => `${hashes(way, inline)} 'strict-dynamic'`,
  },
  {
    name: "`'self'` and hosts, `style-src 'self'`",
    withoutInline: true,
    header: (way, inline) => withImportMap(hosts(), way, inline),
  },
  {
    name: 'the same and hashes of code',
    header: (way, inline) => withImportMap(hosts(), way, inline, `${source(inline.gated)} `),
  },
  {
    name: "`default-src 'none'`, no `style-src`, `'self'` and hosts",
    withoutInline: true,
    header: (way, inline) =>
      withImportMap(hosts(), way, inline).replace(
        "default-src 'self'; style-src 'self'",
        "default-src 'none'",
      ),
  },
  {name: 'Trusted Types, our two policies', header: trustedTypes},
  {
    name: 'the same on a page with a lit of its own',
    ownLit: true,
    header: onlyTrusted('consent-gate consent-gate-lit lit-html'),
  },
  {
    name: "Trusted Types, a nonce and `'strict-dynamic'`, `default-src 'none'`",
    carry: 'nonce',
    header: (way) =>
      `${trustedTypes(way)}; ${nonces().replace("style-src 'self'", "default-src 'none'")}; ` +
      hosts().replace(/.*(?=connect-src)/, ''),
  },
  {
    name: "Trusted Types, `trusted-types 'none'`",
    closed: noPolicy,
    header: onlyTrusted("'none'"),
  },
  {
    name: 'Trusted Types, only other policies',
    closed: noPolicy,
    header: onlyTrusted('dompurify lit-html'),
  },
];

/** The second one is forgotten: lit draws nothing. How often the browser says so depends on who comes near. */
export const halfTrusted: Policy = {
  name: 'Trusted Types, only `consent-gate`',
  shut: /Policy "(consent-gate-lit|lit-html)" disallowed/,
  header: onlyTrusted('consent-gate'),
};
