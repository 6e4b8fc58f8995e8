import { describe, expect, test } from 'vitest'
import { gatherRanges, orderedRange } from '../../../../shared/formula/kit/excel-ranges.ts'
import { LONGEST_EXCEL_FORMULA, type Addresses } from '../../../../shared/formula/kit/excel-text.ts'
import { toExcel } from '../../../../shared/formula/excel/to-excel.ts'
import { randomFormula, seeded } from '../generator.ts'
import { bound, WORLD, type World } from '../world.ts'
import { addresses } from './addresses.ts'
import { notInExcel2007 } from './excel-2007.ts'

function excel(source: string, world: World = WORLD): string | null {
  return toExcel(bound(source, world), addresses)
}

describe('the formula in the workbook', () => {
  test.each([
    ['[a] + [b]', 'IF(COUNT($C$1:$C$2)=0,"",N($C$1)+N($C$2))'],
    ['[a]', 'IF(ISNUMBER($C$1),$C$1,"")'],
    ['[a] / [b]', 'IFERROR(IF(COUNT($C$1:$C$2)=0,"",N($C$1)/N($C$2)),"")'],
    ['SUM([*.1])', 'IF(COUNT($D$1:$D$5)=0,"",SUM($D$1:$D$5))'],
    ['-2 ^ 2', '(-2)^2'],
    ['-(2 ^ 2)', '-(2^2)'],
    ['50%%', '50/100/100'],
    ['1 - (2 - 3)', '1-(2-3)'],
    ['[a] <= 3', 'IF(COUNT($C$1)=0,"",N($C$1)<=3)'],
    ['[c] <= [a] + 1', 'IF(COUNT($C$1,$C$3)=0,"",ROUND(N($C$3),6)<=ROUND(N($C$1)+1,6))'],
    ['ROUND([a], 2)', 'IF(COUNT($C$1)=0,"",ROUND(N($C$1),2))'],
    ['ROUND([a] * 1.1, 2)', 'IF(COUNT($C$1)=0,"",ROUND(ROUND(N($C$1)*1.1,9),2))'],
    ['IFS([a] > 1, 2, [a] > 0, 1)', 'IFERROR(IF(COUNT($C$1)=0,"",IF(N($C$1)>1,2,IF(N($C$1)>0,1,NA()))),"")'],
    ['ISBLANK([a])', 'COUNT($C$1)=0'],
    ['DATE(1900, 1, 1) > [e]', 'IFERROR(IF(COUNT($C$9)=0,"",DATE(1900,1,1)>N($C$9)),"")'],
    ['DATE(1800, 1, 1) > [e]', 'IFERROR(IF(COUNT($C$9)=0,"",IF(1800<1900,NA(),DATE(1800,1,1))>N($C$9)),"")'],
    ['NZ([a] / [b], 0) + 1', 'IFERROR(N($C$1)/N($C$2),0)+1'],
    ['[t] = "国""培"', 'IF(SUMPRODUCT(($C$7<>"")*($C$7<>"/"))=0,"",IF($C$7="/","",$C$7&"")="国""培")'],
    ['CONTAINS([t], "??")', 'IF(SUMPRODUCT(($C$7<>"")*($C$7<>"/"))=0,"",ISNUMBER(FIND("??",IF($C$7="/","",$C$7&""))))'],
    ['GROWTH([a])', 'IFERROR(IF(COUNT($C$1)=0,"",IF(COUNT($C$1,hidden!$P$1)<2,NA(),$C$1/hidden!$P$1-1)),"")'],
    ['PARAM("班额上限") * 2', 'IFERROR(IF(ISNUMBER(hidden!$Q$1),hidden!$Q$1,NA())*2,"")'],
    ['COUNTIF([BJ.人数], ">=56")', 'IF(COUNT(BJ!$C$2:$C$9)=0,"",COUNTIF(BJ!$C$2:$C$9,">=56"))'],
  ])('%s is =%s', (source, expected) => expect(excel(source)).toBe(expected))

  test("this row's cell of a list", () =>
    expect(excel('[.人次] > 0', { ...WORLD, thisList: 'PX' })).toBe('IF(COUNT(人次7)=0,"",ROUND(N(人次7),6)>0)'))

  test('statistics across units have no form in a workbook', () => expect(excel('UNITS()', { ...WORLD, acrossUnits: true })).toBeNull())

  test('what is longer than a spreadsheet takes has no form, and nothing is cut', () => {
    const many = `SUMIF([*.1], [a], [*.1])${' + SUMIF([*.1], [a], [*.1])'.repeat(60)}`
    expect(excel(many)?.length ?? LONGEST_EXCEL_FORMULA).toBeGreaterThan(2000)
    expect(excel(`"${'字'.repeat(900)}" & [t]`)).toContain(`"${'字'.repeat(200)}"&"`)
    const wide = {
      ...WORLD,
      cells: { ...WORLD.cells, ...Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`w${i}`, 'number' as const])) },
    }
    const scattered: Addresses = { ...addresses, cell: (key) => `Sheet!$Z$${Number(key.slice(1)) * 2 + 1}` }
    const vector = { ...wide, vectors: { '*.9': Array.from({ length: 300 }, (_, i) => `w${i}`) } }
    expect(toExcel(bound('SUM([*.9])', vector), scattered)).toBeNull()
  })

  test.each([
    ['MOD', (inner: string) => `MOD(${inner}, 7)`, '[a]'],
    ['IF', (inner: string) => `IF([a] > 0, ${inner}, "")`, '[b]'],
    ['MIN of IF', (inner: string) => `MIN(IF([a] > 0, ${inner}, ""), [b])`, '[b]'],
    ['NZ', (inner: string) => `NZ(${inner}, [b])`, '[a] / [b]'],
    ['in', (inner: string) => `IF(${inner} in [甲, 乙, 丙, 丁], "甲", "戊")`, '[t]'],
    ['DATE', (inner: string) => `DATE(YEAR(${inner}), 1, 1)`, '[e]'],
  ])('60 times %s inside itself: a formula that fits or none, at once', (_, around, core) => {
    let source = core
    while (around(source).length < 1990 && source.split('(').length < 60) source = around(source)
    expect(excel(source)?.length ?? 0).toBeLessThan(LONGEST_EXCEL_FORMULA)
  })

  test('only functions that Excel 2007 has, whatever the formula', () => {
    const random = seeded(3)
    for (let i = 0; i < 800; i += 1) {
      const formula = excel(randomFormula(random, random.pick(['number', 'boolean', 'text', 'date'] as const), 3)) ?? ''
      expect(notInExcel2007(formula), formula).toEqual([])
      expect(formula.startsWith('=')).toBe(false)
    }
  })
})

describe('ranges', () => {
  test('cells side by side become one range, and nothing else is taken in', () => {
    expect(gatherRanges(['$B$2', '$C$2', '$B$3', '$C$3', '$E$3'])).toEqual(['$B$2:$C$3', '$E$3'])
    expect(gatherRanges(["'表 1'!$A$1", "'表 1'!$A$2", '表2!$A$3'])).toEqual(["'表 1'!$A$1:$A$2", '表2!$A$3'])
    expect(gatherRanges(['Z1', 'AA1', 'AB1', 'name'])).toEqual(['name', 'Z1:AB1'])
    expect(gatherRanges(['A1', 'A2', 'A1'])).toEqual(['A1:A2', 'A1'])
  })
  test('a range in order, for what pairs cells', () => {
    expect(orderedRange(['$B$2', '$B$3', '$B$4'])).toBe('$B$2:$B$4')
    expect(orderedRange(['B2', 'C2'])).toBe('B2:C2')
    expect(orderedRange(['B2', 'B4'])).toBeNull()
    expect(orderedRange(['B3', 'B2'])).toBeNull()
    expect(orderedRange(['B2', 'x!B3'])).toBeNull()
    expect(orderedRange([])).toBeNull()
  })
})
