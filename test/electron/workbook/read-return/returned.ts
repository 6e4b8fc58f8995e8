import { readReturn, type ReadOutcome } from '../../../../electron/workbook/read-return/read-return.ts'
import type { WorkbookInput } from '../../../../electron/workbook/write-form/input.ts'
import { writeWorkbook } from '../../../../electron/workbook/write-form/write-workbook.ts'
import { readXlsx } from '../../../../electron/workbook/xlsx/read-xlsx.ts'
import type { Fact } from '../../../../shared/filing/facts.ts'
import { unpackFacts } from '../../../../shared/filing/packed.ts'
import type { Scheme } from '../../../../shared/scheme/scheme.ts'
import { sampleScheme } from '../write-form/sample.ts'

/** A read return, with its facts by their cells. */
export type Returned = Extract<ReadOutcome, { outcome: 'read' }> & { facts: Record<string, Fact> }

export function returned(bytes: Uint8Array, scheme: Scheme = sampleScheme()): Returned {
  const read = readReturn(bytes, scheme)
  if (read.outcome !== 'read') throw new Error(`refused: ${JSON.stringify(read.problem)}`)
  return { ...read, facts: Object.fromEntries(unpackFacts(scheme, read.content.facts)) }
}

/** Writes a filing and reads it. */
export async function readBack(input: WorkbookInput): Promise<Returned> {
  return returned(await writeWorkbook(input), input.scheme)
}

/** Every text on every sheet. */
export function readSheets(bytes: Uint8Array): string[] {
  return readXlsx(bytes).sheets.flatMap((sheet) => sheet.cells.map((cell) => cell.text))
}

/** The codes of the problems with their cells. */
export function places(read: Returned): [string, string | null][] {
  return read.problems.map(({ problem, cell }) => [problem.code, cell])
}
