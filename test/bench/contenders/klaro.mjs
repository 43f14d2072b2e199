/**
 * Klaro: one file with styles and all languages; config in a global before it; gated `text/plain`
 * tags by the name of the service. It asks about services only, so advertising has a nameless one.
 */
import {peerVersion, servePackage} from './peer.mjs';
import {GTAG_TAG, GTAG_URL, METRICA_TAG} from '../vendors.mjs';

const NAME = 'klaro';

const CONFIG = {
  version: 1,
  acceptAll: true,
  htmlTexts: true,
  groupByPurpose: true,
  translations: {
    zz: {privacyPolicyUrl: '/privacy'},
    en: {
      purposes: {analytics: 'Analytics', advertising: 'Advertising'},
    },
  },
  services: [
    {name: 'metrica', title: 'Yandex.Metrica', purposes: ['analytics'], cookies: []},
    {name: 'google-analytics', title: 'Google Analytics', purposes: ['analytics'], cookies: []},
    {name: 'offers', title: 'Offers', purposes: ['advertising'], cookies: []},
  ],
};

const gated = 'type="text/plain" data-type="text/javascript"';

export const klaro = {
  id: NAME,
  title: NAME,
  version: () => peerVersion(NAME),
  head: `<script>var klaroConfig = ${JSON.stringify(CONFIG)};</script>
<script defer src="/${NAME}/dist/klaro.js"></script>`,
  body: `<script ${gated} data-name="metrica">
${METRICA_TAG}
</script>
<script ${gated} data-name="google-analytics" data-src="${GTAG_URL}"></script>
<script ${gated} data-name="google-analytics">
${GTAG_TAG}
</script>`,
  findFile: servePackage(NAME),
  banner: ['.klaro .cookie-notice'],
  accept: ['.klaro .cookie-notice .cm-btn-success'],
  settings: ['.klaro .cookie-notice .cn-learn-more'],
  preferences: ['.klaro .cm-modal'],
};
