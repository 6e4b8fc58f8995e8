import type { BatchFile as BatchFileView, FileProblem } from '../../../shared/api/batch.ts'
import type { ReturnContent } from '../../workbook/return.ts'
import type { HeldReturn, Verdict } from '../../../shared/receive/verdicts.ts'

/** A file of an open batch. Its content stays in memory until the batch is closed; the original is already in the workspace. */
export type PendingFile = {
  position: number
  name: string
  sha256: string
  size: number
  verdict: Verdict
  /** The unit's filing that the file was compared with. */
  held: HeldReturn | null
  /** True when cells are missing from its sheets, or it has tables that its unit does not file. */
  structureChanged: boolean
  unit: string | null
  unitName: string | null
  revision: number | null
  /** True when the file was written from a filing without sign-off. */
  draft: boolean
  content: ReturnContent | null
  /** The digest over the canonical facts. */
  digest: string
  facts: number
  problems: FileProblem[]
  differences: BatchFileView['differences']
  errors: number
  queries: number
  /** The values of each explained query, by `CHECK@CELL`. */
  explained: ReadonlyMap<string, string>
}

/** The open batches of the open workspace by number. A batch left open is discarded when the workspace is opened again. */
export type OpenBatches = Map<number, PendingFile[]>
