import type {DeviceMessages} from './messages.js';

/** English. */
export const deviceMessages: DeviceMessages = {
  onDevice: 'On this device now ({count})',
  nothingHere: 'The services of this site keep nothing on this device now.',
  mayReturn: 'It is switched on, and may store this again.',
  erase: 'Delete',
  erased: 'Deleted: {names}.',
  remains: 'Still there: {names}.',
  ownRecord: 'The record of your choice',
  forget: 'Forget my choice and ask again',
  forgetText: 'Then everything optional is switched off, and you are asked again.',
  unlisted: 'Not on this site’s list: {count}',
  beyond:
    'Cookies of other sites, and those that only a server reads, cannot be seen from here. Your browser’s settings show and delete them.',
  myChoice: 'My choice',
  copy: 'Copy the receipt',
  copied: 'The receipt is copied.',
  byHand: 'The browser did not allow it. The receipt is selected: copy it from here.',
  download: 'Download the receipt',
  downloaded: 'The download has begun.',
  receipt: 'Receipt',
  rights: 'Operator and your rights',
  address: 'Address',
  registration: 'Registration',
  withdraw: 'To withdraw consent by e-mail:',
  requests: 'Other requests by e-mail:',
};
