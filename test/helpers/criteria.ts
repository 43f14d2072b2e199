/** A criterion of WCAG 2.2, or what else an accessible banner is held to, and the tests that show it. */
interface Criterion {
  what: string;
  /** Files beside this folder, and what the titles of their tests begin with or hold. */
  shown: Readonly<Record<string, readonly string[]>>;
}

const ACCESSIBLE = 'e2e/accessible.spec.ts';

/** What is checked by itself. What a screen reader says aloud is not among it: that takes people. */
export const CRITERIA: readonly Criterion[] = [
  {
    what: '1.3.1, 1.3.2, 2.4.3 order and structure',
    shown: {[ACCESSIBLE]: ['1.3.1'], 'ui/choice/banner.test.ts': ['heading, text, links, reject']},
  },
  {
    what: '1.4.1 not by colour alone',
    shown: {
      [ACCESSIBLE]: ['1.4.1,'],
      'ui/choice/preferences.test.ts': ['say their state in words'],
    },
  },
  {
    what: '1.4.3, 1.4.11 contrast',
    shown: {
      [ACCESSIBLE]: ['1.4.3'],
      'e2e/faint.spec.ts': ['1.4.3, 1.4.11: faint colours'],
      'ui/choice/legible.test.ts': ['are replaced, and told of once', 'are told of and left'],
    },
  },
  {
    what: '1.4.4, 1.4.10 large type and small windows',
    shown: {[ACCESSIBLE]: ['1.4.4'], 'ui/choice/banner.test.ts': ['fits into 320 × 256']},
  },
  {what: '1.4.12 text spacing', shown: {[ACCESSIBLE]: ['1.4.12']}},
  {what: '1.4.13 nothing on hover or focus', shown: {[ACCESSIBLE]: ['1.4.13']}},
  {
    what: '2.1.1, 2.1.2 keyboard, no trap',
    shown: {
      [ACCESSIBLE]: ['2.1.1'],
      'e2e/keyboard.spec.ts': ['nobody trapped'],
      'e2e/demo.spec.ts': ['Tab, Enter and Space are enough'],
    },
  },
  {
    what: '2.2.1, 2.2.2 no time limit, nothing that moves by itself',
    shown: {[ACCESSIBLE]: ['2.2.1'], 'e2e/drop-in.spec.ts': ['nor in the hour after']},
  },
  {
    what: '2.3.3 reduced motion',
    shown: {[ACCESSIBLE]: ['2.3.3'], 'ui/choice/accessible.test.ts': ['nothing moves']},
  },
  {what: '2.4.7, 2.4.13 focus that is seen', shown: {[ACCESSIBLE]: ['2.4.7']}},
  {
    what: '2.4.11 focus that is not hidden',
    shown: {[ACCESSIBLE]: ['2.4.11'], 'e2e/keyboard.spec.ts': ['no focus hidden']},
  },
  {what: '2.5.3 label in name', shown: {[ACCESSIBLE]: ['2.5.3']}},
  {what: '2.5.7 no dragging', shown: {[ACCESSIBLE]: ['2.5.7']}},
  {
    what: '2.5.8 targets',
    shown: {[ACCESSIBLE]: ['2.5.8'], 'ui/choice/accessible.test.ts': ['at least 44 px high']},
  },
  {
    what: '3.1.1, 3.1.2 language',
    shown: {[ACCESSIBLE]: ['3.1.1'], 'e2e/documents.spec.ts': ['the language follows the page']},
  },
  {
    what: '3.2.1, 3.2.2 focus and switches save nothing',
    shown: {[ACCESSIBLE]: ['3.2.1'], 'e2e/fair.spec.ts': ['are no answer']},
  },
  {what: '3.3.7 nothing asked twice', shown: {[ACCESSIBLE]: ['3.3.7']}},
  {what: '4.1.2 name, role, value', shown: {[ACCESSIBLE]: ['4.1.2']}},
  {
    what: '4.1.3 status messages',
    shown: {[ACCESSIBLE]: ['4.1.3'], 'ui/choice/notice.test.ts': ['so it is read out']},
  },
  {
    what: 'forced colours',
    shown: {[ACCESSIBLE]: ['forced colours'], 'ui/choice/accessible.test.ts': ['forced colours']},
  },
  {
    what: 'print',
    shown: {[ACCESSIBLE]: ['print'], 'ui/choice/accessible.test.ts': ['is not printed']},
  },
  {
    what: 'right to left',
    shown: {[ACCESSIBLE]: ['right to left'], 'ui/choice/accessible.test.ts': ['right to left']},
  },
  {what: '200 % type, 62.5 % of it on <html>', shown: {[ACCESSIBLE]: ['200 %']}},
];
