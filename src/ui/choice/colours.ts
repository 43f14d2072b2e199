/** The custom properties that are colours, and from which of them each takes its own where the owner gives none. */
export const COLOURS: Readonly<Record<string, string>> = {
  '--consent-background': '',
  '--consent-text': '',
  '--consent-border': '',
  '--consent-muted': '--consent-text',
  '--consent-accent': '--consent-text',
  '--consent-accent-text': '--consent-background',
  '--consent-focus': '--consent-text',
};
