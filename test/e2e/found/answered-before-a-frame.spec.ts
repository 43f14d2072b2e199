import {attended} from '../../helpers/attended.js';
import {bannerButton} from '../../helpers/banner.js';
import {expect, test} from '../../helpers/site.js';

/*
 * Where a banner was shown again and answered before the page had made its next frame, what looked after it came late,
 * found no banner, and took away what confirmed the answer.
 */

declare global {
  interface Window {
    /** Has frames made again. */
    makeFrames(): FrameRequestCallback[];
    /** What is to happen in a frame that has not come. */
    late: FrameRequestCallback[];
  }
}

test('an answer that is given before the next frame is confirmed, and stays so', async ({site}) => {
  const page = await site.visit({});
  await attended(page);
  const reject = bannerButton(page, 'reject');
  await reject.press('Enter');
  await page.evaluate(() => {
    const {requestAnimationFrame: own} = window;
    const held: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (callback) => held.push(callback);
    window.makeFrames = () => {
      window.requestAnimationFrame = own;
      return held;
    };
    window.consentGate!.reset();
  });
  await reject.focus();
  await page.evaluate(() => (window.late = window.makeFrames()));
  await page.keyboard.press('Enter');
  const said = page.locator('consent-choice .confirmation');
  await expect(said).toBeFocused();

  const n = await page.evaluate(async () => {
    for (const callback of window.late) callback(performance.now());
    // Turns enough for a file that is there already.
    for (let i = 0; i < 10; i++) await new Promise((done) => setTimeout(done, 10));
    return window.late.length;
  });
  expect(n).toBeGreaterThan(0);
  await expect(said).toBeFocused();
});
