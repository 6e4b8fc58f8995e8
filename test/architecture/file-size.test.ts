import { expect, test } from 'vitest'
import { filesOf, textOf } from './repository.ts'

const MOST_LINES = 300

/** Data that is one list by nature: it is looked up in, not read through. */
const DATA: readonly string[] = []

const sources = filesOf('{shared,electron,renderer,build,test,.ci}/**/*.{ts,tsx}')

test('no source is longer than a person reads at once', () => {
  const long = sources
    .filter((path) => !DATA.includes(path))
    .map((path) => [path, textOf(path).split('\n').length - 1] as const)
    .filter(([, lines]) => lines > MOST_LINES)
  expect(long).toEqual([])
})

test('the list of data holds only files that are there and need to be on it', () => {
  const idle = DATA.filter((path) => !sources.includes(path) || textOf(path).split('\n').length - 1 <= MOST_LINES)
  expect(idle).toEqual([])
})
