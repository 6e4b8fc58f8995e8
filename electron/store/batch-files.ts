import type { difference, FileProblem } from '../../shared/api/batch.ts'
import type { Verdict } from '../../shared/receive/verdicts.ts'
import type { Problem } from '../../shared/problem.ts'
import type { UnitCode } from '../../shared/words.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { contentFromJson, contentToJson, type FilingContent } from './filing-content.ts'
import { all, run, sql, value } from './sql.ts'

/** One cell that differs between what is held and what came. */
type Difference = (typeof difference)['_output']

/** One file of a batch with its verdict (docs/design/receiving.md: Verdicts). `position` counts from 1 in the order of arrival. */
export type KeptBatchFile = {
  batch: number
  position: number
  name: string
  sha256: string
  verdict: Verdict
  unit: UnitCode | null
  revision: number | null
  /** Written from a filing that was not signed off. */
  draft: boolean
  /** The filing it went into; null until committed. */
  filing: number | null
  /** Whether it was taken. */
  taken: boolean
  /** Digest over what the filing held once it was taken, to see whether anybody has changed it since; null when it was not. */
  result: string | null
  /** Why it lies apart; null when it does not. */
  parked: Problem | null
  /** How many facts were read, and what the county's own run of the checks found. */
  facts: number
  errors: number
  queries: number
  problems: readonly FileProblem[]
  differences: readonly Difference[]
}

type BatchFileRow = Omit<KeptBatchFile, 'draft' | 'taken' | 'parked' | 'problems' | 'differences'> & {
  draft: number
  taken: number
  parked: string | null
  problems: string
  differences: string
}

const columns = sql`batch, position, name, sha256, verdict, unit, revision, draft, filing, taken, result, parked, facts, errors, queries, problems, differences`

function rowToFile(row: BatchFileRow): KeptBatchFile {
  return {
    ...row,
    draft: row.draft === 1,
    taken: row.taken === 1,
    parked: row.parked === null ? null : (JSON.parse(row.parked) as Problem),
    problems: JSON.parse(row.problems) as FileProblem[],
    differences: JSON.parse(row.differences) as Difference[],
  }
}

/** Adds a file at the end of a batch. `before` is what its filing held until then, for undoing; null: there was no filing. */
export function addBatchFile(db: WritableDb, file: Omit<KeptBatchFile, 'position'>, before: FilingContent | null): KeptBatchFile {
  const position = 1 + (value<number>(db, sql`SELECT MAX(position) FROM batch_file WHERE batch = ${file.batch}`) ?? 0)
  run(
    db,
    sql`INSERT INTO batch_file (${columns}, before) VALUES (${file.batch}, ${position}, ${file.name}, ${file.sha256},
    ${file.verdict}, ${file.unit}, ${file.revision}, ${file.draft ? 1 : 0}, ${file.filing}, ${file.taken ? 1 : 0}, ${file.result},
    ${toJson(file.parked)}, ${file.facts},
    ${file.errors}, ${file.queries}, ${JSON.stringify(file.problems)}, ${JSON.stringify(file.differences)},
    ${before === null ? null : contentToJson(before)})`,
  )
  return { ...file, position }
}

/** A batch's files in their order. */
export function listBatchFiles(db: ReadableDb, batch: number): KeptBatchFile[] {
  return all<BatchFileRow>(db, sql`SELECT ${columns} FROM batch_file WHERE batch = ${batch} ORDER BY position`).map(rowToFile)
}

/** What the file's filing held before; null: there was none. */
export function readBefore(db: ReadableDb, batch: number, position: number): FilingContent | null {
  const text = value<string>(db, sql`SELECT before FROM batch_file WHERE batch = ${batch} AND position = ${position}`)
  return text === null ? null : contentFromJson(text)
}

function toJson(thing: object | null): string | null {
  return thing === null ? null : JSON.stringify(thing)
}
