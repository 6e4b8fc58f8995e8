import { expect, test } from 'vitest'
import { xlsxLimits } from '../../../../electron/workbook/xlsx/limits.ts'
import { readXlsx } from '../../../../electron/workbook/xlsx/read-xlsx.ts'
import { seeded } from '../../../../build/bench/read-fixtures.ts'
import { buildXlsx } from '../../../builders/xlsx-builder.ts'
import type { ZipPart } from '../../../builders/zip-builder.ts'

type Written = {
  dataXml: string
  strings: readonly string[]
  formats: readonly (number | string)[]
  date1904: boolean
  cutOff?: 'sharedStrings' | 'styles' | null
  folder?: string
}

/**
 * A sheet, and a second sheet that fills the shared strings. `cutOff` is the part that is cut short, `folder` the parts' folder.
 */
function bookOf({ dataXml, strings, formats, date1904, cutOff = null, folder = 'xl' }: Written): Uint8Array {
  const texts = Object.fromEntries(strings.map((text, index) => [`A${index + 1}`, text]))
  const change = (parts: ZipPart[]): ZipPart[] =>
    parts.map((part) => (part.name === `${folder}/${cutOff}.xml` ? { ...part, data: part.data.slice(0, -10) } : part))
  return buildXlsx({
    formats: [...formats],
    date1904,
    workbookPart: `${folder}/workbook.xml`,
    sheets: [
      { name: 'a', dataXml },
      { name: 'b', cells: texts },
    ],
    change,
  })
}

const cellsOf = (bytes: Uint8Array, limits = xlsxLimits): unknown => readXlsx(bytes, limits).sheets[0]!.cells

/** The cells, or the error. */
function outcome(bytes: Uint8Array): string {
  try {
    return JSON.stringify(cellsOf(bytes))
  } catch (error) {
    return String(error)
  }
}

test('a sheet that follows one like it reads as it does by itself', () => {
  const random = seeded(5)
  const pick = <Choice>(choices: readonly Choice[]): Choice => choices[Math.floor(random() * choices.length)]!
  const cell = (row: number): string =>
    pick([
      `<c r="A${row}" t="s"><v>${pick([0, 1])}</v></c>`,
      `<c r="B${row}" s="1"><v>45536</v></c>`,
      `<c><v>${pick([1, 2])}</v></c>`,
      `<c r="C${row}"><f>A1</f></c>`,
      `<c r="D${row}" t="inlineStr"><is><t>一</t></is></c>`,
      '',
    ])
  const rows = (): string[] =>
    Array.from(
      { length: 6 },
      (_, index) =>
        `<row${pick(['', ` r="${index + 1}"`])}>${cell(index + 1)}${cell(index + 1)}</row>${pick(['', '', '', '<c><v>9</v></c>'])}`,
    )
  let last = rows()
  const seen = new Set<string>()
  for (let round = 0; round < 600; round += 1) {
    // Most rows stay, some change, and now and then one is lost or doubled.
    last = rows().map((row, index) => (random() < 0.7 ? (last[index] ?? row) : row))
    if (random() < 0.2) last.splice(Math.floor(random() * last.length), 1)
    if (random() < 0.1) last.push(last[0]!)
    const written: Written = {
      dataXml: last.join(''),
      strings: pick([
        ['甲', '乙'],
        ['丙', '丁'],
      ]),
      formats: pick([
        [0, 14],
        [0, 0],
      ]),
      date1904: random() < 0.2,
      cutOff: random() < 0.2 ? 'sharedStrings' : null,
    }
    // The memory has no parts of another name.
    const scanned = outcome(bookOf({ ...written, folder: `new${round}` })).replaceAll(`new${round}`, 'xl')
    const bytes = bookOf(written)
    expect(outcome(bytes)).toBe(scanned)
    expect(outcome(bytes)).toBe(scanned)
    seen.add(scanned)
  }
  expect(seen.size).toBeGreaterThan(100)
})

test('a remembered row counts against the limits like any other', () => {
  const row = (number: number): string => `<row r="${number}"><c r="A${number}"><v>1</v></c><c r="B${number}"><v>2</v></c></row>`
  const bytes = bookOf({ dataXml: row(1) + row(2), strings: [], formats: [0], date1904: false })
  expect(cellsOf(bytes)).toHaveLength(4)
  expect(() => cellsOf(bytes, { ...xlsxLimits, cells: 3 })).toThrow(expect.objectContaining({ code: 'too-many-cells' }) as Error)
})

test('a sheet is remembered whatever other files come in between, as long as they are few', () => {
  // A remembered row gives the same cell objects as before.
  const written = { dataXml: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings: ['甲'], formats: [0], date1904: false }
  const cell = (folder = 'xl'): unknown => readXlsx(bookOf({ ...written, folder })).sheets[0]!.cells[0]
  const others = (from: number, to: number): void => {
    for (let number = from; number < to; number += 1) cell(`odd${number}`)
  }
  others(0, 250)
  const first = cell()
  for (let number = 250; number < 500; number += 1) {
    others(number, number + 1)
    expect(cell()).toBe(first)
  }
  others(500, 750)
  const again = cell()
  expect(again).not.toBe(first)
  expect(again).toEqual(first)
})

test('all sheets of a large workbook are remembered until the next', () => {
  const sheets = Array.from({ length: 60 }, (_, index) => ({ name: `表${index}`, cells: { A1: index, B1: 'x'.repeat(10_000) } }))
  const bytes = buildXlsx({ sheets, strings: 'inline' })
  const cells = (): unknown[] => readXlsx(bytes).sheets.map((sheet) => sheet.cells[0])
  const before = cells()
  cells().forEach((cell, index) => expect(cell).toBe(before[index]))
})

test.each<['sharedStrings' | 'styles', string, string]>([
  ['sharedStrings', '<c r="A1" t="s"><v>0</v></c>', '<c r="A1" t="inlineStr"><is><t>甲</t></is></c>'],
  ['styles', '<c r="A1" s="1"><v>45536</v></c>', '<c r="A1" t="str"><v>甲</v></c>'],
])('a sheet that needs nothing of %s is read though that part broke off, whatever was read before it', (cutOff, needing, needless) => {
  const written = { strings: ['乙'], formats: [0, 14], date1904: false }
  const row = (cell: string): string => `<row r="1">${cell}</row>`
  const broken = bookOf({ ...written, dataXml: row(needless), cutOff })
  expect(cellsOf(bookOf({ ...written, dataXml: row(needing) }))).toHaveLength(1)
  expect(cellsOf(broken)).toMatchObject([{ row: 1, column: 1, kind: 'text', text: '甲' }])
  expect(() => cellsOf(bookOf({ ...written, dataXml: row(needing), cutOff }))).toThrow(
    expect.objectContaining({
      code: 'damaged',
      details: expect.objectContaining({ part: `xl/${cutOff.toLowerCase()}.xml`, sheet: 'a' }) as object,
    }) as Error,
  )
})
