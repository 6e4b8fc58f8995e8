import { describe, expect, test } from 'vitest'
import { planClear, planPaste, readBlock, writeBlock } from '../../../renderer/grid/clipboard.ts'
import { gridModel } from '../../../renderer/grid/grid-model.ts'
import { single } from '../../../renderer/grid/selection.ts'
import { smallScheme, tableOf } from './small-scheme.ts'

const scheme = smallScheme()
const grid = gridModel(scheme, tableOf(scheme, 'G'), 0)
const list = gridModel(scheme, tableOf(scheme, 'L'), 0)

describe('reading what Excel and WPS put on the clipboard', () => {
  test.each([
    ['12', [['12']]],
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      '1\t\n\t4',
      [
        ['1', ''],
        ['', '4'],
      ],
    ],
    ['1\t', [['1', '']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['"第一行\n第二行"\t5', [['第一行\n第二行', '5']]],
    ['"他说""好"""', [['他说"好"']]],
    ['"没有收尾的引号\t5', [['"没有收尾的引号', '5']]],
    ['"半"截\t5', [['"半"截', '5']]],
    ['', []],
  ])('%j', (text, block) => expect(readBlock(text)).toEqual(block))

  test('what is copied comes back the same', () => {
    const block = [
      ['1,204', '', '带\t制表'],
      ['两\n行', '"引"', '3'],
    ]
    expect(readBlock(writeBlock(block))).toEqual(block)
  })
  test('a huge paste full of open quotes is read in no time', () => {
    expect(readBlock('"a\t'.repeat(100_000))).toHaveLength(1)
  })
})

describe('pasting', () => {
  test('fills the entry cells from the top left, leaves computed and blocked ones alone, and says so', () => {
    const pasted = planPaste(grid, single({ row: 0, column: 0 }), [
      ['1', '2', '3'],
      ['4', '5', ''],
    ])
    expect(pasted.changes).toEqual([
      { cell: 'G.01.1', text: '1' },
      { cell: 'G.01.2', text: '2' },
      { cell: 'G.02.1', text: '4' },
    ])
    expect(pasted.skipped, 'the total and the × cell').toBe(2)
    expect(pasted.outside).toBe(0)
  })
  test('counts what stands beyond the table instead of wrapping it around', () => {
    const pasted = planPaste(grid, single({ row: 1, column: 0 }), [['1'], ['2'], ['3'], ['4']])
    expect(pasted.changes).toEqual([{ cell: 'G.02.1', text: '1' }])
    expect(pasted.outside).toBe(2)
  })
  test('one cell fills the whole selection', () => {
    const pasted = planPaste(grid, { anchor: { row: 0, column: 0 }, focus: { row: 1, column: 1 } }, [['7']])
    expect(pasted.changes.map((change) => change.cell)).toEqual(['G.01.1', 'G.01.2', 'G.02.1'])
  })
  test('a list table grows as far as the block reaches', () => {
    const pasted = planPaste(list, single({ row: 2, column: 0 }), [
      ['甲', '幼儿园', '3'],
      ['乙', '', '4'],
    ])
    expect(pasted.changes.map((change) => change.cell)).toContain('L.4.人次')
  })
  test('Delete clears the entry cells of the selection', () => {
    expect(planClear(grid, { anchor: { row: 0, column: 0 }, focus: { row: 2, column: 2 } }).map((change) => change.cell)).toEqual([
      'G.01.1',
      'G.01.2',
      'G.02.1',
    ])
  })
})
