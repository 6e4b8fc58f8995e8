import { describe, expect, test } from 'vitest'
import type { XlsxLimits } from '../../electron/workbook/xlsx/limits.ts'
import { xlsxLimits } from '../../electron/workbook/xlsx/limits.ts'
import { readXlsx } from '../../electron/workbook/xlsx/read-xlsx.ts'
import { XlsxRefusal } from '../../electron/workbook/xlsx/refusal.ts'
import type { SheetSpec } from '../builders/xlsx-builder.ts'
import { buildXlsx } from '../builders/xlsx-builder.ts'

const MiB = 1024 * 1024

/** The number of cells in a workbook after a full read, or the refusal. */
function readAll(bytes: Uint8Array, limits: XlsxLimits = xlsxLimits): { code: string; reason: unknown } | number {
  try {
    return readXlsx(bytes, limits).sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0)
  } catch (error) {
    if (!(error instanceof XlsxRefusal)) throw error
    return { code: error.code, reason: error.details.reason }
  }
}

function sheetOfZeros(size: number, claimedSize?: number): Buffer {
  return buildXlsx({
    sheets: [{ name: 'a' }],
    change: (parts) =>
      parts.map((part) =>
        part.name.endsWith('sheet1.xml')
          ? { ...part, data: Buffer.alloc(size, 0x20), ...(claimedSize === undefined ? {} : { claimedSize }) }
          : part,
      ),
  })
}

describe('a small file that unpacks to a huge one', () => {
  test('and says so is refused by the directory alone', () => {
    const bytes = sheetOfZeros(129 * MiB)
    expect(bytes.length).toBeLessThan(MiB)
    expect(readAll(bytes)).toEqual({ code: 'too-large', reason: 'part' })
  })
  test('and says it is small is stopped at the size it said', () => {
    const bytes = sheetOfZeros(30 * MiB, 1000)
    const before = process.memoryUsage()
    expect(readAll(bytes)).toEqual({ code: 'unsafe', reason: 'lying-size' })
    expect(process.memoryUsage().external - before.external).toBeLessThan(10 * MiB)
  })
  test('and says it is small enough to pass is stopped there too', () => {
    expect(readAll(sheetOfZeros(30 * MiB, 100_000))).toEqual({ code: 'unsafe', reason: 'lying-size' })
  })
  test('by many parts that point at the same bytes is refused', () => {
    const bytes = buildXlsx({
      sheets: [{ name: 'a' }],
      change: (parts) => [
        ...parts,
        { name: 'kernel', data: Buffer.alloc(MiB) },
        ...Array.from({ length: 20 }, (_, index) => ({ name: `quoted${index}`, data: Buffer.alloc(MiB), sharesBytesOf: 'kernel' })),
      ],
    })
    expect(readAll(bytes, { ...xlsxLimits, unpackedBytes: 20 * MiB })).toEqual({ code: 'too-large', reason: 'unpacked' })
    expect(readAll(bytes)).toEqual({ code: 'unsafe', reason: 'overlapping-entries' })
  })
  test('by several parts, each below the limit of one, is refused by their sum', () => {
    const bytes = buildXlsx({
      sheets: [{ name: 'a' }],
      change: (parts) => [...parts, ...[1, 2, 3].map((index) => ({ name: `media${index}`, data: Buffer.alloc(4 * MiB) }))],
    })
    expect(readAll(bytes, { ...xlsxLimits, partBytes: 5 * MiB, unpackedBytes: 10 * MiB })).toEqual({
      code: 'too-large',
      reason: 'unpacked',
    })
  })
})

describe('a file that is too much in other ways', () => {
  test('over the bytes of a file', () => expect(readAll(Buffer.alloc(64 * MiB + 1))).toEqual({ code: 'too-large', reason: 'file' }))
  test('too many entries', () => {
    const bytes = buildXlsx({
      sheets: [{ name: 'a' }],
      change: (parts) => [...parts, ...Array.from({ length: 5000 }, (_, index) => ({ name: `x${index}`, data: '', method: 0 }))],
    })
    expect(readAll(bytes)).toEqual({ code: 'too-many-entries', reason: undefined })
  })
  test('too many sheets', () => {
    const sheets = Array.from({ length: 201 }, (_, index): SheetSpec => ({ name: `表${index}` }))
    expect(readAll(buildXlsx({ sheets }))).toEqual({ code: 'too-many-sheets', reason: undefined })
    expect(readAll(buildXlsx({ sheets: sheets.slice(1) }))).toBe(0)
  })
  test('too many cells, counted over all sheets', () => {
    const cell = '<c><v>1</v></c>'
    const sheet = (name: string, rows: number): SheetSpec => ({ name, dataXml: `<row>${cell.repeat(1000)}</row>`.repeat(rows) })
    expect(readAll(buildXlsx({ sheets: [sheet('a', 600), sheet('b', 401)] }))).toEqual({ code: 'too-many-cells', reason: undefined })
    expect(readAll(buildXlsx({ sheets: [sheet('a', 3), sheet('b', 2)] }))).toBe(5000)
  })
  test('one long text that a hundred thousand cells point at', () => {
    const bytes = buildXlsx({
      sheets: [
        { name: 'a', cells: { A1: 'long '.repeat(6000) } },
        { name: 'b', dataXml: `<row>${'<c t="s"><v>0</v></c>'.repeat(1000)}</row>`.repeat(100) },
      ],
    })
    expect(readAll(bytes)).toEqual({ code: 'too-large', reason: 'text' })
  })
  test('more shared strings than cells can be', () => {
    const bytes = buildXlsx({
      sheets: [{ name: 'a', cells: { A1: 'x' } }],
      change: (parts) =>
        parts.map((part) =>
          part.name.endsWith('sharedStrings.xml') ? { ...part, data: `<sst>${'<si/>'.repeat(1_000_001)}</sst>` } : part,
        ),
    })
    expect(readAll(bytes)).toEqual({ code: 'too-large', reason: 'shared-strings' })
  })
  test('a hundred thousand and one names, or merged regions', () => {
    const names = Array.from({ length: 100_001 }, (_, index) => ({ name: `n${index}`, text: 'a!$A$1' }))
    expect(readAll(buildXlsx({ sheets: [{ name: 'a' }], names }))).toEqual({ code: 'too-many-names', reason: 'names' })
    expect(readAll(buildXlsx({ sheets: [{ name: 'a', merges: Array.from({ length: 100_001 }, () => 'A1:B2') }] }))).toEqual({
      code: 'too-many-names',
      reason: 'merges',
    })
  })
})
