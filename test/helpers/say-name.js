// Loaded by tests of gated scripts: says the name in its own address, as a classic script.
globalThis.ran.push(new URL(document.currentScript.src).searchParams.get('name'));
