/** What goes to sister sites, comes from them, and is said of them: one file, for sites that have any. */
export {arrive} from './arrive.js';
export {carryAnswers} from './carry.js';
export {withSisters} from './with-sisters.js';
