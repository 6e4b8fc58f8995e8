import type { difference, FileProblem } from '../../shared/api/batch.ts'
import type { Verdict } from '../../shared/receive/verdicts.ts'
import type { Problem } from '../../shared/problem.ts'
import type { UnitCode } from '../../shared/words.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { contentFromJson, contentToJson, type FilingContent } from './filing-content.ts'
import { all, run, sql, value } from './sql.ts'

/** A cell that differs between the held filing and the received file. */
type Difference = (typeof difference)['_output']

/** A file of a batch with its verdict (docs/design/receiving.md: Verdicts). `position` counts from 1 in the order of arrival. */
export type KeptBatchFile = {
  batch: number
  position: number
  name: string
  sha256: string
  verdict: Verdict
  unit: UnitCode | null
  revision: number | null
  /** True when the file was written from a filing without sign-off. */
  draft: boolean
  /** The filing that took the file; null for a parked file and for a deleted filing. */
  filing: number | null
  taken: boolean
  /** The digest over the filing's content after the file was taken, to notice later changes; null for a parked file. */
  result: string | null
  /** The reason for parking; null for a taken file, or when the verdict is the reason. */
  parked: Problem | null
  /** The number of read facts; `errors` and `queries` count the failures of the county's own run of the checks. */
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

/** Adds a file at the end of a batch. `before`: the earlier content of its filing, for undoing; null when there was no filing. */
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

/** The files of a batch by position. */
export function listBatchFiles(db: ReadableDb, batch: number): KeptBatchFile[] {
  return all<BatchFileRow>(db, sql`SELECT ${columns} FROM batch_file WHERE batch = ${batch} ORDER BY position`).map(rowToFile)
}

/** The content of a file's filing before the commit; null when there was no filing. */
export function readBefore(db: ReadableDb, batch: number, position: number): FilingContent | null {
  const text = value<string>(db, sql`SELECT before FROM batch_file WHERE batch = ${batch} AND position = ${position}`)
  return text === null ? null : contentFromJson(text)
}

function toJson(thing: object | null): string | null {
  return thing === null ? null : JSON.stringify(thing)
}
