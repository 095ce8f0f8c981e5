import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TYPESCRIPT = ['packages/*/src/**/*.ts', 'examples/**/*.ts'];
const TESTS = [
  ...['**/*.test.ts', '**/*.test.mjs', '**/*.test.support.ts'],
  'packages/*/src/testing/**',
];
const ELEMENTS = ['packages/elements/src/**/*.ts', 'packages/embed/src/**/*.ts'];

// What runs anywhere (browser, worker, Node) may not lean on one of them.
const PLACE_BOUND_GLOBALS = [
  ...['window', 'document', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage'],
  ...['HTMLElement', 'Element', 'customElements', 'indexedDB', 'XMLHttpRequest', 'alert'],
  ...['process', 'Buffer', 'global', 'require', '__dirname', '__filename'],
];

const NODE_GLOBALS = Object.getOwnPropertyNames(globalThis).filter((name) => /^[a-z]/i.test(name));
const PAGE_GLOBALS = [
  ...['window', 'document', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage'],
  ...['indexedDB', 'caches', 'customElements', 'getComputedStyle', 'matchMedia', 'getSelection'],
  ...['HTMLElement', 'Element', 'Node', 'ShadowRoot', 'MutationObserver', 'PerformanceObserver'],
  ...['Option', 'MouseEvent', 'KeyboardEvent', 'PointerEvent', 'CSSStyleSheet', 'DOMParser'],
  ...[
    'addEventListener',
    'requestAnimationFrame',
    'requestIdleCallback',
    'innerWidth',
    'innerHeight',
    'scrollTo',
  ],
];

const HOUSE_SYNTAX = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name: a default export gets another name in each file that imports it.',
  },
  {
    selector: 'ForInStatement',
    message: 'Use Object.keys: pages add enumerable properties to Object.prototype.',
  },
  { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
  {
    selector:
      ':matches(PropertyDefinition, MethodDefinition[kind!="constructor"])[accessibility="private"]',
    message: 'Use #private.',
  },
  {
    selector: 'TSParameterProperty',
    message: 'Declare the field and assign it: this compiles away to nothing.',
  },
  {
    selector: 'Decorator',
    message: 'Use static properties with declared fields: decorators cost bytes in each file.',
  },
];

/** What pages are known to replace or bend, and what is taken instead. */
const NATIVES = '@nafida/client/natives.js keeps what pages replace or bend';
const BENT_GLOBALS = [
  { name: 'fetch', message: `Use nativeFetch: ${NATIVES}.` },
  { name: 'structuredClone', message: `Use plainCopy: ${NATIVES}.` },
];
const BENT_PROPERTIES = [
  { object: 'JSON', property: 'stringify', message: `Use toJson: ${NATIVES}.` },
  { object: 'Array', property: 'from', message: 'Spread into an array: MooTools replaces this.' },
  ...['fetch', 'structuredClone'].flatMap((property) =>
    ['window', 'globalThis', 'self'].map((object) => ({
      object,
      property,
      message: `${NATIVES}.`,
    })),
  ),
];

const PLATFORM_CLOCK = {
  selector:
    'NewExpression[callee.property.name="DateTimeFormat"] Property[key.name="timeZone"]:not([value.value="UTC"])',
  message: 'Ask @nafida/contract/civil-time.js: what systems know of Morocco is often out of date.',
};

const ONLY_SOME_TESTS = {
  selector:
    'CallExpression[callee.property.name="only"][callee.object.name=/^(test|it|describe|suite)$/]',
  message: 'This would leave out the other tests.',
};

const NOT_AWAITED = {
  selector:
    'ExpressionStatement > CallExpression:matches([callee.property.name="accessible"], [callee.name=/^(press|type|click|hover|setViewport|emulateMedia)$/])',
  message: 'Await it: the test would end first.',
};

const ZOD_MINI = {
  name: 'zod',
  message: "Import * as z from 'zod/mini': classic zod is four times its size.",
};

/**
 * The floors of the house: a package imports only from those below it. Project references guard the
 * same; this says it in words, and also for code that TypeScript resolves through node_modules.
 *
 * @param {string} name folder of the package
 * @param {string[]} ours the packages of ours that it may import
 * @param {string[]} [theirs] regular expressions of what else it may not import
 */
function floor(name, ours, theirs = []) {
  const below = [...ours, name].join('|');
  return {
    files: [`packages/${name}/src/**/*.ts`],
    ignores: TESTS,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [ZOD_MINI],
          patterns: [
            { regex: `^@nafida/(?!(${below})(/|$))`, message: 'Imports go down the floors only.' },
            { regex: '/(src|dist)/', message: 'Import what the package exports, not its files.' },
            ...theirs.map((regex) => ({ regex, message: `@nafida/${name} must run without it.` })),
          ],
        },
      ],
    },
  };
}

const NODE = '^node:';
const LIT = '^lit($|/)|^@lit/';

export default defineConfig(
  globalIgnores(['**/dist/', '**/node_modules/', '.cache/', '.nafida/', 'coverage/', '**/*.d.ts']),
  // Their own compilers check them, with packages that are not installed here (tests/consumers).
  globalIgnores(['examples/frameworks/**/*.ts', 'packages/create-nafida/template/**/*.ts']),

  js.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-unused-vars': ['error', { ignoreRestSiblings: true, varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ...HOUSE_SYNTAX, PLATFORM_CLOCK],
    },
  },
  {
    files: ['packages/contract/src/time/platform-clock.ts', 'tests/calendar/parsers.mjs'],
    rules: { 'no-restricted-syntax': ['error', ...HOUSE_SYNTAX] },
  },

  {
    files: ['**/*.mjs'],
    ignores: ['packages/*/src/**'],
    languageOptions: { globals: readonly(NODE_GLOBALS) },
  },
  {
    // Functions handed to page.evaluate() run in the page.
    files: ['{tests,examples,packages/create-nafida/template}/**/*.{js,mjs}'],
    languageOptions: { globals: readonly([...NODE_GLOBALS, ...PAGE_GLOBALS]) },
  },
  // Tools prescribe a default export for their configuration.
  { files: ['**/*.config.mjs'], rules: { 'no-restricted-syntax': 'off' } },

  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // An interface gives an inferred type its name.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      // An AbortSignal's reason is whatever its owner chose.
      '@typescript-eslint/prefer-promise-reject-errors': [
        'error',
        { allowThrowingAny: true, allowThrowingUnknown: true },
      ],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      // An async function without await keeps a promised signature.
      '@typescript-eslint/require-await': 'off',
      // Methods are handed over where they need no `this`: context.after, a library's parse.
      '@typescript-eslint/unbound-method': 'off',
      // Templates and messages say numbers.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },

  {
    files: ['packages/**/*.{ts,mjs}', 'examples/**/*.{ts,mjs}'],
    // Migrations are a list that only grows.
    ignores: [...TESTS, '**/*.data.ts', 'packages/server/src/database/migrations.ts'],
    rules: { 'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }] },
  },

  {
    files: ELEMENTS,
    extends: [lit['flat/recommended'], wc['flat/best-practice'], litA11y.configs.recommended],
    languageOptions: { globals: {} },
    settings: { litHtmlSources: true, wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      'wc/guard-super-call': 'off', // LitElement has every callback
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-template-arrow': 'off',
      'lit/prefer-nothing': 'error',
      'lit/prefer-static-styles': 'error',
      'lit/value-after-constraints': 'error',
      // Safari drops the list of a <ul> without bullets unless its role is said.
      'lit-a11y/no-redundant-role': 'off',
      'no-restricted-properties': [
        'error',
        { object: 'document', property: 'cookie', message: 'We set no cookies.' },
        { object: 'document', property: 'write', message: 'The page is not ours.' },
        ...BENT_PROPERTIES,
      ],
    },
  },

  floor('contract', [], [NODE, LIT]),
  floor('territory', [], [NODE, LIT, '^zod']),
  floor('client', ['contract'], [NODE, LIT]),
  floor('elements', ['contract', 'territory', 'client'], [NODE, '^lit/decorators', '^zod']),
  floor('embed', ['contract', 'territory', 'client', 'elements'], [NODE, '^zod']),
  floor('server', ['contract', 'territory'], [LIT]),
  {
    // The first script of a page begins its reads at once, with the `fetch` of that moment.
    files: ['packages/{client,elements}/src/**/*.ts'],
    ignores: [...TESTS, 'packages/client/src/{natives,request/first-reads}.ts'],
    rules: { 'no-restricted-globals': ['error', ...BENT_GLOBALS] },
  },
  {
    files: ['packages/client/src/**/*.ts'],
    ignores: [...TESTS, 'packages/client/src/natives.ts'],
    rules: { 'no-restricted-properties': ['error', ...BENT_PROPERTIES] },
  },
  {
    files: ['packages/{contract,territory}/src/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-globals': [
        'error',
        ...PLACE_BOUND_GLOBALS.map((name) => ({ name, message: 'This package runs anywhere.' })),
      ],
    },
  },
  {
    // Its index brings the tables of all reads along: an element imports those that it reads, from `reads/`.
    files: ['packages/elements/src/**/*.ts'],
    ignores: TESTS,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@nafida/client',
              message: 'Import values from @nafida/client/core.js.',
              allowTypeImports: true,
            },
          ],
        },
      ],
    },
  },
  {
    // Examples and cross-package tests are users: published entry points only.
    files: ['examples/**', 'tests/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: 'packages/[^/]+/src/', message: 'Import what a user can.' }] },
      ],
    },
  },

  {
    files: TESTS,
    rules: {
      'no-restricted-syntax': ['error', ...HOUSE_SYNTAX, ONLY_SOME_TESTS],
      'no-restricted-properties': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      // chai asserts by reading a property.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      // Answers of a server are looked into without a type.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // A test may try markup that a page should not have.
      ...off(litA11y.configs.recommended.rules),
      ...off(lit['flat/recommended'].rules),
    },
  },
  {
    files: TESTS.filter((pattern) => pattern.endsWith('.ts')),
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.browser.test.ts'],
    rules: {
      // The types of @open-wc/testing call each assertion a promise.
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-syntax': ['error', ...HOUSE_SYNTAX, ONLY_SOME_TESTS, NOT_AWAITED],
    },
  },
);

function off(rules) {
  return Object.fromEntries(Object.keys(rules).map((rule) => [rule, 'off']));
}

function readonly(names) {
  return Object.fromEntries(names.map((name) => [name, 'readonly']));
}
