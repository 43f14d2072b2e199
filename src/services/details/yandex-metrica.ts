import type {ServiceDetails} from '../service.js';

/** On the vendor's own domain, as the Open Cookie Database and browsers show it. */
const onYandex = (name: string, days: number | null) => ({name, days, where: 'yandex.ru'});
const minutes = (count: number) => count / 1440;

/**
 * Names and lifetimes as seen in the tag's source (github.com/yandex/metrica-tag) and in the
 * Open Cookie Database.
 */
export const details: ServiceDetails = {
  id: 'yandex-metrica',
  policyUrl: 'https://yandex.com/legal/confidential/',
  cookies: [
    {name: '_ym_uid', days: 365},
    {name: '_ym_d', days: 365},
    {name: '_ym_isad', days: 2},
    {name: '_ym_visorc', days: minutes(30)},
    {name: '_ym_visorc_*', days: minutes(30)},
    {name: '_ym_hostIndex', days: 1},
    {name: '_ym_metrika_enabled', days: minutes(60)},
    {name: 'metrika_enabled', days: 0},
    {name: '_ym_debug', days: 0},
    {name: '_ym_mp2_substs', days: 0},
    {name: '_ym_mp2_track', days: 30},
    {name: '_ym_ucs', days: null},
    {name: '_ym_fa', days: null},
    {name: '_ym_zzlc', days: null},
  ],
  storage: [
    {name: '_ym_uid', days: null},
    {name: '_ym_retryReqs', days: 1},
    {name: '_ym#*', days: null},
    {name: '_ym_synced', days: null},
    {name: '_ym_hide_phones', days: null},
    {name: '_ym_wv2rf:*', days: null},
    {name: '_ym_zzlc', days: null},
    {name: '_ymBRC', days: 0},
    {name: '__ym_tab_guid', days: 0},
  ],
  unreachable: [
    onYandex('yandexuid', 365),
    onYandex('yuidss', 365),
    onYandex('ymex', 365),
    onYandex('i', 365),
    onYandex('bh', 365),
    onYandex('is_gdpr', 365),
    onYandex('is_gdpr_b', 365),
    onYandex('yashr', 365),
    onYandex('usst', 365),
    onYandex('_yasc', 3650),
    onYandex('yp', 3650),
    onYandex('yabs-sid', 0),
    onYandex('yabs-vdrf', 5),
    onYandex('gdpr', null),
  ],
};
