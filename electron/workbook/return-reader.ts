import { problem, type Problem } from '../../shared/problem.ts'
import { sha256 } from '../machine/digest.ts'
import { createReadingPool } from './threads/pool.ts'
import { ReadingRefusal } from './threads/refusal.ts'
import type { PlacedCell, ReadReturn, ReadRows, ReturnReader } from './return.ts'
import type { ReaderData, ReaderJob } from './read-return/jobs.ts'

/** The time limit of one file; a school's workbook takes milliseconds. */
const SECONDS = 20
const MEGABYTES = 512
const THREADS = 2
/** Files held by each thread, the running one included, so that threads work on while the program judges. */
const AHEAD = 8

/** Makes the reader for returns of one scheme. Its threads start at the first file and end with `close`; `workerUrl` is their entry. */
export function startReturnReader(data: ReaderData, workerUrl = new URL('./read-return/reader-worker.ts', import.meta.url)): ReturnReader {
  const pool = createReadingPool<ReaderJob, ReadReturn | ReadRows | PlacedCell[]>({
    workerUrl,
    size: THREADS,
    ahead: AHEAD,
    timeoutMs: SECONDS * 1000,
    memoryMb: MEGABYTES,
    workerData: data,
  })
  return {
    read: async (_name, bytes) => {
      try {
        return (await pool.run({ kind: 'return', bytes })) as ReadReturn
      } catch (error) {
        return { sha256: sha256(bytes), size: bytes.byteLength, outcome: 'refused', problem: endedProblem(error) }
      }
    },
    rows: async (_name, bytes) => {
      try {
        return (await pool.run({ kind: 'rows', bytes })) as ReadRows
      } catch (error) {
        return { outcome: 'refused', problem: endedProblem(error) }
      }
    },
    places: async (bytes, cells) => {
      try {
        return (await pool.run({ kind: 'places', bytes, cells })) as PlacedCell[]
      } catch {
        // A lineage without places is still useful, so a failure gives no places.
        return []
      }
    },
    isBusy: () => pool.isBusy(),
    close: () => pool.close(),
  }
}

function endedProblem(error: unknown): Problem {
  if (error instanceof ReadingRefusal) {
    if (error.code === 'took-too-long') return problem('file-took-too-long', { seconds: SECONDS })
    if (error.code === 'too-much-memory') return problem('file-too-much-memory', { megabytes: MEGABYTES })
    if (error.code === 'cannot-start') return problem('reader-not-started', {})
    if (error.code === 'closed') return problem('cancelled', {})
  }
  return problem('file-damaged', { why: 'reading-failed', sheet: null })
}
