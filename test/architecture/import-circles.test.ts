import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { importsOf, shippedSources } from './repository.ts'

type Graph = ReadonlyMap<string, readonly string[]>

/** The imports of every source, with those of types, because a circle of types binds two files together as one of values does. */
function importGraph(): Graph {
  const sources = new Set(shippedSources())
  const importedBy = (from: string): string[] =>
    importsOf(from)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => posix.join(posix.dirname(from), specifier.split('?')[0] ?? ''))
      .filter((path) => sources.has(path))
  return new Map([...sources].map((path) => [path, importedBy(path)]))
}

/** The circles on a walk along the imports, each as its files from the first visited one back to it. */
function circlesIn(graph: Graph): string[] {
  const circles: string[] = []
  const finished = new Set<string>()
  const path: string[] = []
  function walk(file: string): void {
    if (finished.has(file)) return
    const start = path.indexOf(file)
    if (start >= 0) {
      circles.push([...path.slice(start), file].join(' → '))
      return
    }
    path.push(file)
    for (const imported of graph.get(file) ?? []) walk(imported)
    path.pop()
    finished.add(file)
  }
  for (const file of graph.keys()) walk(file)
  return circles
}

test('no file imports itself, by whatever way round, not even its types', () => {
  expect(circlesIn(importGraph())).toEqual([])
})

test('a circle is found wherever the walk begins', () => {
  const graph = { a: ['b', 'd'], b: ['c'], c: ['b'], d: ['d'] }
  expect(circlesIn(new Map(Object.entries(graph)))).toEqual(['b → c → b', 'd → d'])
})
