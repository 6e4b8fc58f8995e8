import { crc32, inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { CellContent } from '../../../../../electron/workbook/write-form/template/cell-xml.ts'
import { fillSheet, openSheet } from '../../../../../electron/workbook/write-form/template/sheet-part.ts'
import type { TemplateField, SheetFields } from '../../../../../electron/workbook/write-form/template/template-field.ts'

const count = 120
const rows = Array.from({ length: count }, (_, index) => index + 5)
const xml = `<sheetData><row r="3"><c r="A3" s="1"><f>COUNT(F5:F124)</f></c></row>${rows
  .map(
    (row) =>
      `<row r="${row}" ht="20"><c r="A${row}" s="2" t="s"><v>7</v></c><c r="F${row}" s="3"><f>IF('表 ${row % 7}'!$D$${row}&lt;=1,"✔","✘")</f></c><c r="G${row}" s="4"/></row>`,
  )
  .join('')}</sheetData><mergeCells/>`

const fields: SheetFields = new Map<string, TemplateField>([
  ['A3', { kind: 'text', key: 'summary' }],
  ...rows.flatMap((row): [string, TemplateField][] => [
    [`F${row}`, { kind: 'check', key: `K${row}` }],
    [`G${row}`, { kind: 'text', key: `why:K${row}` }],
  ]),
])

const markOf = (seed: number, row: number): string => ['✔', '✘', '—'][(row * seed + Math.floor((row * row) / 3)) % 3] ?? '✔'

function filled(seed: number, whys: Record<string, string>): { text: string; crcRight: boolean; sizeRight: boolean } {
  const contentOf = (slot: TemplateField): CellContent => {
    if (slot.kind === 'check') return { kind: 'text', text: markOf(seed, Number(slot.key.slice(1))) }
    if (slot.kind === 'text' && slot.key === 'summary') return { kind: 'text', text: '共 3 条' }
    const why = slot.kind === 'text' ? whys[slot.key] : undefined
    return why === undefined ? null : { kind: 'text', text: why }
  }
  const part = fillSheet(openSheet('xl/worksheets/sheet1.xml', xml, fields), contentOf)
  const bytes = inflateRawSync(part.packed)
  return { text: bytes.toString('utf8'), crcRight: crc32(bytes) === part.crc, sizeRight: bytes.length === part.size }
}

function expected(seed: number, whys: Record<string, string>): string {
  return xml
    .replace('<c r="A3" s="1"><f>COUNT(F5:F124)</f></c>', '<c r="A3" s="1" t="str"><f>COUNT(F5:F124)</f><v>共 3 条</v></c>')
    .replace(
      /<c r="F(\d+)" s="3">(<f>.*?<\/f>)<\/c>/g,
      (_all, row: string, formula: string) => `<c r="F${row}" s="3" t="str">${formula}<v>${markOf(seed, Number(row))}</v></c>`,
    )
    .replace(/<c r="G(\d+)" s="4"\/>/g, (all, row: string) => {
      const why = whys[`why:K${row}`]
      return why === undefined ? all : `<c r="G${row}" s="4" t="inlineStr"><is><t>${why}</t></is></c>`
    })
}

describe('a sheet filled in from its template', () => {
  it('unpacks to exactly the template with its fields filled, whatever the marks', () => {
    for (const seed of [1, 2, 5, 11, 17]) expect(filled(seed, {})).toEqual({ text: expected(seed, {}), crcRight: true, sizeRight: true })
  })

  it('does so with explanations given at the start, in the middle and at the end', () => {
    for (const row of [5, 44, 45, 46, 84, 124]) {
      const whys = { [`why:K${row}`]: '两校合并，人数增加' }
      expect(filled(3, whys)).toEqual({ text: expected(3, whys), crcRight: true, sizeRight: true })
    }
  })

  it('refuses a template in which a slot has no cell', () => {
    expect(() => openSheet('xl/worksheets/sheet1.xml', xml, new Map(fields).set('Z99', { kind: 'text', key: 'lost' }))).toThrow(
      /1 of 242 fields/,
    )
  })
})
