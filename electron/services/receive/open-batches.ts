import type { BatchFile as BatchFileView, FileProblem } from '../../../shared/api/batch.ts'
import type { ReadReturn, ReturnContent } from '../../workbook/return.ts'
import type { HeldReturn, Verdict } from '../../../shared/receive/verdicts.ts'

/** A file of an open batch. Its content stays in memory until the batch is closed; the original is already in the workspace. */
export type PendingFile = {
  position: number
  name: string
  sha256: string
  /** The file as the reading thread read it, to be judged again when what it was compared with has changed. */
  reading: ReadReturn
  /** The digest of the scheme that read the file: its facts are packed by places in this scheme. */
  scheme: string
  /** The codes of the tables that its unit files. */
  tables: string
  /** The verdict on the file alone; `verdict` also heeds the other files of its batch. */
  alone: Verdict
  verdict: Verdict
  /** The unit's filing that the file was compared with. */
  held: HeldReturn | null
  unit: string | null
  unitName: string | null
  revision: number | null
  /** True when the file was written from a filing without sign-off. */
  draft: boolean
  content: ReturnContent | null
  /** The digest over the canonical facts. */
  digest: string
  /** The digest over everything that the file says: facts, texts that do not fit, explanations and sign-off. */
  contentDigest: string
  facts: number
  problems: FileProblem[]
  differences: BatchFileView['differences']
  errors: number
  queries: number
  /** The values of each explained query, by `CHECK@CELL`. */
  explained: ReadonlyMap<string, string>
}

/** An open batch in memory; files are added, and the batch is committed or discarded, only while it is `open`. */
export type OpenBatch = { id: number; state: 'open' | 'committing' | 'closed'; files: PendingFile[] }

/** The open batches of the open workspace by number. A batch left open is discarded when the workspace is opened again. */
export type OpenBatches = Map<number, OpenBatch>
