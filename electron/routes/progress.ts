import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Progress, ProgressLine } from '../../shared/api/contract.ts'
import { fail } from '../../shared/problem.ts'
import type { Log } from '../machine/log.ts'
import type { Around } from './implement.ts'
import { problemOf } from './failure.ts'

/** Progress lines closer together than this are not sent: nobody reads more, and a line costs more than the step. */
const QUIET_MS = 50

/** A `report` that throws `cancelled` once the caller has gone, and otherwise lets the host breathe. */
export function reporter(signal: AbortSignal, send: (progress: Progress) => void): Around['report'] {
  return async (progress) => {
    send(progress)
    await nextTurn()
    if (signal.aborted) fail('cancelled', {})
  }
}

/**
 * Answers long work line by line (NDJSON): `{"progress":…}` as it goes, at last `{"result":…}` or `{"failure":…}`.
 * The work is cancelled when the request is aborted or nobody reads the answer any more; the status is 200 by then,
 * which is why a failure travels in its own line.
 */
export function progressResponse(work: (report: Around['report'], signal: AbortSignal) => unknown, request: Request, log: Log): Response {
  const gone = new AbortController()
  const { signal } = gone
  // Node forgets to abort the signal of a Request that has been collected: the stream below holds on to it.
  const leave = (): void => gone.abort(request.signal.reason)
  request.signal.addEventListener('abort', leave)
  if (request.signal.aborted) leave()
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (line: ProgressLine): void => {
        if (!signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
      }
      let last = -Infinity
      const report = reporter(signal, (progress) => {
        const now = performance.now()
        if (now - last < QUIET_MS && progress.done !== progress.total) return
        last = now
        send({ progress })
      })
      try {
        send({ result: (await work(report, signal)) ?? null })
      } catch (thrown) {
        send({ failure: problemOf(thrown, log, signal) })
      }
      request.signal.removeEventListener('abort', leave)
      if (!signal.aborted) controller.close()
    },
    cancel() {
      gone.abort()
    },
  })
  return new Response(stream, {
    headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
