import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/**
 * Two projects in one run: first the tests in Node, then the tests in a real Chromium. The page is built before the tests in
 * Chromium; each file there has its own host, folder and browser. The time zone is the users'.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    env: { TZ: 'Asia/Shanghai' },
    pool: 'forks',
    // The test files of a worker share its modules, so a module must keep nothing from one test to the next
    // (`npm test -- --sequence.shuffle.files` tries another order).
    isolate: false,
    // All cores, because the default uses only one of two.
    maxWorkers: '100%',
    // Long limits, because a shared machine may stand still for a while; a hanging test still ends.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 120_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'node', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/browser/**'], sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/build-page.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
