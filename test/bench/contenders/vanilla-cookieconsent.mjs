/**
 * vanilla-cookieconsent: style sheet in the head, script, gated `text/plain` tags as in its guide.
 * It brings no texts, so they stand in the page. It hides from automated browsers unless told not to.
 */
import {peerVersion, servePackage} from './peer.mjs';
import {GTAG_TAG, GTAG_URL, METRICA_TAG} from '../vendors.mjs';

const NAME = 'vanilla-cookieconsent';

const OPTIONS = {
  hideFromBots: false,
  categories: {
    necessary: {enabled: true, readOnly: true},
    analytics: {},
    advertising: {},
  },
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: {
          title: 'We use cookies',
          description:
            'With your consent we count visits with Yandex.Metrica and Google Analytics. Nothing is loaded before you choose.',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          showPreferencesBtn: 'Manage preferences',
          footer: '<a href="/privacy">Privacy policy</a>',
        },
        preferencesModal: {
          title: 'Cookie preferences',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          savePreferencesBtn: 'Save preferences',
          closeIconLabel: 'Close',
          sections: [
            {
              title: 'Strictly necessary',
              description: 'They keep the site working and cannot be switched off.',
              linkedCategory: 'necessary',
            },
            {
              title: 'Analytics',
              description: 'They count visits and show us which pages are read.',
              linkedCategory: 'analytics',
            },
            {
              title: 'Advertising',
              description: 'They show offers that fit your interests.',
              linkedCategory: 'advertising',
            },
          ],
        },
      },
    },
  },
};

export const vanillaCookieconsent = {
  id: NAME,
  title: NAME,
  version: () => peerVersion(NAME),
  head: `<link rel="stylesheet" href="/${NAME}/dist/cookieconsent.css">
<script defer src="/${NAME}/dist/cookieconsent.umd.js"></script>`,
  body: `<script type="text/plain" data-category="analytics" data-service="Yandex.Metrica">
${METRICA_TAG}
</script>
<script type="text/plain" data-category="analytics" data-service="Google Analytics" async src="${GTAG_URL}"></script>
<script type="text/plain" data-category="analytics" data-service="Google Analytics">
${GTAG_TAG}
</script>
<script type="module">CookieConsent.run(${JSON.stringify(OPTIONS)});</script>`,
  findFile: servePackage(NAME),
  banner: ['#cc-main .cm'],
  accept: ['#cc-main .cm [data-role="all"]'],
  settings: ['#cc-main .cm [data-role="show"]'],
  preferences: ['#cc-main .pm'],
};
