import { expect, test } from 'vitest'
import { filesOf, textOf } from './repository.ts'

const MOST_LINES = 300

const sources = filesOf('{shared,electron,renderer,build,test,.ci}/**/*.{ts,tsx}')

test('no source is longer than a person reads at once', () => {
  const long = sources.map((path) => [path, textOf(path).split('\n').length - 1] as const).filter(([, lines]) => lines > MOST_LINES)
  expect(long).toEqual([])
})

const MOST_COLUMNS = 140

test('no line is wider than a window beside another, but for what cannot be broken: strings, templates, patterns, tables in comments', () => {
  const wide = sources.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, index) =>
        [...line].length > MOST_COLUMNS && !/['"`/]/.test(line) && !/^ *\* *\|/.test(line) ? [`${path}:${index + 1}`] : [],
      ),
  )
  expect(wide).toEqual([])
})

test('no prose in a comment is wider either', () => {
  const wide = sources.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, index) =>
        [...line].length > MOST_COLUMNS && /^ *(\/\/|\/\*\*|\*) (?!\|)/.test(line) ? [`${path}:${index + 1}`] : [],
      ),
  )
  expect(wide).toEqual([])
})
