/** The second layer, with lit: a file of its own, fetched when somebody comes near. */
export {createPreferences} from './ui/choice/preferences.js';
