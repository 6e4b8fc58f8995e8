import { setTimeout } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { collectGarbage } from '../../build/bench/measuring.ts'
import { createReadingPool } from '../../electron/workbook/threads/pool.ts'
import type { ReadReturn } from '../../electron/workbook/return.ts'
import type { ReaderData, ReaderJob } from '../../electron/workbook/read-return/jobs.ts'
import { writeWorkbook } from '../../electron/workbook/write-form/write-workbook.ts'
import { buildXlsx, type XlsxSpec } from '../builders/xlsx-builder.ts'
import type { ZipPart } from '../builders/zip-builder.ts'
import { closeParts, edit, openParts, partOf, putCells, type Parts } from '../electron/workbook/read-return/change-workbook.ts'
import { count, sampleInput, sampleScheme } from '../electron/workbook/write-form/sample.ts'

/**
 * Files that are harmless alone, but would together fill the memory of a reader that keeps data of former files
 * (docs/design/promises.md: Promise 4).
 */
const MiB = 1024 * 1024

/** A workbook with its parts in a folder of its own, so that remembered parts of another file never fit. */
function inFolder(number: number, spec: Omit<XlsxSpec, 'workbookPart'>): Buffer {
  return buildXlsx({ ...spec, workbookPart: `folder${number}/workbook.xml` })
}

const changed =
  (name: string, by: (part: ZipPart) => Partial<ZipPart>) =>
  (parts: ZipPart[]): ZipPart[] =>
    parts.map((part) => (part.name.endsWith(name) ? { ...part, ...by(part) } : part))
const many = (times: number, one: (index: number) => string): string => Array.from({ length: times }, (_, index) => one(index)).join('')

/** A workbook with one cell and a table of `times` strings; stored without packing by default, because packing takes the longest. */
function withStrings(times: number, method = 0): (number: number) => Buffer {
  const data = `<sst>${many(times, (index) => `<si><t>string ${index} of many</t></si>`)}</sst>`
  return (number) =>
    inFolder(number, { sheets: [{ name: 'a', cells: { A1: 'x' } }], change: changed('sharedStrings.xml', () => ({ data, method })) })
}

const attacks: [what: string, file: (number: number) => Buffer][] = [
  ['80,000 strings and one cell', withStrings(80_000)],
  ['as many strings as are remembered and one cell', withStrings(7000, 8)],
  [
    'one long string',
    (number) =>
      inFolder(number, {
        sheets: [{ name: 'a', cells: { A1: `${number} long `.repeat(500_000) } }],
        change: changed('sharedStrings.xml', () => ({ method: 0 })),
      }),
  ],
  [
    'as many cells as are remembered',
    (number) =>
      inFolder(number, {
        sheets: [{ name: 'a', dataXml: many(200, (row) => `<row>${many(60, () => `<c><v>${number + row}</v></c>`)}</row>`) }],
      }),
  ],
  [
    'as many rows as are remembered',
    (number) => inFolder(number, { sheets: [{ name: 'a', dataXml: `<row><c><v>${number}</v></c></row>${'<row/>'.repeat(43_000)}` }] }),
  ],
  [
    'one cell in a file that is not packed',
    (number) =>
      inFolder(number, {
        sheets: [{ name: 'a', cells: { A1: number } }],
        change: (parts) => [...parts, { name: 'ballast', data: Buffer.alloc(6 * MiB) }].map((part) => ({ ...part, method: 0 })),
      }),
  ],
]

/** The memory in use, in MiB; the pauses let memory outside the heap go after a collection. */
async function inUse(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    collectGarbage()
    await setTimeout(20)
  }
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / MiB
}

/** A reader without data of former files. */
async function newReader(): Promise<(bytes: Buffer) => number> {
  vi.resetModules()
  const { readXlsx } = await import('../../electron/workbook/xlsx/read-xlsx.ts')
  return (bytes) => readXlsx(bytes).sheets[0]!.cells.length
}

describe('little is left behind', () => {
  test.each(attacks)('by thirty files, each with %s', async (_what, file) => {
    const cellsIn = await newReader()
    const before = await inUse()
    for (let number = 0; number < 30; number += 1) expect(cellsIn(file(number))).toBeGreaterThan(0)
    expect((await inUse()) - before).toBeLessThan(65)
  })

  test.each<[string, (parts: Parts, number: number) => void]>([
    [
      '80,000 names said to stand for something',
      (parts, number) =>
        putCells(parts, '_xt', { A5000: `names:${number + 100}`, B5000: many(80_000, (index) => `XT_${number}_${index}=A1.01.1 `) }),
    ],
    [
      'few of them on a long hidden sheet',
      (parts, number) => {
        putCells(parts, '_xt', { A5000: `names:${number + 100}`, B5000: `XT_Q${number}=A1.01.1` })
        edit(parts, partOf(parts, '_xt'), (xml) => xml.replace('<sheetData>', `<!-- ${' '.repeat(10 * MiB)} --><sheetData>`))
      },
    ],
  ])('by ten returns, each with %s', async (_what, by) => {
    vi.resetModules()
    const { readReturn } = await import('../../electron/workbook/read-return/read-return.ts')
    const school = await writeWorkbook(sampleInput({ 'A1.01.1': count(11) }))
    const before = await inUse()
    for (let number = 0; number < 10; number += 1) {
      const parts = openParts(school)
      by(parts, number)
      // Each return has a name of its own, so that it is not taken for the one before.
      edit(parts, 'xl/workbook.xml', (xml) =>
        xml.replace('</definedNames>', `<definedName name="own${number}">1</definedName></definedNames>`),
      )
      expect(readReturn(closeParts(parts), sampleScheme()).outcome).toBe('read')
    }
    expect((await inUse()) - before).toBeLessThan(45)
  })

  test('by a file with few names in a long part', async () => {
    const cellsIn = await newReader()
    const before = await inUse()
    const ballast = changed('workbook.xml', ({ data }) => ({ data: `${String(data)}<!-- ${' '.repeat(60 * MiB)} -->` }))
    expect(cellsIn(buildXlsx({ sheets: [{ name: 'a', cells: { A1: 1 } }], names: [{ name: 'n', text: 'a!$A$1' }], change: ballast }))).toBe(
      1,
    )
    expect(cellsIn(buildXlsx({ sheets: [{ name: 'a', cells: { A1: 1 } }] }))).toBe(1)
    expect((await inUse()) - before).toBeLessThan(40)
  })
})

test('a school’s return is read after thirty files that each would leave 80,000 strings behind', async () => {
  const pool = createReadingPool<ReaderJob, ReadReturn>({
    workerUrl: new URL('../../electron/workbook/read-return/reader-worker.ts', import.meta.url),
    size: 1,
    timeoutMs: 20_000,
    memoryMb: 64,
    workerData: { scheme: sampleScheme() } satisfies ReaderData,
  })
  const read = async (bytes: Uint8Array): Promise<string> => {
    const result = await pool.run({ kind: 'return', bytes })
    return result.outcome === 'refused' ? result.problem.code : result.outcome
  }
  try {
    const school = await writeWorkbook(sampleInput({ 'A1.01.1': count(11) }))
    const hostile = withStrings(80_000)
    for (let number = 0; number < 30; number += 1) expect(await read(hostile(number))).toBe('not-a-return')
    expect(await read(school)).toBe('read')
  } finally {
    await pool.close()
  }
})
