import type {ConsentGateConfig} from './config.js';

/** Any JSON, which should be the entry of a service. */
export type Mentioned = Readonly<Record<string, unknown>> | null | undefined;

/** A config that has been read, not checked: it may be any JSON. */
export interface ReadConfig {
  readonly text: string;
  /** Undefined where the text is no JSON. */
  readonly config: ConsentGateConfig | undefined;
  /** What stands where the entries of services do. */
  readonly mentioned: readonly Mentioned[];
  /** Who is told what is wrong with it: the console where nobody else is. */
  readonly say?: Pick<Console, 'error' | 'warn'>;
}

/**
 * Reads JSON into objects without a prototype: nothing that a page does to `Object.prototype` reaches
 * a config, and `__proto__` is a key like any other. Never throws.
 * @param source JSON text, or the object itself
 */
export function readJson(source: unknown): ReadConfig {
  let text = '';
  let config: ConsentGateConfig | undefined;
  let mentioned: readonly Mentioned[] = [];
  try {
    text = typeof source === 'string' ? source : String(JSON.stringify(source));
    config = JSON.parse(text, (_key, value: unknown) =>
      value instanceof Object && !Array.isArray(value)
        ? (Object.setPrototypeOf(value, null) as unknown)
        : value,
    ) as ConsentGateConfig;
    mentioned = Object.values(config.categories).flatMap(
      ({services}) => services as unknown as Mentioned[],
    );
  } catch {
    // `checkConfig` says so.
  }
  return {config, text, mentioned};
}
