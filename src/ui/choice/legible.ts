import {styleSheet} from '../shared/css.js';
import {faint} from './faint.js';

/** What the owner has been told already. */
const told = new Set<string>();
// Not `warn` of browser/report.ts: what two files share that are fetched is a third one, and a request.
const tell = (text: string) => {
  if (!told.has(text)) console.warn('consent-gate:', text);
  told.add(text);
};

/**
 * Shows our colours in place of the owner's where those are too faint, and tells the owner
 * (docs/decisions/027-faint-colours.md). Where it cannot be measured nothing changes.
 * @param colours custom properties, and which each takes its colour from
 * @returns to be called when the owner's colours may have changed
 */
export function keepLegible(
  host: HTMLElement,
  theme: string,
  colours: Readonly<Record<string, string>>,
  signal: AbortSignal,
): () => void {
  const root = host.shadowRoot!;
  const sheet = styleSheet('');
  root.adoptedStyleSheets.push(sheet);
  const nobodys = `{${Object.keys(colours)
    .map((name) => `${name}:initial!important`)
    .join(';')}}`;
  /** A sample of the owner's colours has them also while ours are shown, and one of ours before they are. */
  const show = (ours: boolean) =>
    sheet.replaceSync((ours ? '[part]:not(.own,.own *)' : '.ours') + nobodys);
  const measure = (kind: string) => [
    // Both layers look alike, unless a `::part` rule is for one.
    ...new Set(
      ['banner', 'preferences'].flatMap((part) => faint(root, part, `${theme} ${kind}`, colours)),
    ),
  ];

  const look = () => {
    try {
      const unknown =
        matchMedia('(forced-colors: active)').matches ||
        !CSS.supports('color', 'color-mix(in srgb,red,red)');
      const own = unknown ? [] : measure('own');
      const ours = own[0] ? measure('ours') : own;
      // Beside a `::part` rule ours may be the fainter ones.
      const better = ours.length < own.length;
      show(better);
      const left = better ? ours : own;
      if (better) {
        const given = own.filter((line) => line.includes('--')).join('; ');
        tell(`too faint, our colours are shown instead: ${given}`);
      }
      if (left[0]) tell(`too faint, left as a ::part rule has it: ${left.join('; ')}`);
    } catch {
      // A page may have changed what browsers do.
    }
  };
  for (const feature of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(feature).addEventListener('change', look, {signal});
  }
  signal.addEventListener('abort', () => show(false));
  show(false);
  return look;
}
