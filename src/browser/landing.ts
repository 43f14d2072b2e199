/** Without what stands after `#`: it is no other page. */
export const pageOf = (address: string): string => address.replace(/#.*/, '');

/**
 * The address with which this document was loaded, where an application has changed it to that of another page since.
 * https://w3c.github.io/navigation-timing/#sec-PerformanceNavigationTiming
 */
export function landing(): string | undefined {
  const name = performance.getEntriesByType('navigation')[0]?.name;
  return name && pageOf(name) !== pageOf(location.href) ? name : undefined;
}
