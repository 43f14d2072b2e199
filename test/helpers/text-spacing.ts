import type {Page} from 'playwright/test';

/** https://www.w3.org/TR/WCAG22/#text-spacing */
const SPACING =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}' +
  'p{margin-bottom:2em!important}';

/**
 * Spaces the text of a page out as WCAG 1.4.12 has it: in its open shadow roots too, as a reader's tool does.
 * @param on false takes it back
 */
export const spaceText = (page: Page, on = true): Promise<void> =>
  page.evaluate(
    ({spacing, on}) => {
      const spaced = window as {spacing?: CSSStyleSheet};
      const sheet = (spaced.spacing ??= new CSSStyleSheet());
      sheet.replaceSync(spacing);
      const roots = [...document.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ?? []);
      for (const root of [document, ...roots]) {
        const others = root.adoptedStyleSheets.filter((one) => one !== sheet);
        root.adoptedStyleSheets = on ? [...others, sheet] : others;
      }
    },
    {spacing: SPACING, on},
  );
