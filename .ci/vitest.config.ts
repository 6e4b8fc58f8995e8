import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Checks that need LibreOffice, Poppler or Chinese fonts (.ci/debian.sh), one file after another. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['.ci/checks/**/*.test.ts'],
    env: { TZ: 'Asia/Shanghai' },
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
