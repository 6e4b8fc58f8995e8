import { describe, expect, test } from 'vitest'
import { findCells } from '../../../../electron/workbook/read-return/find-cells.ts'
import { sampleScheme } from '../write-form/sample.ts'
import { copySheet, edit, loseMeanings, loseNames, moveCells, putCells, type Parts } from './change-workbook.ts'
import { returned } from './returned.ts'
import { change, down, expectWhole, facts, grid, list } from './whole-return.ts'

/** Workbooks with two sheets or units for one, and the places of their cells. */
describe('two sheets that both look like the table', () => {
  test('the filled one is read when the other is empty', () => {
    const read = returned(
      change((parts) => {
        copySheet(parts, grid, `${grid} (2)`)
        putCells(parts, grid, { D8: null, E8: null, F8: null, D9: null, E9: null, D11: null, D13: null, E14: null, F15: null })
      }),
    )
    expect(read.facts).toEqual(facts)
    expect(read.problems).toEqual([])
  })

  test.each([
    ['with names', false],
    ['without', true],
  ])('when they differ the first is read and the other reported, %s', (_what, lost) => {
    const read = returned(
      change((parts) => {
        copySheet(parts, grid, `${grid} (2)`)
        putCells(parts, `${grid} (2)`, { D8: 99 })
        if (lost) loseNames(parts)
      }),
    )
    expect(read.facts).toEqual(facts)
    expect(read.structureChanged).toBe(true)
    expect(read.problems).toEqual([
      {
        sheet: `${grid} (2)`,
        cell: null,
        found: null,
        expected: grid,
        problem: { code: 'sheet-twice', details: { table: 'A1', title: '在校生', read: grid, other: `${grid} (2)` } },
      },
    ])
  })

  test('a hidden copy is no rival', () => {
    const read = returned(
      change((parts) => {
        copySheet(parts, grid, '备份')
        putCells(parts, '备份', { D8: 99 })
        edit(parts, 'xl/workbook.xml', (xml) => xml.replace('name="备份" state="visible"', 'name="备份" state="hidden"'))
      }),
    )
    expectWhole(read)
  })
})

describe('a file that says two things of its unit', () => {
  test('is nobody’s while 封面 shows another school’s code', () => {
    const read = returned(change((parts) => putCells(parts, '封面', { B4: '双河镇小学', B5: '2134000077' })))
    expect(read.content.unit).toEqual({ code: null, name: null })
    expect(read.structureChanged).toBe(true)
    expect(read.problems[0]).toMatchObject({
      sheet: '封面',
      cell: 'B5',
      found: '2134000077',
      expected: '2134000001',
      problem: { code: 'unit-disagrees' },
    })
  })

  test('waits to be looked at when only the name differs', () => {
    const read = returned(change((parts) => putCells(parts, '封面', { B4: '双河镇小学' })))
    expect(read.content.unit).toEqual({ code: '2134000001', name: '梅山镇中心小学' })
    expect(read.structureChanged).toBe(true)
  })

  test('blanks in the name and a code that became a number are no difference', () => {
    expectWhole(returned(change((parts) => putCells(parts, '封面', { B4: ' 梅山镇 中心小学', B5: 2134000001 }))))
  })
})

describe('the place of a cell in a return is where it was read', () => {
  const scheme = sampleScheme()
  test.each<[string, (parts: Parts) => void, string, string]>([
    ['as written', (parts) => putCells(parts, grid, { Z1: 1 }), 'D8', 'C7'],
    ['rows inserted above', (parts) => moveCells(parts, grid, { row: down(1, 3) }), 'D11', 'C7'],
    ['names lost', loseNames, 'D8', 'C7'],
    ['rows of the hidden sheet lost', loseMeanings, 'D8', 'C7'],
    [
      'a column inserted, a line put in',
      (parts) => {
        moveCells(parts, grid, { column: down(4) })
        moveCells(parts, list, { row: down(7) })
      },
      'E8',
      'C8',
    ],
    [
      'a copy that alone is filled in',
      (parts) => {
        copySheet(parts, grid, `${grid} (2)`)
        moveCells(parts, `${grid} (2)`, { row: down(8) })
        putCells(parts, grid, { D8: null, E8: null, F8: null, D9: null, E9: null, D11: null, D13: null, E14: null, F15: null })
      },
      'D9',
      'C7',
    ],
  ])('%s', (_what, by, ofGrid, ofList) => {
    const found = findCells(change(by), scheme, ['A1.01.1', 'B-1.1.人次', 'A1.99.1', 'B-1.9.人次', '__proto__', 'A1.01.constructor'])
    expect(found.map(({ cell, address }) => [cell, address])).toEqual([
      ['A1.01.1', ofGrid],
      ['B-1.1.人次', ofList],
    ])
  })
})
