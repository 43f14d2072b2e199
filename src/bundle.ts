import {fetchModule} from './modules.js';
import {startFromTag} from './tag.js';

// Everything in one file, for those who want one request.
startFromTag(fetchModule);
