import { expect, test } from 'vitest'
import { codeOf, shippedSources } from './repository.ts'

/** Every exported function, constant and type, with the files that define it. Languages export the same set, each in its own folder. */
function exportedNames(): Map<string, string[]> {
  const files = new Map<string, string[]>()
  for (const path of shippedSources()) {
    const names = new Set(
      [...codeOf(path).matchAll(/^export (?:async )?(?:function\*?|const|let|type|class) (\w+)/gm)].map((match) => match[1] ?? ''),
    )
    for (const name of names) {
      const known = files.get(name) ?? []
      const place = path.replace(/^shared\/text\/[a-z]+\//, 'shared/text/*/')
      if (!known.includes(place)) files.set(name, [...known, place])
    }
  }
  return files
}

test('an exported name has one meaning: two files do not define the same one', () => {
  const several = [...exportedNames()].filter(([, files]) => files.length > 1)
  expect(several.map(([name, files]) => `${name}: ${files.join(', ')}`)).toEqual([])
})
