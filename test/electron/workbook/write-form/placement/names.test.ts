import { describe, expect, it } from 'vitest'
import type { Table } from '../../../../../shared/scheme/scheme.ts'
import { cellNames } from '../../../../../electron/workbook/write-form/placement/defined-names.ts'
import { sheetNames } from '../../../../../electron/workbook/write-form/placement/sheet-names.ts'

const table = (code: string, shortTitle: string): Table => ({ code, shortTitle }) as Table

describe('names of sheets', () => {
  it('are code and short title, without what Excel forbids', () => {
    expect([...sheetNames([table('MS03', '营养/改善 [新]?'), table('B', "it's")], []).values()]).toEqual(['MS03 营养 改善 新', 'B it’s'])
  })

  it('have 31 characters at most and differ, whatever the case', () => {
    const long = '一二三四五六七八九十一二三四五六七八九十'
    const names = [...sheetNames([table('LONGCODE1234', long), table('longcode1234', long), table('封面', '')], ['封面']).values()]
    expect(names[0]).toHaveLength(31)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(3)
    expect(names[1]).toMatch(/~2$/)
    expect(names[2]).toBe('封面~2')
  })
})

describe('defined names of cells', () => {
  it('spell table, row and column, with codes made safe', () => {
    expect([...cellNames(['MS03.01.2', 'B-1.3.人次']).values()]).toEqual(['XT_MS03_01_2', 'XT_B_1_3_人次'])
  })

  it('differ where made-safe codes would be alike or differ only by case', () => {
    expect([...cellNames(['A.1-2.3', 'A.1_2.3', 'a.1_2.3']).values()]).toEqual(['XT_A_1_2_3', 'XT_A_1_2_3__2', 'XT_a_1_2_3__3'])
  })
})
