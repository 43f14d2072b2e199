/** Lets everything run that is already on its way: promises, mutation observers, a few timers. */
export async function settled(turns = 3): Promise<void> {
  for (let i = 0; i < turns; i++) await new Promise((resolve) => setTimeout(resolve));
}
