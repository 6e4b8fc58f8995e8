import { describe, expect, test } from 'vitest'
import { count } from '../write-form/sample.ts'
import { places, returned } from './returned.ts'
import {
  copySheet,
  dropSheet,
  edit,
  loseMeanings,
  loseNames,
  moveCells,
  partOf,
  putCells,
  renameSheet,
  type Parts,
} from './change-workbook.ts'
import { change, down, expectWhole, facts, grid, list, without } from './whole-return.ts'

/** Changes of rows, columns and sheets by people before a workbook comes back (docs/design/workbook.md: Finding cells). */
describe('nothing is lost, and nothing complained of, when', () => {
  test.each<[string, (parts: Parts) => void]>([
    ['rows are inserted above the table', (parts) => moveCells(parts, grid, { row: down(1, 3) })],
    ['rows are inserted above the table and the names stay behind', (parts) => moveCells(parts, grid, { row: down(1, 3), names: 'stay' })],
    ['a program loses every defined name', loseNames],
    [
      'names are lost and the sheets renamed',
      (parts) => {
        renameSheet(parts, grid, 'Sheet1')
        renameSheet(parts, list, '表二')
        loseNames(parts)
      },
    ],
    ['the hidden sheet has lost the rows that say what names stand for', loseMeanings],
    [
      'these rows are lost, the names too, and the sheets are renamed',
      (parts) => {
        loseMeanings(parts)
        loseNames(parts)
        renameSheet(parts, grid, 'Sheet1')
        renameSheet(parts, list, '表二')
      },
    ],
    ['a sheet is renamed', (parts) => renameSheet(parts, grid, '学生表（定稿）')],
    [
      'sheets change places',
      (parts) => edit(parts, 'xl/workbook.xml', (xml) => xml.replace(/(<sheets>)(<sheet .*?\/>)(<sheet .*?\/>)/, '$1$3$2')),
    ],
    [
      'a sheet is hidden',
      (parts) => edit(parts, 'xl/workbook.xml', (xml) => xml.replace(`name="${grid}" state="visible"`, `name="${grid}" state="hidden"`)),
    ],
    [
      'rows and columns are hidden',
      (parts) =>
        edit(parts, partOf(parts, grid), (xml) =>
          xml.replace('<row r="8"', '<row r="8" hidden="1"').replace('<cols>', '<cols><col min="4" max="5" width="0" hidden="1"/>'),
        ),
    ],
    ['an empty row stands inside the table', (parts) => moveCells(parts, grid, { row: down(10) })],
    ['an empty column stands inside the table', (parts) => moveCells(parts, grid, { column: down(5) })],
    [
      'rows are put in another order by hand',
      (parts) => moveCells(parts, grid, { row: (at) => (at === 8 ? 11 : at === 11 ? 8 : at), names: 'stay' }),
    ],
    [
      'the rows of 审核 are sorted',
      (parts) => moveCells(parts, '审核', { row: (at) => (at === 8 ? 12 : at === 12 ? 8 : at), names: 'stay' }),
    ],
    ['the column of codes is cleared', (parts) => putCells(parts, grid, { C8: null, C9: null, C11: null, C13: null })],
    [
      'codes have become numbers',
      (parts) => putCells(parts, grid, { C8: 1, C9: 2, C10: 3, C11: 4, C12: 5, C13: 6, C14: 7, C15: 8, C16: 9, D7: 1, E7: 2, F7: 3 }),
    ],
    [
      'names point to a copy because the first sheet was deleted',
      (parts) => {
        copySheet(parts, grid, `${grid} (2)`)
        dropSheet(parts, grid)
      },
    ],
    ['a sheet is copied and the copy left as it is', (parts) => copySheet(parts, grid, `${grid} (2)`)],
    [
      'the hidden sheet is shown and moved to the front',
      (parts) =>
        edit(parts, 'xl/workbook.xml', (xml) =>
          xml.replace(
            /<sheets>(.*)(<sheet [^>]*name="_xt"[^>]*\/>)/,
            (_all, others: string, own: string) => `<sheets>${own.replace('veryHidden', 'visible')}${others}`,
          ),
        ),
    ],
  ])('%s', (_what, by) => {
    expectWhole(returned(change(by)))
  })
})

test('a workbook without its hidden sheet is recognised by its titles, and its unit and period by 封面', () => {
  const read = returned(
    change((parts) => {
      dropSheet(parts, '_xt')
      loseNames(parts)
    }),
  )
  expectWhole({ ...read, content: { ...read.content } })
  expect(read.content).toMatchObject({ unit: { code: '2134000001', name: '梅山镇中心小学' }, period: '2021', revision: 0, changedAt: null })
})

test('the unit is known by its name on 封面 when its code is gone there too', () => {
  const read = returned(
    change((parts) => {
      dropSheet(parts, '_xt')
      putCells(parts, '封面', { A5: null, B5: null })
      putCells(parts, grid, { A3: null })
      putCells(parts, list, { A3: null })
    }),
  )
  expect(read.content.unit).toEqual({ code: null, name: '梅山镇中心小学' })
})

test('sheets copied into another workbook are read by what is written on them', () => {
  const read = returned(
    change((parts) => {
      for (const sheet of ['_xt', '封面', '审核']) dropSheet(parts, sheet)
      loseNames(parts)
      renameSheet(parts, grid, 'Sheet1 (2)')
      renameSheet(parts, list, 'Sheet2')
    }),
  )
  expect(read.facts).toEqual(facts)
  expect(read.content.unit).toEqual({ code: '2134000001', name: '梅山镇中心小学' })
  expect(read.content.period).toBe('2021')
})

test('without codes and names the titles of rows and columns do, groups included', () => {
  const read = returned(
    change((parts) => {
      loseNames(parts)
      putCells(parts, grid, {
        C7: null,
        C8: null,
        C9: null,
        C10: null,
        C11: null,
        C12: null,
        C13: null,
        C14: null,
        C15: null,
        C16: null,
        A7: null,
        D7: null,
        E7: null,
        F7: null,
      })
      putCells(parts, list, { A6: null, B6: null, C6: null, D6: null, E6: null })
    }),
  )
  expect(read.facts).toEqual(facts)
  expect(read.structureChanged).toBe(false)
})

test('figures in a row that was put into the table are listed, each with its place', () => {
  const read = returned(
    change((parts) => {
      moveCells(parts, grid, { row: down(10) })
      putCells(parts, grid, { B10: '其他学生', D10: 7, E10: '8人', F10: '—' })
    }),
  )
  expect(read.facts).toEqual(facts)
  expect(read.structureChanged).toBe(true)
  expect(places(read)).toEqual([
    ['no-place', 'D10'],
    ['no-place', 'E10'],
  ])
  expect(read.problems[1]).toMatchObject({ sheet: grid, found: '8人' })
})

test('so are those in a column that was put in, below and beside the form, and on a ×', () => {
  const read = returned(
    change((parts) => {
      moveCells(parts, grid, { column: down(5), row: down(17) })
      putCells(parts, grid, { E8: 5, D17: 99, H8: 3, G9: 4 })
    }),
  )
  expect(read.facts).toEqual(facts)
  expect(read.structureChanged).toBe(true)
  expect(places(read)).toEqual([
    ['no-place', 'E8'],
    ['no-place', 'H8'],
    ['no-place', 'G9'],
    ['no-place', 'D17'],
  ])
})

test('scratch figures far from the form are listed and do not park the return', () => {
  const read = returned(change((parts) => putCells(parts, grid, { D40: 99, K8: 3 })))
  expect(read.facts).toEqual(facts)
  expect(read.structureChanged).toBe(false)
  expect(places(read)).toEqual([
    ['no-place', 'K8'],
    ['no-place', 'D40'],
  ])
})

test('cells of a deleted row are named as missing; all others are read', () => {
  const read = returned(change((parts) => moveCells(parts, grid, { row: without(8) })))
  expect(read.structureChanged).toBe(true)
  expect(
    read.problems.map(({ sheet, cell, problem }) => [
      sheet,
      cell,
      problem.code,
      problem.code === 'cell-missing' ? problem.details.cell : '',
    ]),
  ).toEqual([
    [grid, null, 'cell-missing', 'A1.01.1'],
    [grid, null, 'cell-missing', 'A1.01.2'],
    [grid, null, 'cell-missing', 'A1.01.3'],
  ])
  expect(read.problems[0]?.expected).toBe('整数 ≥ 0 ≤ 99999')
  expect(read.facts).toEqual(Object.fromEntries(Object.entries(facts).filter(([ref]) => !ref.startsWith('A1.01'))))
})

test('cells of a deleted column are named as missing', () => {
  const read = returned(change((parts) => moveCells(parts, grid, { column: without(5) })))
  expect(read.problems).toHaveLength(6)
  expect(read.problems[0]).toMatchObject({
    sheet: grid,
    problem: { code: 'cell-missing', details: { cell: 'A1.01.2', title: '学生 小学·下学期 计' } },
  })
  expect(read.facts).toEqual(Object.fromEntries(Object.entries(facts).filter(([ref]) => !/^A1\.\d+\.2$/.test(ref))))
})

test('a deleted sheet is missed by its title, the other tables are read', () => {
  const read = returned(change((parts) => dropSheet(parts, list)))
  expect(read.problems).toEqual([
    {
      sheet: null,
      cell: null,
      found: null,
      expected: 'B-1 培训',
      problem: { code: 'sheet-missing', details: { table: 'B-1', title: '培训' } },
    },
  ])
  expect(read.structureChanged).toBe(true)
  expect(read.facts['A1.01.1']).toBe(count(11))
})

test('a figure moved by cutting and pasting counts where it is seen, though its name went with it', () => {
  const read = returned(
    change((parts) => {
      putCells(parts, grid, { D8: null, E9: 11 })
      edit(parts, 'xl/workbook.xml', (xml) =>
        xml.replace(/(name="XT_A1_01_1">[^<]*)\$D\$8</, '$1$E$9<').replace(/(name="XT_A1_02_2">)[^<]*</, '$1#REF!<'),
      )
    }),
  )
  expect(read.problems).toEqual([])
  expect(read.facts).toEqual({ ...Object.fromEntries(Object.entries(facts).filter(([ref]) => ref !== 'A1.01.1')), 'A1.02.2': count(11) })
})

test('a figure in merged cells belongs to neither for certain', () => {
  const read = returned(
    change((parts) =>
      edit(parts, partOf(parts, grid), (xml) =>
        xml.replace(/<mergeCells count="\d+">/, '<mergeCells><mergeCell ref="D8:E8"/><mergeCell ref="D14:D15"/>'),
      ),
    ),
  )
  expect(read.structureChanged).toBe(true)
  expect(read.problems).toEqual([
    {
      sheet: grid,
      cell: 'D8',
      found: '11',
      expected: '整数 ≥ 0 ≤ 99999',
      problem: { code: 'cell-merged', details: { cell: 'A1.01.1', title: '学生 小学·上学期', region: 'D8:E8' } },
    },
  ])
})
