import { serveReading } from '../threads/serve.ts'
import { readXlsx } from '../xlsx/read-xlsx.ts'
import type { ReaderComparison } from './compare.ts'
import { compareWithSheetJs } from './compare.ts'
import type { CorpusReading } from './reading.ts'
import { readForCorpus } from './reading.ts'

/** A job for one file of the corpus: read it, or read it with both readers and compare. */
export type CorpusJob = { task: 'read' | 'compare'; bytes: Uint8Array }

/** `no-second-reader`: the development packages are not installed; `cannot-open`: one of the readers throws. */
export type CorpusComparison =
  | ({ outcome: 'compared' } & ReaderComparison)
  | { outcome: 'cannot-open'; why: string }
  | { outcome: 'no-second-reader' }

export type CorpusResult = { task: 'read'; reading: CorpusReading } | { task: 'compare'; comparison: CorpusComparison }

serveReading<CorpusJob, CorpusResult>(async ({ task, bytes }) => {
  if (task === 'read') return { task, reading: readForCorpus(bytes) }
  return { task, comparison: await compare(bytes) }
})

async function compare(bytes: Uint8Array): Promise<CorpusComparison> {
  const library = await import('@e965/xlsx').catch(() => null)
  if (!library) return { outcome: 'no-second-reader' }
  try {
    return { outcome: 'compared', ...compareWithSheetJs(readXlsx(bytes), bytes, library) }
  } catch (error) {
    return { outcome: 'cannot-open', why: String(error) }
  }
}
