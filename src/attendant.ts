import type {Choice} from './decision/choice.js';
import {attendantMessages} from './locales/attendant.js';
import {createAttendant as create, type Attendant} from './ui/choice/attendant.js';

/** What looks after the banner, with its words: a file of its own, fetched when the banner is on the screen. */
export const createAttendant = (choice: Choice): Attendant => create(choice, attendantMessages);
