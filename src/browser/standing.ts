/**
 * What kind of document we are in: the site's page; a frame of the same origin, which obeys the
 * cookie and asks nothing; or a sandboxed or cross-site one, in which nothing is to be done.
 */
export function standing(): 'page' | 'frame' | 'stranger' {
  try {
    // Reading the origin of a cross-origin top throws.
    if (self.origin !== 'null' && window.top!.origin === self.origin) {
      return window.top === window ? 'page' : 'frame';
    }
  } catch {
    // A stranger's frame.
  }
  return 'stranger';
}
