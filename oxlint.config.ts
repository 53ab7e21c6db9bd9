import { defineConfig, type OxlintOverride } from 'oxlint'
import { rooms, type Room } from './scripts/lint/rooms.ts'

const environment = {
  object: 'process',
  property: 'env',
  message: 'Only action-kit, and programs, read the environment.',
}

const chanceAndTime = [
  {
    object: 'AbortSignal',
    property: 'timeout',
    message: 'It runs on the real clock: abort a controller from the global setTimeout.',
  },
  { object: 'Math', property: 'random', message: 'Take chance from node:crypto.' },
]

function restrictionsOf({ files, imports, globals }: Room): OxlintOverride {
  const paths = imports.flatMap(({ name, ...rest }) =>
    name === undefined ? [] : [{ name, ...rest }],
  )
  const patterns = imports.filter(({ name }) => name === undefined)
  const names = Object.entries(globals).map(([name, message]) => ({ name, message }))
  return {
    files: [...files],
    rules: {
      'eslint/no-restricted-imports': ['error', { paths, patterns }],
      'eslint/no-restricted-globals': ['error', ...names],
    },
  }
}

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'node', 'promise', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['dist/**', 'actions/*/build/**', 'packages/*/build/**'],
  rules: {
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/only-throw-error': 'error',
    'import/no-cycle': ['error', { ignoreTypes: true }],
    'unicorn/prefer-node-protocol': 'error',
    // A cast has its reason beside it; not every one can be proven.
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/no-unnecessary-type-parameters': 'off',
    // A small function is told where it is used.
    'unicorn/consistent-function-scoping': 'off',
    // Spreading a list on a line of its own keeps what belongs together in sight.
    'unicorn/no-useless-spread': 'off',
    'import/no-named-as-default-member': 'off',
    'eslint/no-underscore-dangle': 'off',
    'eslint/eqeqeq': 'error',
    'eslint/no-warning-comments': 'error',
    'eslint/max-lines': ['error', { max: 300 }],
    'eslint/max-lines-per-function': ['error', { max: 80 }],
    'eslint/max-params': ['error', { max: 3 }],
    'eslint/max-depth': ['error', { max: 3 }],
    'eslint/complexity': ['error', { max: 15, variant: 'modified' }],
  },
  overrides: [
    {
      files: ['{actions,packages}/*/src/**'],
      rules: {
        'eslint/no-console': 'error',
        'eslint/no-restricted-properties': ['error', environment, ...chanceAndTime],
      },
    },
    ...rooms.map(restrictionsOf),
    {
      // The one package that reads what GitHub's runner says.
      files: ['packages/action-kit/src/**'],
      rules: { 'eslint/no-restricted-properties': ['error', ...chanceAndTime] },
    },
    {
      // Programs, which are started by a person or by node itself.
      files: ['packages/{aws-simulator,local-runner}/src/**/{cli,demo,preload}.ts'],
      rules: { 'eslint/no-restricted-properties': 'off', 'eslint/no-console': 'off' },
    },
    {
      // Without types there is nothing that these rules could know.
      files: ['**/*.{js,mjs}'],
      rules: {
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-return': 'off',
        'typescript/no-unsafe-argument': 'off',
      },
    },
    {
      files: ['**/test/**', 'test/**'],
      rules: {
        'eslint/max-lines-per-function': 'off',
        // The columns of a table of cases are parameters, and vitest's matchers are typed any.
        'eslint/max-params': 'off',
        'typescript/no-unsafe-assignment': 'off',
      },
    },
  ],
})
