import { writeFileSync } from 'node:fs'
import { threadId } from 'node:worker_threads'
import { serveReading } from '../../../../electron/workbook/threads/serve.ts'

/** Good and bad jobs, like good and bad files. */
export type TryJob = { do: 'double'; value: number } | { do: 'leave-word'; path: string } | { do: 'hang' | 'swell' | 'throw' | 'exit' }
export type TryResult = { value: number; thread: number }

serveReading<TryJob, TryResult>((job) => {
  switch (job.do) {
    case 'double':
      return { value: job.value * 2, thread: threadId }
    case 'leave-word':
      return leaveWord(job.path)
    case 'throw':
      throw new RangeError('on purpose')
    case 'exit':
      return process.exit(3)
    case 'hang':
      return hang()
    case 'swell':
      return swell()
  }
})

/** Writes a file when the worker ends by itself, not when it is killed. */
function leaveWord(path: string): TryResult {
  process.once('exit', () => writeFileSync(path, 'ended'))
  return { value: 0, thread: threadId }
}

function hang(): never {
  for (;;) Math.sqrt(2)
}

function swell(): never {
  const kept: number[][] = []
  for (;;) kept.push(new Array<number>(10_000).fill(kept.length))
}
