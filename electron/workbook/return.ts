import type { FileProblem } from '../../shared/api/batch.ts'
import type { SignOff } from '../../shared/api/common.ts'
import type { TenThousandths } from '../../shared/decimal/decimal.ts'
import type { Fact } from '../../shared/filing/facts.ts'
import type { PackedFacts } from '../../shared/filing/packed.ts'
import type { OwnValue } from '../../shared/period/local-values.ts'
import type { Problem } from '../../shared/problem.ts'
import type { CellRef } from '../../shared/words.ts'

/** What one returned workbook says (docs/workbook-format.md: How it is read), as the reading thread answers it. */
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
  /** By the manifest, or by what the cover says; null where neither says it. */
  unit: { code: string | null; name: string | null }
  revision: number
  /** Handed out to be filled in: the program wrote no filing into it. */
  blank: boolean
  /** Written by the program from a filing that was not signed off. Never so for a form that was filled in with WPS or Excel. */
  draft: boolean
  /** When it was signed or last changed, UTC ISO; null when the file does not say. */
  changedAt: string | null
  signOff: SignOff
  facts: PackedFacts
  /** Text that stood in a cell and does not fit it, kept as typed; each also has a problem. */
  refused: [CellRef, string][]
  /** By `CHECK@CELL`. */
  explanations: [string, string][]
  /** Numbers that stand where a formula should. */
  typedOver: TypedOver[]
  /** What its collector sent along in a workbook that it handed out; null in one that the filing unit wrote itself. */
  sent: FromCollector | null
}

/** A number without a formula in a computed cell: where it stands, and what it is as a plain decimal. */
export type TypedOver = { cell: CellRef; sheet: string; address: string; text: string }

/** What a collecting unit tells by a workbook it hands out, a form to fill in or a return file 退回修改单. */
export type FromCollector = {
  issuer: { code: string; name: string }
  /** What is to be corrected or explained, by cell. */
  remarks: [CellRef, string][]
  /** The parameters in force at the collector in the workbook's period. */
  parameters: [name: string, value: TenThousandths][]
  /** Of these the ones that the collector set itself. */
  ownValues: OwnValue[]
}

/** The rows of a workbook's first sheet that has any, as texts; blank cells are ''. For rosters and other plain tables. */
export type ReadRows = { outcome: 'refused'; problem: Problem } | { outcome: 'read'; sheet: string; rows: string[][] }

/** Where one cell of a return stood on its sheets, by the return's own labels and names, and what it says; null when blank or refused. */
export type PlacedCell = { cell: CellRef; sheet: string; address: string; fact: Fact | null }

/** Reads returns in killable threads, several at a time; `close` ends the threads. */
export type ReturnReader = {
  read: (name: string, bytes: Uint8Array) => Promise<ReadReturn>
  rows: (name: string, bytes: Uint8Array) => Promise<ReadRows>
  /** Where the given cells stand in a return that was read before; those that cannot be found are left out. */
  places: (bytes: Uint8Array, cells: readonly CellRef[]) => Promise<PlacedCell[]>
  /** Whether files are being read, or wait to be. */
  isBusy: () => boolean
  close: () => Promise<void>
}
