import { describe, expect, test } from 'vitest'
import { largestEffect, shownDifferences } from '../../../../renderer/pages/receive/differences.ts'
import { loadMinsheng } from '../../../builders/demo-returns.ts'
import { smallScheme } from '../../grid/small-scheme.ts'

const scheme = smallScheme()

describe('what a correction changes', () => {
  const differences = [
    { cell: 'G.01.1', held: '298', incoming: '320' },
    { cell: 'G.02.1', held: '12', incoming: null },
    { cell: 'G.01.2', held: { na: true as const }, incoming: '4' },
    { cell: 'L.1.对象', held: '幼儿园', incoming: '中小学' },
  ]

  test('cell by cell, with its effect on what the county sums; a blank adds nothing, words have no effect', () => {
    expect(shownDifferences(scheme, differences).map(({ title, held, incoming, effect }) => [title, held, incoming, effect])).toEqual([
      ['一年级·男', '298', '320', '+22'],
      ['二年级·男', '12', '', '-12'],
      ['一年级·女', '/', '4', '+4'],
      ['第 1 行·对象', '幼儿园', '中小学', null],
    ])
  })

  test('in one line: the row whose total moves furthest', () => {
    expect(largestEffect(scheme, differences)).toEqual({ title: '一年级', cell: '一年级·男', by: '+22' })
    expect(largestEffect(scheme, differences.slice(1))).toEqual({ title: '二年级', cell: '二年级·男', by: '-12' })
    expect(largestEffect(scheme, differences.slice(3))).toBe(null)
  })
  test('a line that is only called 计 is named with its group', () => {
    expect(largestEffect(loadMinsheng(), [{ cell: 'MS03.03.2', held: '170', incoming: '172' }])).toEqual({
      title: '受益学生 计',
      cell: '受益学生 计·秋学期',
      by: '+2',
    })
  })
})
