import type { FileProblem } from '../../shared/api/batch.ts'
import type { SignOff } from '../../shared/api/common.ts'
import type { TenThousandths } from '../../shared/decimal/decimal.ts'
import type { Fact } from '../../shared/filing/facts.ts'
import type { PackedFacts } from '../../shared/filing/packed.ts'
import type { OwnValue } from '../../shared/period/local-values.ts'
import type { Problem } from '../../shared/problem.ts'
import type { CellRef } from '../../shared/words.ts'

/** The result of reading one returned workbook (docs/workbook-format.md: How it is read), sent by the reading thread. */
export type ReadReturn = { sha256: string; size: number } & (
  | { outcome: 'refused'; problem: Problem }
  | { outcome: 'read'; content: ReturnContent; problems: FileProblem[]; structureChanged: boolean }
)

export type ReturnContent = {
  /** SHA-256 over the canonical facts as they were read. */
  digest: string
  scheme: string
  version: string
  period: string | null
  /** From the manifest, without a manifest from the cover; null when unknown, or when both give different codes. */
  unit: { code: string | null; name: string | null }
  revision: number
  /** True when the workbook was handed out without a filing, to be filled in. */
  blank: boolean
  /** True when the program wrote the workbook from an unsigned filing; false for a form that was filled in with WPS or Excel. */
  draft: boolean
  /** Time of the sign-off or of the last change, UTC ISO; null when the file has none. */
  changedAt: string | null
  signOff: SignOff
  facts: PackedFacts
  /** Texts that do not fit their cells, as typed; each also has a problem. */
  refused: [CellRef, string][]
  /** Explanations by `CHECK@CELL`. */
  explanations: [string, string][]
  /** Numbers typed over formulas. */
  typedOver: TypedOver[]
  /** The collector's data in a workbook that it handed out; null without a collector. */
  sent: FromCollector | null
}

/** A number without a formula in a computed cell: its place, and its value as a plain decimal. */
export type TypedOver = { cell: CellRef; sheet: string; address: string; text: string }

/** The data of a collecting unit in a workbook it hands out: a form to fill in or a return file 退回修改单. */
export type FromCollector = {
  issuer: { code: string; name: string }
  /** Remarks on cells to be corrected or explained. */
  remarks: [CellRef, string][]
  /** The parameters in force at the collector in the workbook's period. */
  parameters: [name: string, value: TenThousandths][]
  /** The parameters that the collector set itself. */
  ownValues: OwnValue[]
}

/** The rows of the first visible sheet with content, as texts; blank cells are ''. For rosters and other plain tables. */
export type ReadRows = { outcome: 'refused'; problem: Problem } | { outcome: 'read'; sheet: string; rows: string[][] }

/** The place of one cell of a return, found by the labels and names of the file, and its fact; null when blank or refused. */
export type PlacedCell = { cell: CellRef; sheet: string; address: string; fact: Fact | null }

/** Reads returns in killable threads, several at a time; `close` ends the threads. */
export type ReturnReader = {
  read: (name: string, bytes: Uint8Array) => Promise<ReadReturn>
  rows: (name: string, bytes: Uint8Array) => Promise<ReadRows>
  /** Finds the given cells in a return that was read before; cells without a place are left out. */
  places: (bytes: Uint8Array, cells: readonly CellRef[]) => Promise<PlacedCell[]>
  /** True while files are read or wait to be read. */
  isBusy: () => boolean
  close: () => Promise<void>
}
