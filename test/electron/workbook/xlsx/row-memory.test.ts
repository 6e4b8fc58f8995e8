import { expect, test } from 'vitest'
import { xlsxLimits } from '../../../../electron/workbook/xlsx/limits.ts'
import { readXlsx } from '../../../../electron/workbook/xlsx/read-xlsx.ts'
import { seeded } from '../../../../build/bench/read-fixtures.ts'
import { buildXlsx } from '../../../builders/xlsx-builder.ts'

type Written = { dataXml: string; strings: readonly string[]; formats: readonly (number | string)[]; date1904: boolean }

/** One sheet whose shared strings are those of a second sheet. */
function bookOf({ dataXml, strings, formats, date1904 }: Written): Uint8Array {
  const texts = Object.fromEntries(strings.map((text, index) => [`A${index + 1}`, text]))
  return buildXlsx({ formats: [...formats], date1904, sheets: [{ name: 'a', dataXml }, { name: 'b', cells: texts }] })
}

const cellsOf = (bytes: Uint8Array, limits = xlsxLimits): unknown => readXlsx(bytes, limits).sheets[0]!.cells

/** The same book as no memory knows it: a blank inside each row's tag makes other bytes of it and nothing else. */
const unknown = (written: Written, round: number): Written => ({ ...written, dataXml: written.dataXml.replaceAll('<row', `<row${' '.repeat((round % 7) + 1)}`) })

test('a sheet that follows one like it reads as it does by itself', () => {
  const random = seeded(5)
  const pick = <Choice>(choices: readonly Choice[]): Choice => choices[Math.floor(random() * choices.length)]!
  const cell = (row: number): string => pick([
    `<c r="A${row}" t="s"><v>${pick([0, 1])}</v></c>`, `<c r="B${row}" s="1"><v>45536</v></c>`, `<c><v>${pick([1, 2])}</v></c>`, `<c r="C${row}"><f>A1</f></c>`, `<c r="D${row}" t="inlineStr"><is><t>一</t></is></c>`, '',
  ])
  const rows = (): string[] => Array.from({ length: 6 }, (_, index) => `<row${pick(['', ` r="${index + 1}"`])}>${cell(index + 1)}${cell(index + 1)}</row>${pick(['', '', '', '<c><v>9</v></c>'])}`)
  let last = rows()
  const seen = new Set<string>()
  for (let round = 0; round < 600; round += 1) {
    // Most rows as before, some changed, one lost or doubled now and then.
    last = rows().map((row, index) => (random() < 0.7 ? (last[index] ?? row) : row))
    if (random() < 0.2) last.splice(Math.floor(random() * last.length), 1)
    if (random() < 0.1) last.push(last[0]!)
    const written = { dataXml: last.join(''), strings: pick([['甲', '乙'], ['丙', '丁']]), formats: pick([[0, 14], [0, 0]]), date1904: random() < 0.2 }
    const read = (bytes: () => Uint8Array): string => {
      try {
        return JSON.stringify(cellsOf(bytes()))
      } catch (error) {
        return String(error)
      }
    }
    const found = read(() => bookOf(written))
    expect(found).toBe(read(() => bookOf(unknown(written, round))))
    expect(read(() => bookOf(written))).toBe(found)
    seen.add(found)
  }
  expect(seen.size).toBeGreaterThan(100)
})

test('a remembered row counts against the limits like any other', () => {
  const row = (number: number): string => `<row r="${number}"><c r="A${number}"><v>1</v></c><c r="B${number}"><v>2</v></c></row>`
  const bytes = bookOf({ dataXml: row(1) + row(2), strings: [], formats: [0], date1904: false })
  expect(cellsOf(bytes)).toHaveLength(4)
  expect(() => cellsOf(bytes, { ...xlsxLimits, cells: 3 })).toThrow(expect.objectContaining({ code: 'too-many-cells' }) as Error)
})
