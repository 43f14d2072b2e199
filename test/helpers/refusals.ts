import type {BrowserContext, Page} from 'playwright/test';
import {isVendorHost} from '../stand-ins/hosts.mjs';

/** What the browser has refused a page, as `securitypolicyviolation` tells it. */
interface Refusal {
  directive: string;
  blocked: string;
  sample: string;
  /** Address of the script that wanted it. */
  by: string;
}

interface Notes {
  refused: Refusal[];
  thrown: string[];
}

/** Has each page note from before its first script what its policy refuses, and what nobody catches. */
export const noteRefusals = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const notes: Notes = {refused: [], thrown: []};
    (window as unknown as {notes: Notes}).notes = notes;
    addEventListener('securitypolicyviolation', (event) =>
      notes.refused.push({
        directive: event.effectiveDirective,
        blocked: event.blockedURI,
        sample: event.sample,
        by: event.sourceFile,
      }),
    );
    // Of a script from elsewhere a page is told nothing.
    addEventListener('error', ({filename, message}) => {
      if (filename) notes.thrown.push(message);
    });
    addEventListener('unhandledrejection', ({reason}) => notes.thrown.push(String(reason)));
  });

const notesOf = (page: Page) => page.evaluate(() => (window as unknown as {notes: Notes}).notes);

/** What was refused to anybody but the vendors. */
export const refusals = async (page: Page): Promise<Refusal[]> =>
  (await notesOf(page)).refused.filter(
    ({by}) => !URL.canParse(by) || !isVendorHost(new URL(by).hostname),
  );

/** What nobody has caught, but for what vendors throw. */
export const thrown = async (page: Page): Promise<string[]> => (await notesOf(page)).thrown;
