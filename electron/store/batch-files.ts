import type { difference, FileProblem, Verdict } from '../../shared/api/batch.ts'
import type { Problem } from '../../shared/problem.ts'
import type { UnitCode } from '../../shared/words.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { contentFromJson, contentToJson, type FilingContent } from './filing-content.ts'
import { all, one, run, sql, value } from './sql.ts'

/** One cell that differs between what is held and what came. */
export type Difference = (typeof difference)['_output']

/** One file of a batch with its verdict (DESIGN §5). `position` counts from 1 in the order of arrival. */
export type BatchFile = {
  batch: number
  position: number
  name: string
  sha256: string
  verdict: Verdict
  unit: UnitCode | null
  revision: number | null
  /** The filing it went into; null until committed. */
  filing: number | null
  /** Whether a commit would take it, or has taken it. */
  taken: boolean
  /** Why it lies apart; null when it does not. */
  parked: Problem | null
  /** How many facts were read, and what the county's own run of the checks found. */
  facts: number
  errors: number
  queries: number
  problems: readonly FileProblem[]
  differences: readonly Difference[]
}

/** What may be known of a file after it was added. */
export type BatchFileChange = Partial<Omit<BatchFile, 'batch' | 'position'>>

type BatchFileRow = Omit<BatchFile, 'taken' | 'parked' | 'problems' | 'differences'> & {
  taken: number
  parked: string | null
  problems: string
  differences: string
}

const columns = sql`batch, position, name, sha256, verdict, unit, revision, filing, taken, parked, facts, errors, queries, problems, differences`

function rowToFile(row: BatchFileRow): BatchFile {
  return {
    ...row,
    taken: row.taken === 1,
    parked: row.parked === null ? null : (JSON.parse(row.parked) as Problem),
    problems: JSON.parse(row.problems) as FileProblem[],
    differences: JSON.parse(row.differences) as Difference[],
  }
}

/** Adds a file at the end of a batch. `incoming`, what was read from it, is kept until the batch is no longer open. */
export function addBatchFile(db: WritableDb, file: Omit<BatchFile, 'position'>, incoming: FilingContent | null): BatchFile {
  const position = 1 + (value<number>(db, sql`SELECT MAX(position) FROM batch_file WHERE batch = ${file.batch}`) ?? 0)
  run(db, sql`INSERT INTO batch_file (${columns}, incoming) VALUES (${file.batch}, ${position}, ${file.name}, ${file.sha256},
    ${file.verdict}, ${file.unit}, ${file.revision}, ${file.filing}, ${file.taken ? 1 : 0}, ${toJson(file.parked)}, ${file.facts},
    ${file.errors}, ${file.queries}, ${JSON.stringify(file.problems)}, ${JSON.stringify(file.differences)},
    ${incoming === null ? null : contentToJson(incoming)})`)
  return { ...file, position }
}

/** A batch's files in their order. */
export function listBatchFiles(db: ReadableDb, batch: number): BatchFile[] {
  return all<BatchFileRow>(db, sql`SELECT ${columns} FROM batch_file WHERE batch = ${batch} ORDER BY position`).map(rowToFile)
}

/** One file of a batch; null when there is none at this position. */
export function readBatchFile(db: ReadableDb, batch: number, position: number): BatchFile | null {
  const row = one<BatchFileRow>(db, sql`SELECT ${columns} FROM batch_file WHERE batch = ${batch} AND position = ${position}`)
  return row === null ? null : rowToFile(row)
}

/** Changes what is known of a file; what `change` does not mention stays. */
export function changeBatchFile(db: WritableDb, batch: number, position: number, change: BatchFileChange): BatchFile {
  const held = readBatchFile(db, batch, position)
  if (held === null) throw new Error(`no file ${position} in batch ${batch}`)
  const next = { ...held, ...change }
  run(db, sql`UPDATE batch_file SET name = ${next.name}, sha256 = ${next.sha256}, verdict = ${next.verdict}, unit = ${next.unit},
    revision = ${next.revision}, filing = ${next.filing}, taken = ${next.taken ? 1 : 0}, parked = ${toJson(next.parked)},
    facts = ${next.facts}, errors = ${next.errors}, queries = ${next.queries}, problems = ${JSON.stringify(next.problems)},
    differences = ${JSON.stringify(next.differences)} WHERE batch = ${batch} AND position = ${position}`)
  return next
}

/** What was read from a file of an open batch; null when nothing could be, or the batch is closed. */
export function readIncoming(db: ReadableDb, batch: number, position: number): FilingContent | null {
  const text = value<string>(db, sql`SELECT incoming FROM batch_file WHERE batch = ${batch} AND position = ${position}`)
  return text === null ? null : contentFromJson(text)
}

/** Keeps what the file's filing held before it was taken, for undoing; null: there was no filing. */
export function keepBefore(db: WritableDb, batch: number, position: number, before: FilingContent | null): void {
  const text = before === null ? null : contentToJson(before)
  run(db, sql`UPDATE batch_file SET before = ${text} WHERE batch = ${batch} AND position = ${position}`)
}

/** What the file's filing held before; null: there was none. */
export function readBefore(db: ReadableDb, batch: number, position: number): FilingContent | null {
  const text = value<string>(db, sql`SELECT before FROM batch_file WHERE batch = ${batch} AND position = ${position}`)
  return text === null ? null : contentFromJson(text)
}

function toJson(thing: object | null): string | null {
  return thing === null ? null : JSON.stringify(thing)
}
