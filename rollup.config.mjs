import {readdirSync, readFileSync} from 'node:fs';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import MagicString from 'magic-string';
import {transformSync} from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';
import {minify} from 'terser';

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
const HINTED = /^consent-gate-ui\.js$/;

/** Squeezes the white space in html`` and css`` literals; the minifier leaves strings alone. */
const squeezeTemplates = {
  name: 'squeeze-templates',
  // Before bundling: afterwards lit's `html` has another name.
  transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id) || !/\b(html|css)`/.test(code)) return null;
    const text = new MagicString(code);
    const squeeze = {
      html: (part) =>
        part
          .replace(/\s+/g, ' ')
          .replace(/ ?\/?>/g, '>')
          .replace(/> </g, '><')
          .replace(/="([\w-]+)"/g, '=$1'),
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
          if (UNSUPPORTED.test(part)) this.error(`The script builds' lit cannot do this: ${part}`);
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
 * lit in the script builds: made of its readable build, which is the same code before it is minified,
 * without what no template of ours uses. Why, and what keeps it right: docs/decisions/012-lean-lit.md
 */
const LIT = [
  [
    /const (DEV_MODE|ENABLE_EXTRA_SECURITY_HOOKS|ENABLE_SHADYDOM_NOPATCH) = true;/g,
    'const $1 = false;',
  ],
  // A second `lit-html` policy on a page that has a lit already throws, unless the page allows duplicates.
  // Made for the first template: where it is not allowed, the bundle must not throw while it comes in.
  [
    /const policy = trustedTypes\s+\? trustedTypes\.createPolicy\('lit-html', (\{[^]*?\})\)\s+: undefined;/g,
    "let policy; const makePolicy = () => trustedTypes?.createPolicy('consent-gate-lit', $1);",
  ],
  [
    /return policy !== undefined\s+\? policy.createHTML\(stringFromTSA\)/g,
    'return (policy ??= makePolicy()) ? policy.createHTML(stringFromTSA)',
  ],
  // What is told to polyfills, and to another lit of the page.
  ['polyfillSupport?.(Template, ChildPart);', ''],
  [/\(global\.litHtmlVersions \?\?= \[\]\)\.push\(.*\);/g, ''],
  // Templates of SVG and MathML, and compiled ones.
  [/export const (svg|mathml) = .*;/g, ''],
  [/type === (SVG|MATHML)_RESULT/g, 'false'],
  ["typeof type === 'number'", 'true'],
  // Values in the text of <script>, <style>, <textarea> and <title>, and in comments.
  [/rawTextElement\.test\(.*?\)(?=\))/g, 'false'],
  [/if \(match\[COMMENT_START\][^]*?DYNAMIC_TAG_NAME\][^]*?(regex = tagEndRegex;)\s+\}/g, '$1'],
  ['/<(?:(!--|\\/[^a-zA-Z])|(\\/?[a-zA-Z][^>\\s]*)|(\\/?$))/g', '/<\\/?\\w+/g'],
  [
    /else if \(regex === doubleQuoteAttrEndRegex \|\|[^]*?(?=else \{\s+\/\/ Not one of the five)/g,
    '',
  ],
  [/rawTextEndRegex( \?\? | = undefined;)/g, ''],
  // Single quotes, and white space other than one space.
  [/match\[QUOTE_CHAR\] === '"'\s+\? (\w+)\s+: \w+/g, '$1'],
  ["|')|)", ')|)'],
  ['[ \\t\\n\\f\\r]`', ' `'],
  ['${SPACE_CHAR}*=${SPACE_CHAR}*', '='],
  ['[^ \\t\\n\\f\\r"\'\\`<>=]', '[^ ">]'],
  ['[^\\\\s"\'>=/]', '[^ >=/]'],
  // An attribute's value before `/>`: the squeezed templates have none.
  [/regex === tagEndRegex && strings\[i \+ 1\]\.startsWith\('\/>'\) \? ' ' : ''/g, "''"],
  [/ \+\s+end$/gm, ''],
  ['(attrNameEndIndex === -2 ? i : end)', "(attrNameEndIndex === -2 ? i : '')"],
  ['(i = node.data.indexOf(marker, i + 1)) !== -1', 'false'],
  // `?name=`
  ["m[1] === '?'", 'false'],
  // Options of `render`; listeners that are objects or have options.
  ['options?.creationScope ?? d', 'd'],
  ['this.options?.host ?? this.element', 'this.element'],
  [/options\?\.renderBefore \?\? /g, ''],
  ['this.options = options;', ''],
  [/, (this\.)?options( \?\? \{\})?\)/g, ')'],
  ["typeof this._$committedValue === 'function'", 'true'],
  [/ \|\|\s+newListener\.capture !==[^;]*/g, ''],
  // Directives, the place of an attribute that only they can stand in, and what only they look at.
  ['name.startsWith(marker)', 'false'],
  ['templatePart.type === ELEMENT_PART', 'false'],
  [/resolveDirective\(this, (.*?)(, directiveParent(, \w)?)?\)/g, '$1'],
  [/\w+ === noChange/g, 'false'],
  [/ && \w+ !== noChange/g, ''],
  [/get (_\$isConnected|parentNode|startNode|endNode|tagName)\(\) \{[^]*?\n {4}\}/g, ''],
  [/setConnected\(isConnected\) \{[^]*?\n {4}\}/g, ''],
  ['this._$notifyConnectionChanged?.(false, true, from);', ''],
  ['this._$parent = parent;', ''],
  [/this\.(type|_\$disconnectableChildren|__isConnected) = .*;/g, ''],
  // What is left of constructors, of a way to wrap nodes, and a message for who fakes a template.
  [/constructor\(.*\) \{\s+super\([^]*?\n {4}\}/g, ''],
  [/\bwrap\(/g, '('],
  ['new Error(message)', 'new Error()'],
];
/** In a template before a value: what needs one of the above. */
const UNSUPPORTED = /<!--|<(script|style|textarea|title)\b|\s\?[\w-]+=$/;
const leanLit = {
  name: 'lean-lit',
  resolveId(source) {
    if (/^lit\/(async-)?directive/.test(source)) this.error(`The script builds have no ${source}.`);
  },
  load(id) {
    const file = 'lit-html/lit-html.js';
    if (!id.endsWith(file)) return null;
    let code = readFileSync(id.replace(file, 'lit-html/development/lit-html.js'), 'utf8');
    for (const [what, instead] of LIT) {
      const lean = code.replaceAll(what, instead);
      if (lean === code) this.error(`lit has changed, there is no ${what}: see LIT in this file.`);
      code = lean;
    }
    return {code, map: null};
  },
};

/** Rules by which privacy tools know us: data that no script of ours needs, so it is copied as it is. */
const privacyTools = {
  name: 'privacy-tools',
  generateBundle() {
    for (const file of readdirSync('src/privacy-tools')) {
      const source = readFileSync(`src/privacy-tools/${file}`);
      this.emitFile({type: 'asset', fileName: `privacy-tools/${file}`, source});
    }
  },
};

const COMMENTS = /^(! consent-gate|# allFunctions)/;

/**
 * Names of variables in the files that have a budget, shortest first. Which letter is which makes half a percent
 * once a file is compressed; the orders were found by trying, with test/setup/find-letters.mjs.
 */
const LETTERS = {
  core: 'dgnfbltoveDmWrC$xSwyjkhuqZVaYHsUcQKP_zIEiOTXJABpFRNLGM',
  ui: 'ntpgmQf$RNjArPqCIikTubchBxolSXeGMEKUvasLFZHJwy_zYdWDVO',
};
/** The nth of the names that these letters make: all of one letter, then all of two, and so on. */
export const nameOf = (n, letters) => {
  let name = '';
  for (let rest = n; rest >= 0; rest = Math.floor(rest / letters.length) - 1) {
    name += letters[rest % letters.length];
  }
  return name;
};
const inOrder = (letters) => ({
  get: (n) => (process.env.NUMBERED_NAMES ? `Z_${n}_Z` : nameOf(n, letters)),
  consider() {},
  reset() {},
  sort() {},
});

/** In this thread: a pool of workers for each of forty small files costs more than it saves. */
const terser = (options) => ({
  name: 'terser',
  async renderChunk(code, chunk, {sourcemap}) {
    const {code: short, map} = await minify(code, {...options, sourceMap: !!sourcemap});
    return {code: short, map: map && JSON.parse(map)};
  },
});

const shorten = (format) =>
  terser({
    ecma: 2022,
    compress: {
      passes: 6,
      keep_fargs: false,
      negate_iife: false,
      pure_getters: true,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_methods: true,
      hoist_funs: true,
      // Measured: without these the files are smaller once compressed.
      hoist_props: false,
      comparisons: false,
      lhs_constants: false,
      inline: 1,
      // An IIFE's top level is its own; `module` would take it for unused there.
      toplevel: true,
    },
    mangle: false,
    module: format === 'es',
    format: {comments: COMMENTS},
  });

/** Names that vendors' scripts know, such as `_tmr`. */
const VENDORS = readdirSync('src/services', {recursive: true})
  .filter((file) => file.endsWith('.ts'))
  .flatMap(
    (file) => readFileSync(`src/services/${file}`, 'utf8').match(/\b_{1,2}[a-zA-Z]\w*/g) ?? [],
  )
  .concat('__proto__');
const rename = (format, names) =>
  terser({
    ecma: 2022,
    compress: false,
    mangle: {
      // lit's own private names; of ours only what vendors look for begins like this.
      properties: {regex: /^_[_$a-z]/, reserved: VENDORS},
      ...(names && {nth_identifier: inOrder(LETTERS[names])}),
    },
    module: format === 'es',
    // ASCII only: a page in windows-1251 reads a classic script in its own encoding. Modules are UTF-8.
    format: {comments: COMMENTS, ascii_only: format !== 'es'},
  });

/** One word for all variables: TypeScript has seen to it that no constant changes, and the files are smaller. */
const letAlone = {
  name: 'let-alone',
  renderChunk(code) {
    const text = new MagicString(code);
    const visit = (node, before) => {
      if (!node || typeof node !== 'object') return;
      if (Array.isArray(node)) return node.forEach((item, i) => visit(item, node[i - 1]));
      // js-cookie's `var` stays.
      if (/^(let|const)$/.test(node.kind)) {
        if (/^(let|const)$/.test(before?.kind))
          text.update(before.end - 1, node.declarations[0].start, ',');
        else text.update(node.start, node.declarations[0].start, 'let ');
      }
      Object.values(node).forEach((value) => visit(value));
    };
    visit(this.parse(code).body);
    return {code: text.toString(), map: text.generateMap({hires: true})};
  },
};

/**
 * Properties by which our own files know each other's objects: the script builds call them by one
 * letter. No name of the config, the API, an event, a message, the browser, or a group of a regular expression.
 */
const INTERNAL = `
  opening allowed answer answerAs answering asks begin changed configured disable early folder follow free frozen gate guard hashTexts
  held insertScript isCurrent jar load markupGate offer parts privacySignal questions refuse
  refused restore revision seen store show subQuestions traces trusted update writing written mentioned coming prepare ahead
`
  .trim()
  .split(/\s+/);
/** What the files that are fetched hand to who has fetched them. */
const EXPORTS = `
  answered createAttendant createPreferences endRunning hideChoice holdMarkup isValid keepDecision makeReceipt removeChoice
  showChoice showNotice sweepServices fetchConfig showDebug deliverRecords arrived showDevice arrive withSisters carryAnswers showAnnouncement
`
  .trim()
  .split(/\s+/);
/** As LETTERS. Neither `a` nor `l`: those are Metrica's; nor `y` and `n`, which a page is likeliest to have on a prototype. */
const PROPERTIES = {
  internal: '_NIfXMidsGptxEUScJQqYHoRWvjbAZeBhkKCwVrmOguFzLDPT$',
  // A module has nothing else, so its letters may be those of others.
  exports: 'x_ZvekmsfugOVzpthFPoriCwQSMT$NKGjUREdbYBDqXJHAILWc',
};
const lettered = (names, kind) =>
  names.map((name, i) => [
    name,
    process.env.NUMBERED_NAMES === 'core' ? `Z_${kind}${i}_Z` : PROPERTIES[kind][i],
  ]);
const SHORT = Object.fromEntries([
  ...lettered(INTERNAL, 'internal'),
  ...lettered(EXPORTS, 'exports'),
]);

/** Gives the exports of a file that is fetched their letters; everybody else reads them as properties. */
const shortExports = {
  name: 'short-exports',
  transform(code, id) {
    if (
      !/\/src\/(ui|keeping|preferences|notice|attendant|hold-markup|remote-config|debug|receipt|records|device|beside|announcement)\.ts$/.test(
        id,
      )
    )
      return null;
    const text = new MagicString(code);
    for (const {type, declaration, specifiers, start} of this.parse(code).body) {
      if (type !== 'ExportNamedDeclaration') continue;
      for (const {exported, local, end} of specifiers) {
        text.overwrite(local.start, end, `${local.name} as ${SHORT[exported.name]}`);
      }
      if (!declaration) continue;
      const {name} = declaration.id ?? declaration.declarations[0].id;
      text.remove(start, declaration.start).append(`\nexport {${name} as ${SHORT[name]}};`);
    }
    return {code: text.toString(), map: text.generateMap({hires: true})};
  },
};

const plugins = (more = {}) => [
  leanLit,
  nodeResolve({exportConditions: ['production']}),
  esbuild({target: 'es2022', tsconfig: './tsconfig.json', ...more}),
  squeezeTemplates,
];
const forScripts = [
  ...plugins({
    mangleProps: new RegExp(`^(${[...INTERNAL, ...EXPORTS].join('|')})$`),
    mangleCache: SHORT,
  }),
  shortExports,
];
const output = ({names, ...more}) => ({
  // A map that lies beside a file is not named in it: its address would be a two-hundredth of what a page loads.
  sourcemap: 'hidden',
  banner: (chunk) =>
    [HINTED.test(chunk.fileName) ? COMPILE_HINT : '', notice(chunk)].join('\n').trim(),
  plugins: [shorten(more.format), rename(more.format, names), letAlone],
  ...more,
});

/** Words only: a source map would show nothing, and its address is a twentieth of the file. */
const words = (input, name) => ({
  input,
  plugins: forScripts,
  output: output({file: `dist/consent-gate-${name}.js`, format: 'es', sourcemap: false}),
});

const {hash} = await import(
  `data:text/javascript,${encodeURIComponent(transformSync(readFileSync('src/decision/hash.ts', 'utf8'), {loader: 'ts'}).code)}`
);
/** A service's file is named by a hash of its id, as src/fetch-services.ts has it. */
export const serviceFile = (id) => `service-${hash(id, 4)}`;
/** What a policy has to let pass no page reads. */
const withoutCsp = {
  name: 'without-csp',
  transform: (code, id) =>
    /\/catalogue\/[\w-]+\.ts$/.test(id)
      ? {code: code.replace('export const csp', 'const csp'), map: null}
      : null,
};
/** @param more what stands behind the id, where its entry asks for more than the core has */
const service = (file, more = '') => {
  const id = /([\w-]+)\.ts$/.exec(file)[1] + more;
  const made = words(file, serviceFile(id));
  return {...made, plugins: [...made.plugins, withoutCsp]};
};

/** In the one file the texts of the other languages are nobody's, nor is the overlay: it fetches them (src/bundle.ts). */
const forVisitors = {
  name: 'for-visitors',
  load: (id) =>
    /\/src\/(locales\/((policy|device)\/)?(?!en|ru)[a-z]{2}|debug)\.ts$/.test(id)
      ? 'export {}'
      : null,
};

export default [
  // For import: dependencies stay bare, the site's bundler shares its lit.
  {
    // The command line, too: it checks a config with the very files that a page does.
    input: ['src/index.ts', 'src/cli/cli.ts'],
    external: /^(lit|js-cookie)(\/|$)|^node:/,
    plugins: [...plugins(), privacyTools],
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
    output: output({
      file: 'dist/consent-gate.js',
      format: 'iife',
      names: 'core',
      // TypeScript has made sure of what strict mode would find.
      strict: false,
      generatedCode: {arrowFunctions: true},
    }),
  },
  {
    // What an entry shares with its own lazy chunk stays in the entry: no extra request.
    preserveEntrySignatures: 'allow-extension',
    input: {ui: 'src/ui.ts'},
    plugins: forScripts,
    output: output({
      dir: 'dist',
      format: 'es',
      names: 'ui',
      entryFileNames: 'consent-gate-[name].js',
      chunkFileNames: 'consent-gate-[name].js',
    }),
  },
  // Apart from the others, so that nothing is shared and each comes with one request.
  {
    input: 'src/keeping.ts',
    plugins: forScripts,
    output: output({file: 'dist/consent-gate-keeping.js', format: 'es', names: 'ui'}),
  },
  {
    input: 'src/hold-markup.ts',
    plugins: forScripts,
    output: output({file: 'dist/consent-gate-markup.js', format: 'es'}),
  },
  {
    input: 'src/remote-config.ts',
    plugins: forScripts,
    output: output({file: 'dist/consent-gate-remote.js', format: 'es'}),
  },
  {
    // With its own copy of what the UI has too: a visitor who has said no to an embed needs nothing of the banner.
    input: 'src/embed.ts',
    plugins: forScripts,
    output: output({file: 'dist/consent-gate-embed.js', format: 'es'}),
  },
  {
    // For who wants a receipt, and for sites that have each choice sent to them.
    input: 'src/receipt.ts',
    plugins: forScripts,
    output: output({file: 'dist/consent-gate-receipt.js', format: 'es'}),
  },
  {
    input: 'src/records.ts',
    plugins: forScripts,
    output: output({file: 'dist/consent-gate-records.js', format: 'es'}),
  },
  {
    // For who opens the preferences, and comes to their end.
    input: 'src/device.ts',
    plugins: forScripts,
    output: output({file: 'dist/consent-gate-device.js', format: 'es'}),
  },
  {
    // Once a version of the policy.
    input: 'src/announcement.ts',
    plugins: forScripts,
    output: output({file: 'dist/consent-gate-announcement.js', format: 'es'}),
  },
  {
    // For the page with the policy.
    input: 'src/policy.ts',
    plugins: forScripts,
    output: output({file: 'dist/consent-gate-policy.js', format: 'es'}),
  },
  {
    // Where the site has sisters.
    input: 'src/beside.ts',
    plugins: forScripts,
    output: output({file: 'dist/consent-gate-beside.js', format: 'es'}),
  },
  {
    // For who builds the site.
    input: 'src/debug.ts',
    plugins: forScripts,
    output: output({file: 'dist/consent-gate-debug.js', format: 'es'}),
  },
  ...readdirSync('src/locales')
    .flatMap((file) => /^([a-z]{2}(?:-[A-Z]{2})?)\.ts$/.exec(file)?.[1] ?? [])
    .map((language) => words(`src/locales/${language}.ts`, `locale-${language}`)),
  ...['policy', 'device'].flatMap((kind) =>
    readdirSync(`src/locales/${kind}`)
      .flatMap((file) => /^([a-z]{2})\.ts$/.exec(file)?.[1] ?? [])
      .map((language) => words(`src/locales/${kind}/${language}.ts`, `${kind}-${language}`)),
  ),
  ...readdirSync('src/services/details')
    .sort()
    .map((file, i) => words(`src/services/details/${file}`, `details-${i}`)),
  ...readdirSync('src/services/catalogue').map((file) => service(`src/services/catalogue/${file}`)),
  ...readdirSync('src/services/extended').map((file) =>
    service(`src/services/extended/${file}`, '+'),
  ),
  service('src/services/own.ts'),
  // The same in one file.
  {
    input: 'src/bundle.ts',
    plugins: [forVisitors, ...forScripts],
    output: output({
      file: 'dist/consent-gate.bundle.js',
      format: 'iife',
      inlineDynamicImports: true,
    }),
  },
];
