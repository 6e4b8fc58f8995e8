import { fileURLToPath } from 'node:url'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { kebabCaseFiles, layers, noAwaitInTransaction, noBareBoolean } from './eslint/rules.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const everywhere = [
  { selector: 'ExportAllDeclaration', message: 'No barrels: import the file itself, so that cycles show and nothing is dragged in.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only: one name everywhere, found by search.' },
  {
    selector: 'ClassDeclaration:not([superClass.name=/(Error|Component)$/])',
    message: 'No classes except errors (and React error boundaries): a type and functions.',
  },
  { selector: 'TSEnumDeclaration', message: 'No enums: a union of literals.' },
]

const clock = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now'], CallExpression[callee.name='Date']",
    message: 'shared/ has no clock: take the time as a parameter; electron/machine/clock.ts gives it.',
  },
  {
    selector: "NewExpression[callee.name='Date']:not([arguments.0.callee.property.name='UTC'])",
    message: 'shared/ has no clock and no time zone: take the time as a parameter, or count days with Date.UTC.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'shared/ has no randomness: take it as a parameter.',
  },
  {
    selector: 'MemberExpression[property.name=/^toLocale(String|DateString|TimeString|LowerCase|UpperCase)$/]',
    message: 'The outcome depends on the machine: shared/decimal/display.ts shows figures.',
  },
]

const page = [
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'No raw HTML in the page: text goes in as text.' },
  { selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]', message: 'No raw HTML in the page: text goes in as text.' },
]

const network = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
  name,
  message: 'The page talks only to its own origin, through renderer/api/client.ts.',
}))

export default defineConfig(
  { ignores: ['dist/', 'out/', 'node_modules/', '.cache/', 'test-results/', '**/*.js', '**/*.cjs', '**/*.mjs'] },
  {
    basePath: root,
    files: ['**/*.{ts,tsx}'],
    // A single program of all sources, because four programs take twice the time for the same results.
    languageOptions: { parser: tseslint.parser, parserOptions: { project: 'build/tsconfig/lint.json', tsconfigRootDir: root } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: {
      '@typescript-eslint': tseslint.plugin,
      xiaotong: {
        rules: {
          layers,
          'kebab-case-files': kebabCaseFiles,
          'no-await-in-transaction': noAwaitInTransaction,
          'no-bare-boolean': noBareBoolean,
        },
      },
    },
    rules: {
      'xiaotong/layers': 'error',
      'xiaotong/kebab-case-files': 'error',
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...everywhere],
    },
  },
  {
    files: ['shared/**'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...clock],
      'no-console': 'error',
    },
  },
  {
    files: ['renderer/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...page],
      'no-console': 'error',
      ...reactHooks.configs.flat.recommended.rules,
    },
  },
  // A walk over formulas names only the nodes and functions with a treatment of their own; `default` covers the others.
  {
    files: ['shared/formula/**'],
    rules: { '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }] },
  },
  {
    files: ['shared/**', 'electron/**', 'renderer/**'],
    rules: { 'xiaotong/no-bare-boolean': 'error' },
  },
  // A `describe` of a test is long, because a reader takes its scenes one after the other.
  { files: ['test/**', '.ci/**'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['electron/**'], rules: { 'xiaotong/no-await-in-transaction': 'error' } },
  { files: ['renderer/**'], ignores: ['renderer/api/**'], rules: { 'no-restricted-globals': ['error', ...network] } },
  {
    files: ['build/*.config.ts', '.ci/*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere.filter((rule) => rule.selector !== 'ExportDefaultDeclaration')] },
  },
)
