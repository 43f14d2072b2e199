/**
 * Takes the banner from the screen, then tells the answer.
 * @param event the click
 * @param what as in `Choice.answerAs`
 */
export type Answer = (event: Event, what: boolean | ReadonlyMap<string, boolean>) => unknown;
