import { parentPort } from 'node:worker_threads'
import type { FromWorker, ToWorker } from './messages.ts'

/**
 * Serves a reading pool from a worker; called once from the worker's entry file. `work` does one job at a time, in the order
 * of arrival. A fault of a file belongs in its result, because an error loses its class between threads.
 */
export function serveReading<Job, Result>(work: (job: Job) => Result | Promise<Result>): void {
  const port = parentPort
  if (!port) throw new Error('serveReading runs in a worker thread only')
  const answer = (message: FromWorker<Result>): void => port.postMessage(message)
  const handle = async (asked: ToWorker<Job>): Promise<void> => {
    // The thread ends by itself without an open port.
    if (asked.kind === 'end') return port.close()
    try {
      answer({ kind: 'done', result: await work(asked.job) })
    } catch (error) {
      const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
      answer({ kind: 'failed', name, message, stack: stack ?? '' })
    }
  }
  let last = Promise.resolve()
  port.on('message', (asked: ToWorker<Job>) => {
    last = last.then(() => handle(asked))
  })
  answer({ kind: 'ready' })
}
