/** Without what stands after `#`: it is no other page. */
export const pageOf = (address: string): string => address.replace(/#.*/, '');

/** Whether an address is that of this view: applications take what stands after `?` off the one they were called by. */
export const isThisView = (address: string): boolean =>
  new URL(address, location.href).pathname === location.pathname;

/**
 * The address with which this document was loaded, where it has another now.
 * https://w3c.github.io/navigation-timing/#sec-PerformanceNavigationTiming
 */
export function landing(): string | undefined {
  const name = performance.getEntriesByType('navigation')[0]?.name;
  return name && pageOf(name) !== pageOf(location.href) ? name : undefined;
}
