/** Us, all in one file. */
import {CONFIG_SCRIPT, isBuilt, OURS} from './our-page.mjs';

const FILE = 'consent-gate.bundle.js';

export const consentGateBundle = {
  ...OURS,
  id: 'consent-gate-bundle',
  title: 'consent-gate, one file',
  missing: () => (isBuilt(FILE) ? undefined : `dist/${FILE} is not built`),
  head: `${CONFIG_SCRIPT}
<script src="/${FILE}" defer></script>`,
};
