import {readFileSync} from 'node:fs';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import MagicString from 'magic-string';
import esbuild from 'rollup-plugin-esbuild';

const {name, version} = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const BUNDLED = {
  'node_modules/js-cookie/': 'js-cookie (MIT)',
  'node_modules/lit-html/': 'lit (BSD-3-Clause, Google LLC)',
};

/** Names the third-party code in a file, as its licences ask; nothing where there is none. */
const notice = ({moduleIds}) => {
  const bundled = Object.keys(BUNDLED).filter((path) => moduleIds.some((id) => id.includes(path)));
  return bundled.length
    ? `/*! ${name} ${version} | MIT | includes ${bundled.map((path) => BUNDLED[path]).join(' and ')} */`
    : '';
};

/**
 * Has V8 compile all functions of a file while it arrives, off the main thread: of what a first visit
 * waits for nearly all are called at once. A third less script time on a slowed CPU; other engines see a comment.
 * https://v8.dev/blog/explicit-compile-hints
 */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad';
const HINTED = /^consent-gate(-ui)?\.js$/;

/** Squeezes the white space in html`` and css`` literals; the minifier leaves strings alone. */
const squeezeTemplates = {
  name: 'squeeze-templates',
  // Before bundling: afterwards lit's `html` has another name.
  transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id) || !/\b(html|css)`/.test(code)) return null;
    const text = new MagicString(code);
    const squeeze = {
      html: (part) => part.replace(/\s+/g, ' ').replace(/> </g, '><'),
      css: (part) =>
        part
          .replace(/\/\*.*?\*\//gs, '')
          .replace(/\s+/g, ' ')
          .replace(/\s*([{};,>])\s*/g, '$1')
          .replace(/:\s+/g, ':')
          .replace(/\b0(?=\.\d)/g, '')
          .replace(/;}/g, '}'),
    };
    const visit = (node) => {
      if (!node || typeof node.type !== 'string') return;
      if (node.type === 'TaggedTemplateExpression' && squeeze[node.tag.name]) {
        const parts = node.quasi.quasis;
        parts.forEach(({start, end}, i) => {
          let part = squeeze[node.tag.name](code.slice(start, end));
          if (i === 0) part = part.trimStart();
          if (i === parts.length - 1) part = part.trimEnd();
          if (end > start) text.update(start, end, part);
        });
        // `css` says only what the text is; there is no backslash in it.
        if (node.tag.name === 'css') text.remove(node.tag.start, node.tag.end);
      }
      for (const value of Object.values(node)) {
        if (Array.isArray(value)) value.forEach(visit);
        else if (value && typeof value === 'object') visit(value);
      }
    };
    visit(this.parse(code));
    return {code: text.toString(), map: text.generateMap({hires: true})};
  },
};

/**
 * Gives the copy of lit in the script builds a Trusted Types policy of its own: a second `lit-html`
 * policy on a page that has a lit already throws, unless the page allows duplicates.
 */
const renameLitPolicy = {
  name: 'rename-lit-policy',
  renderChunk(code) {
    const at = code.indexOf('"lit-html"') >= 0 ? '"lit-html"' : "'lit-html'";
    if (!code.includes(`createPolicy(${at}`)) return null;
    return {code: code.replace(`createPolicy(${at}`, 'createPolicy("consent-gate-lit"'), map: null};
  },
};

const minify = (format) =>
  terser({
    ecma: 2022,
    compress: {
      passes: 6,
      keep_fargs: false,
      negate_iife: false,
      pure_getters: true,
      unsafe: true,
      unsafe_arrows: true,
      hoist_funs: true,
      // Measured: without these the files are smaller once compressed.
      hoist_props: false,
      comparisons: false,
      inline: 1,
      // An IIFE's top level is its own; `module` would take it for unused there.
      toplevel: true,
    },
    module: format === 'es',
    // ASCII only: a page in windows-1251 reads a classic script in its own encoding. Modules are UTF-8.
    format: {comments: /^(! consent-gate|# allFunctions)/, ascii_only: format !== 'es'},
  });
/**
 * Properties by which our own files know each other's objects: the script builds call them by one
 * letter. No name of the config, the API, an event, a message, a module's export or the browser.
 */
const INTERNAL = [
  ...['answerAs', 'asks', 'begin', 'changed', 'follow', 'guard', 'held', 'insertScript'],
  ...['isCurrent', 'jar', 'offer', 'parts', 'privacySignal', 'questions', 'refused', 'restore'],
  ...['revision', 'seen', 'store', 'subQuestions', 'textHash', 'watchRoutes'],
];
const SHORT = Object.fromEntries(
  // Neither `a` nor `l`: those are Metrica's.
  INTERNAL.map((name, i) => [name, 'bcdefghijkmnopqrstuvwxyzABCDEFG'[i]]),
);

const plugins = (more = {}) => [
  nodeResolve({exportConditions: ['production']}),
  esbuild({target: 'es2022', tsconfig: './tsconfig.json', ...more}),
  squeezeTemplates,
];
const forScripts = plugins({
  mangleProps: new RegExp(`^(${INTERNAL.join('|')})$`),
  mangleCache: SHORT,
});
const output = (more) => ({
  sourcemap: true,
  banner: (chunk) =>
    [HINTED.test(chunk.fileName) ? COMPILE_HINT : '', notice(chunk)].join('\n').trim(),
  plugins: [renameLitPolicy, minify(more.format)],
  ...more,
});

export default [
  // For import: dependencies stay bare, the site's bundler shares its lit.
  {
    input: 'src/index.ts',
    external: /^(lit|js-cookie)(\/|$)/,
    plugins: plugins(),
    output: {
      dir: 'dist',
      format: 'es',
      sourcemap: true,
      preserveModules: true,
      preserveModulesRoot: 'src',
      entryFileNames: '[name].js',
    },
  },
  // For <script>: the core alone; the rest is fetched from beside it.
  {
    input: 'src/script.ts',
    plugins: forScripts,
    output: output({file: 'dist/consent-gate.js', format: 'iife'}),
  },
  {
    // What an entry shares with its own lazy chunk stays in the entry: no extra request.
    preserveEntrySignatures: 'allow-extension',
    input: {
      ui: 'src/ui.ts',
      keeping: 'src/keeping.ts',
      routes: 'src/browser/routes.ts',
      'locale-en': 'src/locales/en.ts',
      'locale-ru': 'src/locales/ru.ts',
    },
    plugins: forScripts,
    output: output({
      dir: 'dist',
      format: 'es',
      entryFileNames: 'consent-gate-[name].js',
      chunkFileNames: 'consent-gate-[name].js',
    }),
  },
  // Apart from the others, so that nothing is shared and it comes with one request.
  {
    input: 'src/gates/gated-script.ts',
    plugins: forScripts,
    output: output({file: 'dist/consent-gate-scripts.js', format: 'es'}),
  },
  // The same in one file.
  {
    input: 'src/bundle.ts',
    plugins: forScripts,
    output: output({
      file: 'dist/consent-gate.bundle.js',
      format: 'iife',
      inlineDynamicImports: true,
    }),
  },
];
