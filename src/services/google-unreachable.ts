import type {UnreachableItem} from './service.js';

/** What Google keeps where no script of the site reaches it, whichever of its tags has sent it there. */
export const googleUnreachable: readonly UnreachableItem[] = [
  {name: 'FPID', days: 730, where: 'HttpOnly'},
  {name: 'IDE', days: null, where: 'doubleclick.net'},
  {name: 'DSID', days: null, where: 'doubleclick.net'},
  {name: 'test_cookie', days: null, where: 'doubleclick.net'},
  {name: 'NID', days: null, where: 'google.com'},
];
