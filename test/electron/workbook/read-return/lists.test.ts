import { beforeAll, describe, expect, test } from 'vitest'
import type { Fact } from '../../../../shared/filing/facts.ts'
import { writeWorkbook } from '../../../../electron/workbook/write-form/write-workbook.ts'
import { count, sampleInput } from '../write-form/sample.ts'
import { closeParts, loseNames, moveCells, openParts, putCells, type Content, type Parts } from './change-workbook.ts'
import { places, returned, type Returned } from './returned.ts'

/** The list: B is the training, C person-times, D days, from row 7 on; 30 lines are offered. */
const list = 'B-1 培训'
let blank: Uint8Array
let filled: Uint8Array
const facts: Record<string, Fact> = { 'B-1.1.项目': '国培', 'B-1.1.人次': count(120), 'B-1.2.项目': '县培', 'B-1.2.人次': count(30) }
beforeAll(async () => {
  blank = await writeWorkbook(sampleInput({}, { blank: true }))
  filled = await writeWorkbook(
    sampleInput(facts, {
      explanations: new Map([
        ['B-2@B-1.1.人次', '面向全县'],
        ['B-2@B-1.2.人次', '两期'],
      ]),
    }),
  )
})

function change(bytes: Uint8Array, by: (parts: Parts) => void): Returned {
  const parts = openParts(bytes)
  by(parts)
  return returned(closeParts(parts))
}

const line = (row: number, project: Content, times: Content, days: Content = null): Record<string, Content> => ({
  [`B${row}`]: project,
  [`C${row}`]: times,
  [`D${row}`]: days,
})
const down =
  (from: number) =>
  (at: number): number =>
    at >= from ? at + 1 : at

test('lines filled in with empty ones between them are numbered through', () => {
  const read = change(blank, (parts) => putCells(parts, list, { ...line(7, '甲', 1), ...line(10, '乙', 2, 3), ...line(30, '丙', 4) }))
  expect(read.problems).toEqual([])
  expect(read.facts).toEqual({
    'B-1.1.项目': '甲',
    'B-1.1.人次': count(1),
    'B-1.2.项目': '乙',
    'B-1.2.人次': count(2),
    'B-1.2.天数': count(3),
    'B-1.3.项目': '丙',
    'B-1.3.人次': count(4),
  })
})

test('a number typed over a computed column is passed on with its line, one on an empty line is not', () => {
  const read = change(filled, (parts) => putCells(parts, list, { E7: 360, E20: 5 }))
  expect(read.content.typedOver).toEqual([{ cell: 'B-1.1.人天', sheet: list, address: 'E7', text: '360' }])
  expect(read.problems).toEqual([])
})

describe.each([
  ['with names', false],
  ['without names', true],
])('%s', (_what, lost) => {
  const lose = (parts: Parts): void => {
    if (lost) loseNames(parts)
  }

  test('a line put in between takes its place, and explanations stay with their lines', () => {
    const read = change(filled, (parts) => {
      moveCells(parts, list, { row: down(8) })
      putCells(parts, list, line(8, '校培', 5))
      lose(parts)
    })
    expect(read.problems).toEqual([])
    expect(read.facts).toEqual({
      'B-1.1.项目': '国培',
      'B-1.1.人次': count(120),
      'B-1.2.项目': '校培',
      'B-1.2.人次': count(5),
      'B-1.3.项目': '县培',
      'B-1.3.人次': count(30),
    })
    expect(new Map(read.content.explanations)).toEqual(
      new Map([
        ['B-2@B-1.1.人次', '面向全县'],
        ['B-2@B-1.3.人次', '两期'],
      ]),
    )
  })

  test('a line put in above the first one is the first', () => {
    const read = change(filled, (parts) => {
      moveCells(parts, list, { row: down(7) })
      putCells(parts, list, line(7, '校培', 5))
      lose(parts)
    })
    expect(
      Object.entries(read.facts)
        .filter(([ref]) => ref.endsWith('项目'))
        .map(([, text]) => text),
    ).toEqual(['校培', '国培', '县培'])
  })

  test('lines added below those that were offered are read', () => {
    const read = change(filled, (parts) => {
      moveCells(parts, list, { row: (at) => (at >= 37 ? at + 2 : at) })
      putCells(parts, list, { ...line(37, '三十一', 1), ...line(38, '三十二', 2) })
      lose(parts)
    })
    expect(read.problems).toEqual([])
    expect(
      Object.entries(read.facts)
        .filter(([ref]) => ref.endsWith('项目'))
        .map(([, text]) => text),
    ).toEqual(['国培', '县培', '三十一', '三十二'])
  })

  test('lines of a filing keep their numbers, also where a line was cleared', () => {
    const read = change(filled, (parts) => {
      putCells(parts, list, { ...line(7, null, null), ...line(12, '市培', 9) })
      lose(parts)
    })
    expect(read.facts).toEqual({ 'B-1.2.项目': '县培', 'B-1.2.人次': count(30), 'B-1.6.项目': '市培', 'B-1.6.人次': count(9) })
  })

  test('a deleted line is gone, the others move up', () => {
    const read = change(filled, (parts) => {
      moveCells(parts, list, { row: (at) => (at === 7 ? null : at > 7 ? at - 1 : at) })
      lose(parts)
    })
    expect(read.problems).toEqual([])
    expect(read.facts).toEqual({ 'B-1.1.项目': '县培', 'B-1.1.人次': count(30) })
    expect(read.content.explanations).toEqual([['B-2@B-1.1.人次', '两期']])
  })

  test('a total that somebody added is no line', () => {
    const read = change(filled, (parts) => {
      putCells(parts, list, { ...line(9, '合  计', 150) })
      lose(parts)
      putCells(parts, '_xt', { B12: 'yes' })
    })
    expect(read.facts).toEqual(facts)
    expect(places(read)).toEqual([
      ['no-place', 'B9'],
      ['no-place', 'C9'],
    ])
    expect(read.structureChanged).toBe(false)
  })

  test('a column that was deleted is missing', () => {
    const read = change(filled, (parts) => {
      moveCells(parts, list, { column: (at) => (at === 3 ? null : at > 3 ? at - 1 : at) })
      lose(parts)
    })
    expect(read.problems).toMatchObject([
      { sheet: list, expected: '整数 ≥ 0', problem: { code: 'cell-missing', details: { cell: 'B-1.人次', title: '人次' } } },
    ])
    expect(read.structureChanged).toBe(true)
    expect(read.facts).toEqual({ 'B-1.1.项目': '国培', 'B-1.2.项目': '县培' })
  })
})

test('rows with nothing but strokes, a repeated head and a note below are no lines', () => {
  const read = change(blank, (parts) =>
    putCells(parts, list, {
      ...line(7, '甲', 1),
      ...line(8, '—', '/'),
      ...line(9, '项目', '人次', '天数'),
      ...line(45, '以上由教务处填写', null),
    }),
  )
  expect(read.facts).toEqual({ 'B-1.1.项目': '甲', 'B-1.1.人次': count(1) })
  expect(places(read)).toEqual([['no-place', 'B45']])
})

test('what does not fit is reported on its line', () => {
  const read = change(blank, (parts) => putCells(parts, list, { ...line(7, '甲', 1), ...line(8, '乙', '很多') }))
  expect(read.problems).toMatchObject([{ sheet: list, cell: 'C8', found: '很多', problem: { code: 'not-a-number' } }])
  expect(read.content.refused).toEqual([['B-1.2.人次', '很多']])
})

test('thousands of refused cells are counted, not all listed', () => {
  const cells = Object.assign({}, ...Array.from({ length: 700 }, (_, index) => line(7 + index, '甲', '很多')))
  const read = change(blank, (parts) => {
    moveCells(parts, list, { row: (at) => (at >= 37 ? at + 700 : at) })
    putCells(parts, list, cells)
  })
  expect(read.problems).toHaveLength(501)
  expect(read.problems.at(-1)?.problem).toEqual({ code: 'problems-left-out', details: { count: 200 } })
  expect(read.content.refused).toHaveLength(700)
})
