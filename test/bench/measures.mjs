/**
 * What the report shows of a record, in its order. `minus` names what is taken off: that figure of
 * the empty page, in the same round under the same condition.
 */
export const MEASURES = [
  {
    key: 'bannerSeen',
    title: "banner on screen, after the empty page's first paint",
    unit: 'ms',
    minus: 'watchedPaint',
  },
  {
    key: 'bannerReadable',
    title: 'banner whole and opaque, after the same',
    unit: 'ms',
    minus: 'watchedPaint',
  },
  {
    key: 'firstFirstPaint',
    title: "delay of the page's own first paint",
    unit: 'ms',
    minus: 'firstFirstPaint',
    // Most are noise around nought: nobody is the best.
    plain: true,
  },
  {
    key: 'firstCpu',
    title: 'script + layout + style, first visit',
    unit: 'ms',
    minus: 'firstCpu',
  },
  {
    key: 'returningCpu',
    title: 'script + layout + style, returning visit',
    unit: 'ms',
    minus: 'returningCpu',
  },
  {key: 'firstLongestTask', title: 'longest task, first visit', unit: 'ms'},
  {key: 'firstLongestScript', title: 'longest task that runs script, first visit', unit: 'ms'},
  {key: 'returningLongestTask', title: 'longest task, returning visit', unit: 'ms'},
  {
    key: 'returningLongestScript',
    title: 'longest task that runs script, returning visit',
    unit: 'ms',
  },
  {key: 'firstShift', title: 'layout shift (CLS), first visit', digits: 3},
  {key: 'returningShift', title: 'layout shift (CLS), returning visit', digits: 3},
  {key: 'clickPaint', title: 'click on accept → next paint', unit: 'ms'},
  {key: 'clickGone', title: 'click on accept → banner gone', unit: 'ms'},
  {key: 'goneInFrame', title: 'banner gone in the next paint', share: true},
  {key: 'clickAnalytics', title: 'click on accept → first analytics request', unit: 'ms'},
  {key: 'clickAllAnalytics', title: 'click on accept → both analytics requests', unit: 'ms'},
  {
    key: 'returningAnalytics',
    title: 'navigation → first analytics request, returning visit',
    unit: 'ms',
  },
  {
    key: 'returningAllAnalytics',
    title: 'navigation → both analytics requests, returning visit',
    unit: 'ms',
  },
  {key: 'firstHeap', title: 'JS heap, first visit', unit: 'kB', minus: 'firstHeap'},
  {key: 'returningHeap', title: 'JS heap, returning visit', unit: 'kB', minus: 'returningHeap'},
];

/** @param {string} key */
export function measureOf(key) {
  return MEASURES.find((measure) => measure.key === key);
}
