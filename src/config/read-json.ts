import type {ConsentGateConfig} from './config.js';

/** A config that has been read, not checked. */
export interface ReadConfig {
  readonly text: string;
  /** Undefined where the text is no JSON object. */
  readonly config: ConsentGateConfig | undefined;
}

/**
 * Reads JSON into objects without a prototype: nothing that a page does to `Object.prototype` reaches
 * a config, and `__proto__` is a key like any other. Never throws.
 * @param source JSON text, or the object itself
 */
export function readJson(source: unknown): ReadConfig {
  let text = '';
  try {
    text = typeof source === 'string' ? source : JSON.stringify(source);
    const config = JSON.parse(text, (_key, value: unknown) =>
      value instanceof Object && !Array.isArray(value)
        ? (Object.assign(Object.create(null) as object, value) as unknown)
        : value,
    ) as unknown;
    if (config && typeof config === 'object') return {text, config: config as ConsentGateConfig};
  } catch {
    // `checkConfig` says so.
  }
  return {text, config: undefined};
}
