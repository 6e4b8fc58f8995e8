import { expect, test } from 'vitest'
import { codeOf, shippedSources } from './repository.ts'

/** Every exported function, constant and type, with the files that define it. */
function exportedNames(): Map<string, string[]> {
  const files = new Map<string, string[]>()
  for (const path of shippedSources()) {
    const names = new Set(
      [...codeOf(path).matchAll(/^export (?:async )?(?:function\*?|const|let|type|class) (\w+)/gm)].map((match) => match[1] ?? ''),
    )
    for (const name of names) files.set(name, [...(files.get(name) ?? []), path])
  }
  return files
}

const several = [...exportedNames()].filter(([, files]) => files.length > 1)

test('an exported name has one meaning: two files do not define the same one', () => {
  const found = several.filter(([name]) => !STILL_TO_RENAME.includes(name)).map(([name, files]) => `${name}: ${files.join(', ')}`)
  expect(found).toEqual([])
})

test('a name that has one meaning again is no longer excused', () => {
  expect(STILL_TO_RENAME.filter((name) => !several.some(([duplicate]) => duplicate === name))).toEqual([])
})
