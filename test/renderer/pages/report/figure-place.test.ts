import { describe, expect, test } from 'vitest'
import { figurePlace } from '../../../../renderer/pages/report/figure-place.ts'
import { placeholderToFind } from '../../../../renderer/pages/report/letter-document.ts'
import type { Scheme } from '../../../../shared/scheme/scheme.ts'

const scheme = { indicators: [{ code: '生师比（小学）' }] } as unknown as Scheme

describe('where a figure of the report leads', () => {
  test.each([
    ['指标：生师比(小学)', 'A.01.1', 'indicator', '#/indicators/%E7%94%9F%E5%B8%88%E6%AF%94%EF%BC%88%E5%B0%8F%E5%AD%A6%EF%BC%89'],
    ['数:A.01.1', 'A.01.1', 'cell', '#/consolidate/A?cell=A.01.1'],
    ['列:项目', 'L.2.项目', 'cell', '#/consolidate/L?cell=L.2.%E9%A1%B9%E7%9B%AE'],
    ['参数:标准', null, 'parameter', '#/parameters/%E6%A0%87%E5%87%86'],
    ['得分:9', null, 'evaluation', '#/evaluate'],
    ['总得分', null, 'evaluation', '#/evaluate'],
    ['已报单位数', null, 'roster', '#/roster'],
  ])('%s', (tag, cell, kind, hash) => {
    expect(figurePlace({ tag, text: '1', origin: { kind: 'task' }, cell }, scheme)).toEqual({ kind, hash })
  })
  test.each(['单位', '报告期', '序号', '不是标签'])('%s leads nowhere', (tag) => {
    expect(figurePlace({ tag, text: 'x', origin: { kind: 'task' }, cell: null }, scheme)).toBeNull()
  })
})

test('an unresolved tag stands on the paper in brackets, a placeholder as it is', () => {
  expect(placeholderToFind({ kind: 'tag', text: '{数:A.03.1}', where: '' })).toBe('【数:A.03.1】')
  expect(placeholderToFind({ kind: 'placeholder', text: '??', where: '投入 ?? 万元' })).toBe('??')
})
