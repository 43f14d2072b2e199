/**
 * tarteaucitron: its minified files, services from its own catalogue. The three consent modes are
 * off, because with them it requests vendors before the visitor has chosen, which is another task.
 */
import {peerVersion, servePackage} from './peer.mjs';
import {COUNTER_ID, MEASUREMENT_ID} from '../vendors.mjs';

const NAME = 'tarteaucitronjs';

const OPTIONS = {
  privacyUrl: '/privacy',
  orientation: 'bottom',
  groupServices: true,
  showAlertSmall: false,
  cookieslist: false,
  adblocker: false,
  highPrivacy: true,
  AcceptAllCta: true,
  DenyAllCta: true,
  googleConsentMode: false,
  bingConsentMode: false,
  pianoConsentMode: false,
};

export const tarteaucitron = {
  id: 'tarteaucitron',
  title: 'tarteaucitron',
  version: () => peerVersion(NAME),
  head: `<script defer src="/${NAME}/tarteaucitron.min.js"></script>`,
  body: `<script type="module">
tarteaucitron.init(${JSON.stringify(OPTIONS)});
tarteaucitron.user.yandexmetrica = ${COUNTER_ID};
tarteaucitron.user.gtagUa = '${MEASUREMENT_ID}';
(tarteaucitron.job = tarteaucitron.job || []).push('metrica');
(tarteaucitron.job = tarteaucitron.job || []).push('gtag');
</script>`,
  findFile: servePackage(NAME),
  banner: ['#tarteaucitronAlertBig'],
  accept: ['#tarteaucitronPersonalize2'],
  settings: ['#tarteaucitronCloseAlert'],
  preferences: ['#tarteaucitron'],
};
