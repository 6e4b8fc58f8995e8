import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Progress, ProgressLine } from '../../shared/api/contract.ts'
import { fail } from '../../shared/problem.ts'
import type { Log } from '../machine/log.ts'
import type { Around } from './implement.ts'
import { problemOf } from './failure.ts'

/** The shortest time between two progress lines, because a line may cost more than a step of the work. */
const QUIET_MS = 50

/** Makes a `report` that sends the progress, lets the host answer other requests, and fails with `cancelled` after an abort. */
export function reporter(signal: AbortSignal, send: (progress: Progress) => void): Around['report'] {
  return async (progress) => {
    send(progress)
    await nextTurn()
    if (signal.aborted) fail('cancelled', {})
  }
}

/**
 * Answers long work in lines of JSON (NDJSON): `{"progress":…}` during the work, `{"result":…}` or `{"failure":…}` at the end.
 * An aborted request or a closed answer cancels the work. A failure is a line and no HTTP status, because the status 200
 * is sent before the work ends.
 */
export function progressResponse(work: (report: Around['report'], signal: AbortSignal) => unknown, request: Request, log: Log): Response {
  const gone = new AbortController()
  const { signal } = gone
  // The stream below keeps the Request in memory, because Node never aborts the signal of a garbage-collected Request.
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
