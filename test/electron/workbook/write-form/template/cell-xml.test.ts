import { describe, expect, it } from 'vitest'
import { cellXml, escapeCellText, numberContent, textContent } from '../../../../../electron/workbook/write-form/template/cell-xml.ts'
import { divide, fromInteger } from '../../../../../shared/decimal/decimal.ts'

const head = '<c r="D5" s="3"'

describe('a cell of sheet XML', () => {
  it('keeps text that begins like a formula as text', () => {
    for (const text of ['=1+1', '+86', '-5', '@SUM', '\t=1', '\r=1']) {
      const xml = cellXml(head, '', textContent(text))
      expect(xml).toMatch(/ t="inlineStr"><is><t/)
      expect(xml).not.toContain('<f>')
    }
  })

  it('keeps white space at the ends and line breaks', () => {
    expect(cellXml(head, '', textContent(' 甲'))).toContain('<t xml:space="preserve"> 甲</t>')
    expect(cellXml(head, '', textContent('甲\n乙'))).toContain('<t xml:space="preserve">甲\n乙</t>')
    expect(cellXml(head, '', textContent('甲 乙'))).toContain('<t>甲 乙</t>')
  })

  it('writes the cached value of a formula, 0 and blank included', () => {
    expect(cellXml(head, '<f>A1</f>', numberContent(0))).toBe('<c r="D5" s="3"><f>A1</f><v>0</v></c>')
    expect(cellXml(head, '<f>A1</f>', null)).toBe('<c r="D5" s="3" t="str"><f>A1</f><v></v></c>')
    expect(cellXml(head, '<f>A1</f>', textContent('✔'))).toBe('<c r="D5" s="3" t="str"><f>A1</f><v>✔</v></c>')
  })

  it('leaves a blank cell empty', () => {
    expect(cellXml(head, '', null)).toBe('<c r="D5" s="3"/>')
    expect(cellXml(head, '', textContent(''))).toBe('<c r="D5" s="3"/>')
  })

  it('writes stored decimals exactly and longer ones as the nearest number', () => {
    expect(numberContent(1)).toEqual({ kind: 'number', text: '0.0001' })
    expect(numberContent(divide(fromInteger(1), fromInteger(3)) ?? 0)).toEqual({ kind: 'number', text: '0.3333333333333333' })
  })

  it('escapes markup, what XML cannot hold, and what looks like such an escape', () => {
    expect(escapeCellText('<a> & "b"')).toBe('&lt;a&gt; &amp; &quot;b&quot;')
    expect(escapeCellText('a\u0000b\rc')).toBe('a_x0000_b_x000D_c')
    expect(escapeCellText('_x000D_')).toBe('_x005F_x000D_')
    expect(escapeCellText('\ud800')).toBe('\ufffd')
    expect(escapeCellText('𠀀')).toBe('𠀀')
  })
})
