import type {ConsentGate} from '../../src/api.js';
import {isValid} from '../../src/check.js';
import type {Layer} from '../../src/decision/choice.js';
import {fetchModule, type Fetch, type Modules} from '../../src/modules.js';
import {startOnce} from '../../src/start.js';

/** A started gate without a UI: what would be shown is written down. */
export interface Started {
  readonly gate: ConsentGate;
  /** Layers that the UI was told to show, in order, and `hide` and `remove`. */
  readonly shown: (Layer | 'hide' | 'remove')[];
  /** Names of the modules that were fetched, in order. */
  readonly fetched: string[];
  /** Resolves when every file that was asked for has come: an answer is written even after a stop. */
  readonly arrived: () => Promise<unknown>;
}

export interface StartOptions {
  readonly scriptHosts?: readonly string[];
  /** Modules that cannot be fetched. */
  readonly missing?: readonly (keyof Modules)[];
}

/** Starts a gate in this page; with a fake UI, so that a test needs no screen. */
export function started(source: unknown, {scriptHosts, missing = []}: StartOptions = {}): Started {
  const shown: Started['shown'] = [];
  const fetched: string[] = [];
  const coming: Promise<unknown>[] = [];
  const ui = {
    isValid,
    showChoice: async (_site: unknown, layer: Layer) => void shown.push(layer),
    hideChoice: () => void shown.push('hide'),
    removeChoice: () => void shown.push('remove'),
  };
  const fetch = (async (name: keyof Modules) => {
    fetched.push(name);
    if (missing.includes(name)) throw new TypeError(`Failed to fetch ${name}`);
    const module = name === 'ui' ? Promise.resolve(ui) : fetchModule(name);
    coming.push(module);
    return await module;
  }) as unknown as Fetch;
  const {gate, begin} = startOnce(fetch);
  begin?.(source, scriptHosts);
  return {gate, shown, fetched, arrived: () => Promise.allSettled(coming)};
}

/** Resolves at the next event of this type on the document. */
export const nextEvent = <Type extends keyof DocumentEventMap>(
  type: Type,
): Promise<DocumentEventMap[Type]> =>
  new Promise((resolve) =>
    document.addEventListener(type, (event) => resolve(event), {once: true}),
  );
