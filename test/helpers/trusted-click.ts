import {resetMouse, sendMouse} from '@web/test-runner-commands';

/**
 * A click of a person, at the middle of an element.
 * @returns false in an engine that cannot be driven so
 */
export async function trustedClick(element: Element): Promise<boolean> {
  const {left, top, width, height} = element.getBoundingClientRect();
  const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  try {
    await sendMouse({type: 'click', position});
    await resetMouse();
    return true;
  } catch {
    return false;
  }
}
