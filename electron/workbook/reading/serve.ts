import type { Transferable } from 'node:worker_threads'
import { parentPort } from 'node:worker_threads'
import type { FromWorker, ToWorker } from './messages.ts'

/**
 * The worker's side of a reading pool: call it once from the worker's entry file. `work` does one job at a time; what is
 * wrong with a file belongs in its result, as an error loses its class on the way between threads. `transfer` names the
 * buffers of a result that are handed over instead of copied.
 */
export function serveReading<Job, Result>(work: (job: Job) => Result | Promise<Result>, transfer: (result: Result) => Transferable[] = () => []): void {
  const port = parentPort
  if (!port) throw new Error('serveReading runs in a worker thread only')
  const answer = (message: FromWorker<Result>, handedOver: Transferable[] = []): void => port.postMessage(message, handedOver)
  port.on('message', async (asked: ToWorker<Job>) => {
    // Nothing keeps the thread then, and it ends of itself.
    if (asked.kind === 'end') return port.close()
    try {
      const result = await work(asked.job)
      answer({ kind: 'done', result }, transfer(result))
    } catch (error) {
      const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
      answer({ kind: 'failed', name, message, stack: stack ?? '' })
    }
  })
  answer({ kind: 'ready' })
}
