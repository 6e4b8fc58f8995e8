import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/**
 * Two projects in one run: everything in Node; then the tests in a real Chromium, for which the page is built first, and where
 * each file has a host, a folder and a browser of its own. Times are pinned to the users' time zone.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    env: { TZ: 'Asia/Shanghai' },
    pool: 'forks',
    // The test files of a worker share its modules, so a module must keep nothing from one test to the next
    // (`npm test -- --sequence.shuffle.files` tries another order).
    isolate: false,
    // Of two cores the default would use one.
    maxWorkers: '100%',
    // Machines that others use too stand still now and then; a test that hangs is ended all the same.
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
