/**
 * The file of what the preferences tell of a service, as `Fetch` knows it. Its id is spelt backwards: content
 * blockers stop files that are called like a vendor (`-google-analytics.` is a rule of EasyPrivacy).
 */
export const detailsOf = (id: string): 'details-acirtem-xednay' =>
  `details-${[...id].reverse().join('')}` as 'details-acirtem-xednay';
