import { defineConfig } from 'vitest/config'

/** Everything that needs nothing but Node: unit, flow, contract, bundle and e2e tests. */
export default defineConfig({
  ssr: { resolve: { conditions: ['source', 'node', 'import', 'default'] } },
  test: {
    include: [
      '{actions,packages}/*/test/**/*.test.ts',
      'test/{contract,bundle,bench,release,e2e}/**/*.test.ts',
    ],
    testTimeout: 20_000,
    // By default one core stays idle, which on a runner of two is half of them.
    maxWorkers: '100%',
  },
})
