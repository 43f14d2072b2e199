/**
 * Whether this is the site's page, where a visitor can be asked. False in a frame of the same origin,
 * which obeys the cookie and asks nothing; undefined where nothing is to be done: in a sandboxed or
 * cross-site frame, and on a server.
 */
export function isSitePage(): boolean | undefined {
  try {
    // Reading the origin of a cross-origin top throws, and so does a window where there is none.
    if (origin !== 'null' && top!.origin === origin) return top === self;
  } catch {
    // A stranger's frame.
  }
  return undefined;
}
