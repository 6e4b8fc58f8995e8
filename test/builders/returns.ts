import type { Fact } from '../../shared/filing/facts.ts'
import type { CellRef, UnitCode } from '../../shared/words.ts'
import { writeWorkbook } from '../../electron/workbook/write-form/write-workbook.ts'
import type { WorkbookInput } from '../../electron/workbook/write-form/input.ts'
import type { BatchFile, BatchView } from '../../shared/api/batch.ts'
import { demoInputs, loadDemoCounty, loadMinsheng } from './demo-returns.ts'
import type { Program } from './program.ts'

let inputs: Map<UnitCode, WorkbookInput> | null = null

/** The workbook inputs of the demo county by unit, in the order of its filings. */
export function demoInputsByUnit(): Map<UnitCode, WorkbookInput> {
  inputs ??= new Map(demoInputs(loadMinsheng(), loadDemoCounty()).map((input) => [input.unit.code, input]))
  return inputs
}

/** The codes of the demo units of a kind, in the order of their filings. */
export function demoUnits(kind: string): UnitCode[] {
  return [...demoInputsByUnit().values()].filter((input) => input.unit.kind === kind).map((input) => input.unit.code)
}

export type Change = Partial<WorkbookInput> & { cells?: Record<CellRef, Fact | null> }
export type Return = { name: string; bytes: Uint8Array<ArrayBuffer> }

/** A demo unit's return with changes; null in `cells` makes a cell blank. */
export async function demoReturn(unit: UnitCode, { cells = {}, ...change }: Change = {}): Promise<Return> {
  const input = demoInputsByUnit().get(unit)
  if (input === undefined) throw new Error(`${unit} is not a unit of the demo`)
  const facts = new Map(change.facts ?? input.facts)
  for (const [cell, fact] of Object.entries(cells)) {
    if (fact === null) facts.delete(cell)
    else facts.set(cell, fact)
  }
  const bytes = new Uint8Array(await writeWorkbook({ ...input, ...change, facts }))
  return { name: `${unit} ${input.unit.name} r${change.revision ?? input.revision}.xlsx`, bytes }
}

/** Adds files to a new batch without a commit. */
export async function arrive(program: Program, files: readonly Return[]): Promise<{ batch: number; files: BatchFile[] }> {
  const { batch } = await program.ask<BatchView>('POST', '/api/batches')
  for (const { name, bytes } of files)
    await program.send<BatchFile[]>(`/api/batches/${batch}/files?name=${encodeURIComponent(name)}`, bytes)
  return { batch, files: (await program.ask<BatchView>('GET', `/api/batches/${batch}`)).files }
}

/** Adds files to a new batch and commits the batch; `also` are the positions taken by decision. */
export async function receive(program: Program, files: readonly Return[], also: readonly number[] = []): Promise<BatchView> {
  const { batch } = await arrive(program, files)
  return program.ask<BatchView>('POST', `/api/batches/${batch}/commit`, { also })
}
