import { expect, test } from 'vitest'
import { renameImports } from '../../build/bundle-node.ts'
import { codeOf, filesOf } from '../architecture/repository.ts'

test.each([
  ["import { a } from './a.ts'", "import { a } from './a.js'"],
  ["import '../machine/require-node.ts'", "import '../machine/require-node.js'"],
  ["export { a } from './a.ts'", "export { a } from './a.js'"],
  ["const a = await import('./a.ts')", "const a = await import('./a.js')"],
  ["new Worker(new URL('./read-worker.ts', import.meta.url))", "new Worker(new URL('./read-worker.js', import.meta.url))"],
])('%s names the bundle of its source', (source, bundle) => {
  expect(renameImports(source)).toBe(bundle)
})

test.each(["import zod from 'zod'", "say('./a.ts is a source')", "new URL('../../shared/schemes', import.meta.url)"])(
  '%s stays as it is',
  (source) => {
    expect(renameImports(source)).toBe(source)
  },
)

test('no source names another source in a way that the bundle would miss', () => {
  const missed = filesOf('{electron,shared}/**/*.ts').flatMap((path) =>
    [...renameImports(codeOf(path)).matchAll(/['"`]\.{1,2}\/[\w./-]*\.ts['"`]/g)].map(([name]) => `${path}: ${name}`),
  )
  expect(missed).toEqual([])
})
