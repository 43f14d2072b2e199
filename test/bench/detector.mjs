/**
 * Runs inside the page, the same for every contender, as `window.bench`: sees whether an element is
 * painted, wherever it stands, and when. Passed to the browser as text: nothing from outside may be
 * used in it.
 *
 * "Seen" is the first frame in which any part of an element is on the screen, "readable" the first
 * in which nine tenths of it are there at nine tenths of their opacity: banners slide and fade.
 *
 * @param {string[] | undefined} banner the way to the banner that is watched for from the start
 */
export function installDetector(banner) {
  const SEEN = 0.01;
  const READABLE = 0.9;

  const find = (way) =>
    way.reduce((root, selector, index) => {
      const inside = index ? root?.shadowRoot : root;
      return inside?.querySelector(selector) ?? null;
    }, document);

  const parent = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;

  /** How much of an element a visitor sees, 0 to 1: the smaller of its opacity and its part on screen. */
  const presence = (way) => {
    const element = find(way);
    if (!element?.checkVisibility({visibilityProperty: true})) return 0;
    const {left, right, top, bottom, width, height} = element.getBoundingClientRect();
    const wide = Math.min(right, innerWidth) - Math.max(left, 0);
    const high = Math.min(bottom, innerHeight) - Math.max(top, 0);
    if (wide <= 0 || high <= 0 || !element.textContent.trim()) return 0;
    let opacity = 1;
    for (let node = element; node; node = parent(node)) opacity *= getComputedStyle(node).opacity;
    const area = (wide * high) / (Math.min(width, innerWidth) * Math.min(height, innerHeight));
    return Math.min(opacity, area);
  };

  /** Calls back when the frame in progress has been rendered. */
  const afterFrame = (callback) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => callback(performance.now());
    port2.postMessage(null);
  };

  const bench = {
    seen: null,
    readable: null,
    presence,

    /** Where to click. */
    centre(way) {
      const {left, top, width, height} = find(way).getBoundingClientRect();
      return {x: left + width / 2, y: top + height / 2};
    },

    /** Measures the next click: its next paint, and when the banner has gone. */
    watchClick() {
      bench.click = new Promise((resolve) => {
        const onClick = ({timeStamp}) => {
          requestAnimationFrame(() =>
            afterFrame((paint) => {
              const goneInFrame = presence(banner) < SEEN;
              const done = (gone) =>
                resolve({
                  clicked: timeStamp,
                  paint: paint - timeStamp,
                  gone: gone - timeStamp,
                  goneInFrame,
                });
              const look = () =>
                requestAnimationFrame(() => (presence(banner) < SEEN ? afterFrame(done) : look()));
              if (goneInFrame) done(paint);
              else look();
            }),
          );
        };
        addEventListener('click', onClick, {capture: true, once: true});
      });
    },
  };
  window.bench = bench;

  const watch = () => {
    const now = presence(banner);
    if (now >= SEEN && bench.seen === null) {
      bench.seen = 0;
      afterFrame((time) => (bench.seen = time));
    }
    if (now >= READABLE) afterFrame((time) => (bench.readable = time));
    else requestAnimationFrame(watch);
  };
  if (banner) requestAnimationFrame(watch);
}
