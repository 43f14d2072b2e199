import type {ConsentGateConfig, OwnServiceEntry} from '../config/config.js';
import {ownService} from './own-service.js';
import {register} from './register.js';
import type {Service, Settings} from './service.js';

/** A service on this site: how it works, and what the owner has set, one entry per counter. */
export interface HeldService {
  readonly service: Service;
  readonly category: string;
  readonly settings: readonly Settings[];
  /** Ids of its sub-questions on this site. */
  readonly parts: readonly string[];
}

/** Puts the entries of each category together by service: several counters share one question. */
export const holdServices = (categories: ConsentGateConfig['categories']): HeldService[] =>
  Object.entries(categories).flatMap(([category, {services = []}]) =>
    [...new Set(services.map((entry) => entry.service))].map((id) => {
      const own = services.filter((entry) => entry.service === id);
      const settings = own as unknown as Settings[];
      const service = register.get(id) ?? ownService(own[0] as OwnServiceEntry);
      const parts = settings.flatMap((entry) => service.parts?.(entry) ?? []);
      return {service, category, settings, parts: [...new Set(parts)]};
    }),
  );
