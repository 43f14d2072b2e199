import {folder, startFromTag} from './tag.js';

// The files beside this one, as they are needed.
startFromTag((name) => import(`${folder || './'}consent-gate-${name}.js`), folder);
