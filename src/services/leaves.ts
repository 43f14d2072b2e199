import {expression} from '../browser/expression.js';
import type {OwnServiceEntry} from '../config/config.js';
import type {HeldService} from './held-service.js';
import type {Leaves} from './service.js';

/*
 * What services leave in a browser, name by name, for whoever deletes it or asks about it. The services themselves
 * say it in broad strokes (`traces`), which is all that a page needs where nothing has been left.
 */

/**
 * What Google's tags write; a container may bring any of it, and Analytics that is linked with Ads
 * `_gcl_…`. https://policies.google.com/technologies/cookies
 */
const GOOGLE: Leaves = {
  cookies: '_g(a|at|ac|cl)(_.*)?|_gid|_gali|_dc_gtm_.*|AMP_TOKEN|FPID|FPLC|FPAU|FPGCL.*|_gaexp',
};

/** Without what is Ads', where Ads is a service of its own: Analytics does not keep it then. */
const WITHOUT_ADS: Leaves = {
  cookies: '_ga(t)?(_.*)?|_gid|_gali|_dc_gtm_.*|AMP_TOKEN|FPID|FPLC|_gaexp',
};

const LEAVES: Readonly<Record<string, Leaves>> = {
  'yandex-metrica': {
    // A bare `_ym.*` would take a site's own `_ymca`.
    cookies: '_ym[_\\d].*|metrika_enabled',
    storage: '__?ym[_\\d].*|_ymBRC',
  },
  'google-analytics': GOOGLE,
  'google-tag-manager': GOOGLE,
  // Its cookies lie on youtube.com only, out of a script's reach.
  youtube: {},
};

/**
 * What a service leaves: as known of one of the register, as written out by the owner of any other.
 * @param withAds whether Google Ads is one of the site's services
 */
export function leavesOf(
  {service: {id, revision, details}, configured}: Pick<HeldService, 'service' | 'configured'>,
  withAds = false,
): Leaves {
  if (withAds && id === 'google-analytics') return WITHOUT_ADS;
  if (revision && !details) return LEAVES[id]!;
  const {cookies = [], storage = []} = details ?? (configured[0] as object as OwnServiceEntry);
  return {cookies: expression(cookies), storage: expression(storage)};
}
