import type {ConsentGateConfig} from './config/config.js';

/** Origins of the sister sites; a config that all of them share names this one, too, which is none. */
export const sistersOf = ({sites = []}: Pick<ConsentGateConfig, 'sites'>): string[] =>
  sites.map((site) => new URL(site).origin).filter((sister) => sister !== location.origin);

/** Their names for visitors, as the owner has written them. */
export const namesOf = ({sites = []}: Pick<ConsentGateConfig, 'sites'>): string[] =>
  sites
    .filter((site) => new URL(site).origin !== location.origin)
    .map((site) => site.replace(/^https:\/+(www\.)?/i, '').replace(/[/?#].*/s, ''));
