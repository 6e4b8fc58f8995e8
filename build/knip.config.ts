import type { KnipConfig } from 'knip'

/**
 * Unused files, exports and packages. The entries and folders with `!` are the product and its build: `knip --production` sees only these,
 * and so finds the code that only tests use.
 */
const config: KnipConfig = {
  entry: [
    'electron/{main,browser-host,cli,corpus}.ts!',
    'electron/workbook/{read-return/reader-worker,corpus/corpus-worker}.ts!',
    // The contract's table of contents, which tests walk.
    'shared/api/routes.ts!',
    'build/{check,page,start,dev,pack,bundle-node,typecheck,report-templates}.ts!',
    'build/bench/*.ts!',
    'build/eslint/rules.ts!',
    'build/*.config.{ts,js}!',
    '.ci/**/*.ts',
  ],
  project: ['{shared,electron,renderer,build}/**/*.{ts,tsx}!', '{test,.ci}/**/*.{ts,tsx}'],
  // A function that its file uses may be exported for the file's own test.
  ignoreExportsUsedInFile: process.argv.includes('--production'),
  eslint: { config: 'build/eslint.config.js' },
  vite: { config: 'build/vite.config.ts' },
  vitest: { config: 'build/vitest.config.ts', entry: 'test/**/*.test.{ts,tsx}' },
  // Chromium is imported by a name held in a variable (electron/loopback/find-browser.ts); no page draws a chart yet.
  ignoreDependencies: ['@sparticuz/chromium', 'echarts'],
  // Programs of the system that .ci/debian.sh installs.
  ignoreBinaries: ['soffice', 'pdftotext', 'pdffonts'],
}

export default config
