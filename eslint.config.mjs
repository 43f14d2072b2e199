import {basename} from 'node:path';
import js from '@eslint/js';
import {configs as lit} from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import {configs as wc} from 'eslint-plugin-wc';
import {defineConfig} from 'eslint/config';
import ts from 'typescript-eslint';

/** File names are kebab-case: `yandex-metrica.ts`, `record.test.ts`. */
const kebabCase = {
  create: (context) => ({
    Program(node) {
      const name = basename(context.filename);
      if (!/^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+$/.test(name)) {
        context.report({node, message: `"${name}": file names are kebab-case.`});
      }
    },
  }),
};

const onlyNamedExports = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: one thing, one name, everywhere.',
};

const fullSpecifiers = [
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
].map((kind) => ({
  selector: `${kind} > Literal.source[value=/^\\.(?!.*\\.(js|mjs|cjs|json)$)/]`,
  message: 'Write the extension: "./name.js". Browsers need it.',
}));

const noOnly = {
  selector:
    'MemberExpression[property.name="only"][object.name=/^(describe|context|suite|it|specify|test)$/], ' +
    'MemberExpression[property.name="only"][object.property.name="describe"]',
  message: '`.only` silently switches all other tests off.',
};

export default defineConfig(
  {ignores: ['dist', 'coverage', 'test-results', 'test/bench/node_modules']},
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  {
    files: ['**/*.{ts,mjs,js,cjs}'],
    extends: [js.configs.recommended],
    plugins: {house: {rules: {'kebab-case': kebabCase}}},
    rules: {
      'house/kebab-case': 'error',
      eqeqeq: ['error', 'always', {null: 'ignore'}],
      'no-eval': 'error',
      'no-restricted-syntax': ['error', noOnly],
      'no-var': 'error',
      // Pages, workers, node and stand-ins each have other globals; the tests run all of this code.
      'no-undef': 'off',
      'no-unused-vars': ['error', {caughtErrors: 'none', ignoreRestSiblings: true}],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['{src,test}/**/*.ts'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname},
    },
    rules: {
      // The compiler has noUnusedLocals and noUnusedParameters.
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
      // lit binds event handlers, and the objects of this house are closures: it found no mistake, only these.
      '@typescript-eslint/unbound-method': 'off',
      // `typeof import('…')` is how a loader's result is typed; the rest must be `import type`.
      '@typescript-eslint/consistent-type-imports': ['error', {disallowTypeAnnotations: false}],
      '@typescript-eslint/consistent-type-exports': 'error',
      // `import {type A}` would stay as an import for its side effects.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      'no-restricted-syntax': ['error', onlyNamedExports, ...fullSpecifiers, noOnly],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended']],
    plugins: {'lit-a11y': litA11y},
    rules: {
      ...litA11y.configs.recommended.rules,
      // It does not know that a native checkbox with role=switch has its state already.
      'lit-a11y/role-has-required-aria-attrs': 'off',
      // WebKit takes the role from a list without bullets: `<ul role="list">` gives it back.
      'lit-a11y/no-redundant-role': 'off',
      // It does not know delegation: the clicks come from native buttons within.
      'lit-a11y/click-events-have-key-events': 'off',
      'no-restricted-syntax': [
        'error',
        onlyNamedExports,
        ...fullSpecifiers,
        noOnly,
        {
          selector: 'TSEnumDeclaration',
          message: 'A union of string literals erases; an enum does not.',
        },
        {
          selector: 'TSModuleDeclaration[kind="namespace"]',
          message: 'A file is a namespace already.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // A promise given where none is awaited is no mistake in a test; one that floats is, and the rule for those stays.
      '@typescript-eslint/no-misused-promises': 'off',
      // What must not compile is tested too, and hostile input has no type.
      '@typescript-eslint/ban-ts-comment': ['error', {'ts-expect-error': false}],
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // `expect(…).to.be.true`
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['test/**/*.test.ts'],
    rules: {
      // The types of @open-wc/testing make every `.to.equal(…)` a promise. One is:
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-syntax': [
        'error',
        onlyNamedExports,
        ...fullSpecifiers,
        noOnly,
        {
          selector: 'ExpressionStatement > CallExpression[callee.property.name="accessible"]',
          message: '`accessible()` is a promise: await it.',
        },
      ],
    },
  },
  {
    // Tools want their configuration as a default export.
    files: ['test/e2e/playwright.config.ts'],
    rules: {'no-restricted-syntax': 'off'},
  },
);
