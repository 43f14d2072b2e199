import type {ConsentGateConfig} from './config.js';

/** A config that has been read, not checked: it may be any JSON. */
export interface ReadConfig {
  readonly text: string;
  /** Undefined where the text is no JSON. */
  readonly config: ConsentGateConfig | undefined;
}

/**
 * Reads JSON into objects without a prototype: nothing that a page does to `Object.prototype` reaches
 * a config, and `__proto__` is a key like any other. Never throws.
 * @param source JSON text, or the object itself
 */
export function readJson(source: unknown): ReadConfig {
  let text = '';
  let config: ConsentGateConfig | undefined;
  try {
    text = typeof source === 'string' ? source : String(JSON.stringify(source));
    config = JSON.parse(text, (_key, value: unknown) =>
      value instanceof Object && !Array.isArray(value)
        ? (Object.setPrototypeOf(value, null) as unknown)
        : value,
    ) as ConsentGateConfig;
  } catch {
    // `checkConfig` says so.
  }
  return {config, text};
}
