import type {Locator, Page} from 'playwright/test';
import {contrast} from './contrast.js';
import {readPng} from './png.js';

/** How the focus shows, by pixels. */
export interface FocusRing {
  /** Pixels that have at least 3:1 to what they were without the focus. */
  changed: number;
  /** Pixels of a line of 2 px around the control, which WCAG 2.4.13 asks for. */
  asked: number;
}

/**
 * Measures how the focus shows on a control that the keyboard has come to: a picture of it now beside one without
 * the focus. The focus is gone afterwards, and comes back to where it was with Tab.
 */
export async function focusRing(page: Page, control: Locator): Promise<FocusRing> {
  const {x, y, width, height} = (await control.boundingBox())!;
  const around = 8;
  const clip = {
    x: Math.floor(x) - around,
    y: Math.floor(y) - around,
    width: Math.ceil(width) + 2 * around,
    height: Math.ceil(height) + 2 * around,
  };
  const shot = async () => readPng(await page.screenshot({clip}));
  const focused = await shot();
  const radius = await control.evaluate((element) =>
    parseFloat(getComputedStyle(element).borderTopLeftRadius),
  );
  await control.evaluate((element: HTMLElement) => element.blur());
  const plain = await shot();
  const changed = focused.pixels.filter(
    (pixel, i) => contrast(pixel, plain.pixels[i]!) >= 3,
  ).length;
  // A round corner is shorter than a square one.
  const corner = Math.min(radius || 0, width / 2, height / 2);
  const perimeter = 2 * (width + height) - (8 - 2 * Math.PI) * corner;
  return {changed, asked: Math.floor(2 * perimeter)};
}
