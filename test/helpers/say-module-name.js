// Loaded by tests of gated scripts: says the name in its own address, as a module.
globalThis.ran.push(new URL(import.meta.url).searchParams.get('name'));
