import { beforeAll, describe, expect, it } from 'vitest'
import { openWorkbook, type Opened } from '../open-workbook.ts'
import { sampleInput } from '../sample.ts'

let opened: Opened
beforeAll(async () => {
  opened = await openWorkbook(sampleInput())
})

/** The validation of a cell of a sheet. */
function ruleAt(sheet: string, row: number, column: string): string {
  const rules = opened.xml(sheet).match(/<dataValidation .*?<\/dataValidation>/gs) ?? []
  const found = rules.filter((rule) => {
    const [, left = '', top = '', right = left, bottom = top] = /sqref="([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?"/.exec(rule) ?? []
    return column >= left && column <= right && row >= Number(top) && row <= Number(bottom)
  })
  expect(found).toHaveLength(1)
  return (found[0] ?? '').replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&lt;', '<')
}

describe('what an input cell takes', () => {
  it('is a whole number in its bounds, or / for 不适用', () => {
    const rule = ruleAt('A1 在校生', 8, 'D')
    expect(rule).toContain('<formula1>OR(D8="/",AND(ISNUMBER(D8),ROUND(D8,0)=D8,D8>=0,D8<=99999))</formula1>')
    expect(rule).toContain('error="应为不小于 0、不大于 99999 的整数。不适用填“/”，没有数据留空。"')
    expect(rule).toContain('errorStyle="stop"')
  })

  it('is explained while it is filled in', () => {
    expect(ruleAt('A1 在校生', 8, 'D')).toContain('prompt="不含学前班。"')
    expect(ruleAt('A1 在校生', 9, 'D')).not.toContain('prompt=')
  })

  it('is a number with so many decimals', () => {
    expect(ruleAt('A1 在校生', 11, 'E')).toContain('ROUND(D11,2)=D11')
  })

  it('is one of the choices, or a date', () => {
    expect(ruleAt('A1 在校生', 14, 'D')).toContain('<formula1>"食堂,企业,/"</formula1>')
    expect(ruleAt('A1 在校生', 15, 'D')).toContain('ISNUMBER(D15)')
  })

  it('holds for every line of a list', () => {
    expect(ruleAt('B-1 培训', 7, 'C')).toBe(ruleAt('B-1 培训', 36, 'C'))
  })

  it('is not asked of cells that nobody fills', () => {
    expect(opened.xml('A1 在校生')).not.toMatch(/sqref="F9/)
  })
})
