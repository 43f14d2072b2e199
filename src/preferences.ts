/** The second layer with what it tells of services: one file, for neither is wanted without the other. */
export {details} from './services/details.js';
export {createPreferences} from './ui/choice/preferences.js';
