import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {build} from 'esbuild';
import type {Page} from 'playwright/test';

/** A part of the page as a rule names it: in a parent, in its shadow root where it has one. */
interface Selected {
  selector: string;
}

/** What of a rule is of interest here. Its whole form: rules.schema.json of Consent-O-Matic. */
export interface Action {
  type: string;
  parent?: Selected;
  target: Selected;
}

/** The purposes its user may allow: preferences, analytics, storage, content, advertisements, others. */
export type Allowed = Record<'A' | 'B' | 'D' | 'E' | 'F' | 'X', boolean>;

/** Our rule, as it is shipped. */
export const ourRules = () =>
  JSON.parse(
    readFileSync(new URL('../../dist/privacy-tools/consent-o-matic.json', import.meta.url), 'utf8'),
  ) as Record<string, object>;

/** All actions and matchers in a rule that are about a part of the page, in order. */
export function actionsOf(rule: unknown): Action[] {
  if (typeof rule !== 'object' || rule === null) return [];
  const own = 'target' in rule ? [rule as Action] : [];
  return [...own, ...Object.values(rule).flatMap(actionsOf)];
}

/**
 * A checkout of https://github.com/cavi-au/Consent-O-Matic. No registry has it, so only who has fetched it
 * can run it.
 */
export const checkout = process.env['CONSENT_O_MATIC'];

/** Puts the content script of Consent-O-Matic into the pages to come, with our rule as the only one. */
export async function installConsentOMatic(page: Page, allowed: Allowed): Promise<void> {
  const {outputFiles} = await build({
    entryPoints: [join(checkout!, 'Extension/contentScript.js')],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
  });
  await page.addInitScript(
    ({rules, settings}) => {
      const stored = {consentValues: settings, generalSettings: {hideInsteadOfPIP: true}};
      const area = {
        get: (defaults: object, done: (values: object) => void) => done({...defaults, ...stored}),
        set: (_values: object, done?: () => void) => done?.(),
      };
      Object.assign(window, {
        chrome: {
          storage: {local: area, sync: area},
          runtime: {
            sendMessage: (message: string, done?: (answer: unknown) => void) =>
              done?.(message === 'GetRuleList' ? [rules] : undefined),
          },
        },
      });
    },
    {rules: ourRules(), settings: allowed},
  );
  await page.addInitScript(outputFiles[0]!.text);
}
