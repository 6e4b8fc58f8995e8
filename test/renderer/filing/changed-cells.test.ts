import { expect, test } from 'vitest'
import { firstChanged } from '../../../renderer/filing/changed-cells.ts'
import { smallScheme } from '../grid/small-scheme.ts'

const first = (...refs: string[]): string | null => firstChanged(smallScheme(), new Map(refs.map((ref) => [ref, null])))

test('the first change is the one that is read first: by table, then down, then along', () => {
  expect(first('G.02.1', 'G.01.2', 'G.01.1')).toBe('G.01.1')
  expect(first('L.10.项目', 'L.2.人次', 'L.2.项目')).toBe('L.2.项目')
  expect(first('L.1.项目', 'G.02.1')).toBe('G.02.1')
})

test('there is none when nothing has changed', () => {
  expect(first()).toBeNull()
})
