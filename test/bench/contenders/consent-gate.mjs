/** Us, as the README says: the config and one deferred script that fetches the UI when needed. */
import {CONFIG_SCRIPT, isBuilt, OURS} from './our-page.mjs';

export const consentGate = {
  ...OURS,
  id: 'consent-gate',
  title: 'consent-gate',
  missing: () => (isBuilt('consent-gate.js') ? undefined : 'dist/consent-gate.js is not built'),
  head: `${CONFIG_SCRIPT}
<script src="/consent-gate.js" defer></script>`,
};
