import type { BatchFile as BatchFileView, FileProblem } from '../../../shared/api/batch.ts'
import type { ReturnContent } from '../../workbook/return.ts'
import type { HeldReturn, Verdict } from '../../../shared/receive/verdicts.ts'

/** A file of an open batch. What was read stays in memory until the batch is closed; the file itself is kept already. */
export type PendingFile = {
  position: number
  name: string
  sha256: string
  size: number
  verdict: Verdict
  /** What was held of the unit when the file was compared with it. */
  held: HeldReturn | null
  /** Cells are missing from its sheets, or it carries tables that its unit does not file. */
  structureChanged: boolean
  unit: string | null
  unitName: string | null
  revision: number | null
  /** Written from a filing that was not signed off. */
  draft: boolean
  content: ReturnContent | null
  /** Digest over the canonical facts. */
  digest: string
  facts: number
  problems: FileProblem[]
  differences: BatchFileView['differences']
  errors: number
  queries: number
  /** Which values each explained query had, by `CHECK@CELL`. */
  explained: ReadonlyMap<string, string>
}

/** The open batches of the open workspace, by number. A batch left open when the program ends is discarded at the next start. */
export type OpenBatches = Map<number, PendingFile[]>
