/** The reading thread: turns workbooks into filings, rows or places. One job at a time (../threads/serve.ts). */
import { workerData } from 'node:worker_threads'
import { sha256 } from '../../machine/digest.ts'
import { serveReading } from '../threads/serve.ts'
import type { PlacedCell, ReadReturn, ReadRows } from '../return.ts'
import { readXlsx } from '../xlsx/read-xlsx.ts'
import { XlsxRefusal } from '../xlsx/refusal.ts'
import type { ReaderData, ReaderJob } from './jobs.ts'
import { findCells } from './find-cells.ts'
import { readReturn } from './read-return.ts'
import { refusalProblem } from './refusal-problem.ts'

const { scheme } = workerData as ReaderData

serveReading<ReaderJob, ReadReturn | ReadRows | PlacedCell[]>((job) => {
  switch (job.kind) {
    case 'return':
      return { sha256: sha256(job.bytes), size: job.bytes.byteLength, ...refusable(() => readReturn(job.bytes, scheme)) }
    case 'rows':
      return refusable(() => readRows(job.bytes))
    case 'places':
      return findCells(job.bytes, scheme, job.cells)
  }
})

function refusable<Result>(work: () => Result): Result | { outcome: 'refused'; problem: ReturnType<typeof refusalProblem> } {
  try {
    return work()
  } catch (error) {
    if (error instanceof XlsxRefusal) return { outcome: 'refused', problem: refusalProblem(error) }
    throw error
  }
}

const mostRows = 100_000
const mostColumns = 256

function readRows(bytes: Uint8Array): ReadRows {
  const sheet = readXlsx(bytes).sheets.find((one) => one.hasCells && one.state === 'visible' && one.cells.length > 0)
  const rows: string[][] = []
  for (const cell of sheet?.cells ?? []) {
    // A stray mark at the far end of a sheet would create a million empty rows.
    if (cell.row > mostRows || cell.column > mostColumns) continue
    while (rows.length < cell.row) rows.push([])
    const row = rows[cell.row - 1] ?? []
    while (row.length < cell.column) row.push('')
    row[cell.column - 1] = cell.text
  }
  return { outcome: 'read', sheet: sheet?.name ?? '', rows }
}
