import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { judgeFileImport, judgePackageImport, packageOf } from '../../build/eslint/layer-table.ts'
import { codeOf, importsOf, shippedSources, textOf } from './repository.ts'

function judge(from: string, specifier: string): string | null {
  return specifier.startsWith('.')
    ? judgeFileImport(from, posix.join(posix.dirname(from), specifier.split('?')[0] ?? ''))
    : judgePackageImport(from, specifier)
}

test('every import goes in a direction that the house allows', () => {
  const wrong = shippedSources().flatMap((from) =>
    importsOf(from).flatMap((specifier) => {
      const message = judge(from, specifier)
      return message === null ? [] : [`${from} imports ${specifier}: ${message}`]
    }),
  )
  expect(wrong).toEqual([])
})

test('exactly one file imports electron', () => {
  expect(shippedSources().filter((path) => importsOf(path).includes('electron'))).toEqual(['electron/main.ts'])
})

test('what electron/ imports ships with it; what only the page needs is bundled into the page', () => {
  const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: Record<string, string> }
  const used = new Set(
    shippedSources()
      .filter((path) => path.startsWith('electron/') || path.startsWith('shared/'))
      .flatMap(importsOf)
      .filter((specifier) => !/^(\.|node:)/.test(specifier))
      .map(packageOf),
  )
  // Electron is the runtime itself; SheetJS is a second reader for `npm run corpus`, which does not ship.
  for (const name of ['electron', '@e965/xlsx']) used.delete(name)
  expect([...used].sort()).toEqual(Object.keys(dependencies).sort())
})

test('no barrels and no default exports: a name leads to its file', () => {
  const found = shippedSources().filter((path) => /^\s*export (\*|default\b)/m.test(codeOf(path)))
  expect(found).toEqual([])
})

test('each environment is compiled with only what it may see', () => {
  const options = (name: string): { lib: string[]; types: string[] } =>
    (JSON.parse(textOf(`build/tsconfig/${name}.json`)) as { compilerOptions: { lib: string[]; types: string[] } }).compilerOptions
  expect(options('shared')).toMatchObject({ lib: ['ES2023'], types: [] })
  expect(options('electron').lib).not.toContain('DOM')
  expect(options('renderer').types).not.toContain('node')
})

describe('the table refuses', () => {
  test.each([
    ['shared/scheme/cells.ts', 'shared/check/run-checks.ts', 'stands before'],
    ['shared/decimal/decimal.ts', 'electron/store/db.ts', 'pure'],
    ['shared/new-folder/x.ts', 'shared/words.ts', 'no place yet'],
    ['shared/formula/functions/sum.ts', 'shared/formula/run/compile.ts', 'stands before'],
    ['shared/formula/new-room/x.ts', 'shared/formula/bound/bound.ts', 'no place yet'],
    ['electron/store/facts.ts', 'electron/workbook/manifest.ts', 'joins them'],
    ['electron/routes/filing.ts', 'electron/store/facts.ts', 'calls a service'],
    ['electron/services/fill.ts', 'electron/routes/body.ts', 'may import only'],
    ['electron/machine/log.ts', 'electron/store/db.ts', 'shared/'],
    ['electron/cli.ts', 'electron/store/db.ts', 'may import only'],
    ['renderer/app.tsx', 'electron/compose.ts', 'renderer/api/client.ts'],
    ['electron/compose.ts', 'renderer/app.tsx', 'never imports the page'],
    ['electron/workbook/xlsx/book.ts', 'electron/workbook/read-return/axes.ts', 'knows nothing of'],
    ['electron/workbook/new-room/x.ts', 'electron/workbook/xlsx/book.ts', 'no place yet'],
    ['renderer/grid/grid.tsx', 'renderer/filing/filing-store.ts', 'knows nothing of'],
    ['renderer/text/language.tsx', 'renderer/api/client.ts', 'knows nothing of'],
    ['electron/print/summary.ts', 'shared/text/zh/page/common.ts', 'useText'],
    ['renderer/app.tsx', 'shared/text/zh/page.ts', 'useText'],
    ['electron/compose.ts', 'test/builders/x.ts', 'does not ship'],
  ])('%s ← %s', (from, to, reason) => {
    expect(judgeFileImport(from, to)).toContain(reason)
  })

  test.each([
    ['electron/shell/scheme.ts', 'electron', 'electron/main.ts'],
    ['shared/words.ts', 'node:fs', 'pure'],
    ['shared/words.ts', 'hono', 'dependencies.md'],
    ['renderer/app.tsx', 'node:path', 'plain web page'],
    ['renderer/app.tsx', 'better-sqlite3', 'dependencies.md'],
    ['electron/compose.ts', 'react', 'dependencies.md'],
  ])('%s ← the package %s', (from, name, reason) => {
    expect(judgePackageImport(from, name)).toContain(reason)
  })
})

test('the table allows what it is there to allow', () => {
  const allowed = [
    ['shared/check/run-checks.ts', 'shared/scheme/cells.ts'],
    ['shared/check/run-checks.ts', 'shared/check/explanations.ts'],
    ['shared/formula/run/compile.ts', 'shared/formula/functions/list.ts'],
    ['electron/services/fill.ts', 'electron/store/facts.ts'],
    ['electron/cli.ts', 'electron/compose.ts'],
    ['electron/main.ts', 'electron/shell/scheme.ts'],
    ['renderer/app.tsx', 'shared/api/host.ts'],
    ['renderer/app.tsx', 'renderer/pages/pages.tsx'],
    ['electron/workbook/write-summary/summary.ts', 'electron/workbook/write-form/form/styles.ts'],
    ['test/anything.ts', 'electron/store/db.ts'],
  ] as const
  expect(allowed.filter(([from, to]) => judgeFileImport(from, to) !== null)).toEqual([])
})
