import fc from 'fast-check';
import type {Page} from 'playwright/test';

/** What a tab says: everything, nothing, or by id. */
export type Said = boolean | Record<string, boolean>;

/** Two tabs of one visitor that answer at about the same time. */
export interface Duel {
  /** What both know at the beginning: all granted, all denied, or no record. */
  base: boolean | undefined;
  said: [Said, Said];
  /** ms */
  delays: [number, number];
  /** By the buttons of the banner, where there is one; else by the API. */
  clicks: boolean;
}

/** What a tab did in a duel. */
export interface Blow {
  /** Nothing, where its banner had gone before it could be clicked. */
  said: Said | undefined;
  /** Whether the tab knew of the other one's answer; undefined where it heard of it in the middle. */
  knew: boolean | undefined;
}

export const CATEGORIES = ['functional', 'analytics', 'advertising'];

const some = fc
  .dictionary(fc.constantFrom(...CATEGORIES), fc.boolean(), {minKeys: 1, noNullPrototype: true})
  .map((answers) => ({...answers}));

const delay = fc.integer({min: 0, max: 30});

const duel: fc.Arbitrary<Duel> = fc.record({
  base: fc.constantFrom(undefined, undefined, true, false),
  said: fc.oneof(
    fc.constantFrom<[Said, Said]>(
      [true, false],
      [true, true],
      [false, true],
      [{analytics: true}, {advertising: true}],
      [{analytics: false}, {advertising: false}],
    ),
    fc.tuple(some, some),
  ),
  delays: fc.oneof(
    fc.tuple(delay, delay),
    // So near to each other that no news is faster.
    fc
      .tuple(delay, fc.integer({min: -2, max: 2}))
      .map(([one, apart]): [number, number] => [one, Math.min(30, Math.max(0, one + apart))]),
  ),
  clicks: fc.boolean(),
});

/** So many duels; the same ones for the same seed. */
export const duels = (numRuns: number, seed: number): Duel[] => fc.sample(duel, {numRuns, seed});

/** Both tabs give their answers, each after its delay. */
export function fight(tabs: readonly [Page, Page], duel: Duel): Promise<[Blow, Blow]> {
  // By the clock that both have: they are not told at the same moment.
  const start = Date.now() + 50;
  return Promise.all([strike(tabs[0], duel, 0, start), strike(tabs[1], duel, 1, start)]);
}

const strike = (
  page: Page,
  {base, said, delays, clicks}: Duel,
  tab: 0 | 1,
  start: number,
): Promise<Blow> =>
  page.evaluate(
    async ({base, said, at, clicks}) => {
      const gate = window.consentGate!;
      // On a loaded machine the other one may have been quicker than this call.
      const {status, categories} = gate.decision;
      const isBase =
        base === undefined
          ? status === 'undecided'
          : Object.entries(categories).every(([id, yes]) => id === 'necessary' || yes === base);
      let told = Number(!isBase);
      // A moment without a record, while the other one writes, says nothing of its answer.
      const count = () => (told += Number(gate.decision.status === 'decided'));
      document.addEventListener('consent-change', count);
      await new Promise((resolve) => setTimeout(resolve, at - Date.now()));
      const before = told;
      const byButton = clicks && typeof said === 'boolean';
      const button = document
        .querySelector('consent-choice')
        ?.shadowRoot!.querySelector<HTMLElement>(
          `[part~=banner] [data-action=${said ? 'accept' : 'reject'}]`,
        );
      if (byButton && button) {
        button.click();
        // An answer is obeyed after the banner's going is painted.
        while (told === before) await new Promise((resolve) => setTimeout(resolve));
      } else if (byButton && before) {
        return {said: undefined, knew: true};
      } else if (typeof said === 'boolean') {
        gate[said ? 'acceptAll' : 'rejectAll']();
      } else {
        gate.choose(said);
      }
      document.removeEventListener('consent-change', count);
      return {said, knew: told - before > 1 ? undefined : before > 0};
    },
    {base, said: said[tab], at: start + delays[tab], clicks},
  );

type Answers = Record<string, boolean | undefined>;

const apply = (base: Answers, said: Said | undefined): Answers =>
  said === undefined
    ? base
    : Object.fromEntries(
        CATEGORIES.map((id) => [
          id,
          typeof said === 'boolean' ? said : (said[id] ?? base[id] ?? false),
        ]),
      );

const named = ({said}: Blow, id: string): boolean | undefined =>
  typeof said === 'object' ? said[id] : said;

/** The questions that both tabs have said yes to: whoever was first, there is no refusal to win. */
export const grantedByBoth = (blows: [Blow, Blow]): string[] =>
  CATEGORIES.filter((id) => blows.every((blow) => named(blow, id)));

/**
 * What both tabs may end with, question by question: a tab that knew of the other's answer has the last
 * word, else a refusal wins. Both answers are allowed where one tab says yes and the other has only kept
 * an old no, or has said nothing new at all.
 */
export function allowed({base}: Duel, [a, b]: [Blow, Blow]): Record<string, boolean[]> {
  const start: Answers = Object.fromEntries(CATEGORIES.map((id) => [id, base]));
  if (a.knew === undefined || b.knew === undefined) {
    return Object.fromEntries(CATEGORIES.map((id) => [id, [true, false]]));
  }
  /** A refusal that is still being made sure of stands against a yes that comes within those milliseconds. */
  const lastWord = (first: Blow, last: Blow) => {
    const before = apply(start, first.said);
    const after = apply(before, last.said);
    return Object.fromEntries(
      CATEGORIES.map((id) => [id, after[id] && !before[id] ? [true, false] : [!!after[id]]]),
    );
  };
  if (a.knew) return lastWord(b, a);
  if (b.knew) return lastWord(a, b);
  /** Who says again what stands in the jar leaves nothing there that the other one could find. */
  const changesNothing = ({said}: Blow) =>
    base !== undefined && Object.values(apply(start, said)).every((yes) => yes === base);
  return Object.fromEntries(
    CATEGORIES.map((id) => {
      const one = !!apply(start, a.said)[id];
      if (one === !!apply(start, b.said)[id]) return [id, [one]];
      const onlyKept = base === false && [a, b].some((blow) => named(blow, id) === undefined);
      return [id, onlyKept || [a, b].some(changesNothing) ? [true, false] : [false]];
    }),
  );
}
