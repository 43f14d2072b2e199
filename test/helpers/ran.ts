/** Code that notes in its page that it has run. */
export const log = (word: string): string => `(window.ran ??= []).push(${JSON.stringify(word)})`;

/** What has run, in order; for `page.evaluate`. */
export const ran = (): string[] => (window as unknown as {ran?: string[]}).ran ?? [];

/** A script that waits for analytics. */
export const GATED = `<script type="text/plain" data-consent="analytics">${log('ran')}</script>`;
