import type {Locator} from 'playwright/test';

/**
 * What cannot be read or reached in a layer as it is laid out now: text that is cut off, sticks out of what it
 * stands in, or lies on other text; a layer that is outside the viewport, or scrolls sideways. What scrolls up and
 * down is not cut off, as long as a line of it can be seen.
 */
export const layoutFaults = (layer: Locator): Promise<string[]> =>
  layer.evaluate((element) => {
    // Browsers round.
    const SLACK = 1;
    const faults: string[] = [];
    const {scrollWidth, clientWidth, clientHeight} = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide`);

    const outer = element.getBoundingClientRect();
    if (
      outer.left < -SLACK ||
      outer.top < -SLACK ||
      outer.right > clientWidth + SLACK ||
      outer.bottom > clientHeight + SLACK
    ) {
      faults.push(`the layer sticks out of the viewport: ${JSON.stringify(outer)}`);
    }
    const scrolls = (node: Element) => /auto|scroll/.test(getComputedStyle(node).overflowY);
    for (const node of [element, ...element.querySelectorAll('*')]) {
      if (!node.checkVisibility() || node.matches('svg, svg *, input')) continue;
      // An inline box has no client size.
      if (node.clientWidth && node.scrollWidth > node.clientWidth + SLACK) {
        faults.push(`${node.localName}.${node.className} scrolls sideways`);
      }
      const line = parseFloat(getComputedStyle(node).lineHeight) || 16;
      if (
        scrolls(node) &&
        node.scrollHeight > node.clientHeight + SLACK &&
        node.clientHeight < line
      ) {
        faults.push(`${node.localName}.${node.className} shows ${node.clientHeight} px of a line`);
      }
    }

    const seen: {text: string; box: DOMRect; scroller: Element | null}[] = [];
    const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const text = node.textContent!.trim();
      if (!text || !node.parentElement!.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(({width}) => width > 0);
      let scroller: Element | null = null;
      for (let around: Element | null = node.parentElement; around; around = around.parentElement) {
        const {left, right, top, bottom} = around.getBoundingClientRect();
        const inline = getComputedStyle(around).display === 'inline';
        if (scrolls(around)) scroller ??= around;
        for (const box of inline ? [] : boxes) {
          const out =
            box.left < left - SLACK ||
            box.right > right + SLACK ||
            // What scrolls may be anywhere above or below what it scrolls in.
            (!scroller && (box.top < top - SLACK || box.bottom > bottom + SLACK));
          if (out) faults.push(`“${text}” sticks out of ${around.localName}.${around.className}`);
        }
        if (around === element) break;
      }
      seen.push(...boxes.map((box) => ({text, box, scroller})));
    }
    for (const [i, one] of seen.entries()) {
      for (const other of seen.slice(i + 1)) {
        const across =
          Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down =
          Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // Lines of one text may touch, and what has scrolled away is not seen.
        if (one.text !== other.text && one.scroller === other.scroller && across > 2 && down > 4) {
          faults.push(`“${one.text}” and “${other.text}” lie on each other`);
        }
      }
    }
    return [...new Set(faults)];
  });
