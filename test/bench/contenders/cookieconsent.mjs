/**
 * cookieconsent (Osano), type "opt-in": style sheet, script, and a callback of the site that loads
 * the vendors. It has one yes or no, neither categories nor a second layer.
 */
import {peerVersion, servePackage} from './peer.mjs';
import {LOAD_BOTH} from '../vendors.mjs';

const NAME = 'cookieconsent';

export const cookieconsent = {
  id: NAME,
  title: NAME,
  version: () => peerVersion(NAME),
  head: `<link rel="stylesheet" href="/${NAME}/build/cookieconsent.min.css">
<script defer src="/${NAME}/build/cookieconsent.min.js"></script>`,
  body: `<script type="module">
${LOAD_BOTH}
window.cookieconsent.initialise({
  type: 'opt-in',
  palette: {popup: {background: '#252e39'}, button: {background: '#14a7d0'}},
  content: {href: '/privacy'},
  onInitialise() { if (this.hasConsented()) loadAnalytics(); },
  onStatusChange() { if (this.hasConsented()) loadAnalytics(); },
});
</script>`,
  findFile: servePackage(NAME),
  banner: ['.cc-window'],
  accept: ['.cc-window .cc-allow'],
};
