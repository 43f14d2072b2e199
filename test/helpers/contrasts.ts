import type {Locator} from 'playwright/test';
import {contrast, type Colour} from './contrast.js';

/** Two colours that are to be told apart. */
interface Pair {
  /** What they are, for people. */
  what: string;
  /** The words, or the shape of a control. */
  kind: 'text' | 'edge';
  colours: readonly [Colour, Colour];
}

/**
 * Contrasts in a layer by WCAG 2: of its texts on what they lie on (1.4.3), and of what shows where a control is,
 * and how it stands (1.4.11): a button by its face or its border, a cross by its lines, a switch by its track, and
 * its thumb on that.
 */
export async function contrasts(
  layer: Locator,
): Promise<readonly {what: string; kind: 'text' | 'edge'; contrast: number}[]> {
  const pairs = await layer.evaluate((element): Pair[] => {
    const pen = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true})!;
    /** What is seen where these lie on each other, the last on top. */
    const mix = (...colours: string[]): Colour => {
      for (const colour of ['#fff', ...colours]) {
        pen.fillStyle = colour;
        pen.fillRect(0, 0, 1, 1);
      }
      return [...pen.getImageData(0, 0, 1, 1).data];
    };
    /** Backgrounds of an element and of all it lies in. */
    const faces = (node: Node | null): string[] => {
      if (node instanceof ShadowRoot) return faces(node.host);
      if (!(node instanceof Element)) return [];
      return [...faces(node.parentNode), getComputedStyle(node).backgroundColor];
    };

    const found: Pair[] = [];
    const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const parent = node.parentElement!;
      if (!node.textContent!.trim() || !parent.checkVisibility()) continue;
      const {color} = getComputedStyle(parent);
      const under = faces(parent);
      const what = `“${node.textContent!.trim()}”`;
      found.push({what, kind: 'text', colours: [mix(...under, color), mix(...under)]});
    }
    for (const button of element.querySelectorAll('button')) {
      const style = getComputedStyle(button);
      const under = faces(button.parentNode);
      const face = faces(button);
      const lines = button.querySelector('svg');
      const colours = lines
        ? ([mix(...face, getComputedStyle(lines).stroke), mix(...face)] as const)
        : ([
            // What is transparent leaves the face.
            mix(...face, ...(style.borderTopStyle === 'none' ? [] : [style.borderTopColor])),
            mix(...under),
          ] as const);
      found.push({what: `button ${button.dataset['action']}`, kind: 'edge', colours});
    }
    for (const toggle of element.querySelectorAll('input')) {
      const track = faces(toggle);
      const thumb = getComputedStyle(toggle, '::before').backgroundColor;
      const what = `${toggle.id} ${toggle.checked ? 'on' : toggle.indeterminate ? 'some' : 'off'}`;
      const edge = {kind: 'edge' as const};
      found.push({
        ...edge,
        what: `${what}, track`,
        colours: [mix(...track), mix(...faces(toggle.parentNode))],
      });
      found.push({
        ...edge,
        what: `${what}, thumb`,
        colours: [mix(...track, thumb), mix(...track)],
      });
    }
    return found;
  });
  return pairs.map(({what, kind, colours}) => ({what, kind, contrast: contrast(...colours)}));
}
