import { Worker } from 'node:worker_threads'
import type { FromWorker } from './messages.ts'
import { ReadingRefusal } from './refusal.ts'

export type ReadingPoolOptions = {
  /** The worker's entry file (.ts in the tree, .js in a bundle); it calls serveReading. */
  workerUrl: URL
  /** The largest number of workers; they start when there is work. */
  size: number
  /** Jobs held by one worker, the running one included, so that it need not wait for the caller's thread; default 1. */
  ahead?: number
  /** Time limit of one job, from its start in a running worker. */
  timeoutMs: number
  /** Limit of one worker's JavaScript heap. Unpacked bytes lie outside the heap, under the reader's own limits. */
  memoryMb: number
  /** Time limit of a worker's start. A start takes a moment; on a busy old machine, seconds. */
  startTimeoutMs?: number
  /** The starting data of every worker (`workerData` of node:worker_threads). */
  workerData?: unknown
}

/**
 * A pool of killable readers (docs/design/shape.md: Reading threads; docs/design/promises.md: Promise 4): a file that
 * hangs or takes too much memory ends its worker and nothing else.
 */
export type ReadingPool<Job, Result> = {
  /** Runs a job in the next free worker, first come first served. Rejects with ReadingRefusal only. */
  run(job: Job): Promise<Result>
  /** True when jobs run or wait. */
  isBusy(): boolean
  /** Ends all workers; jobs that wait or run reject with `closed`. */
  close(): Promise<void>
}

type Task<Job, Result> = { job: Job; resolve: (result: Result) => void; reject: (refusal: ReadingRefusal) => void }

/** `tasks[0]` is running, the others wait in the worker. */
type Thread<Job, Result> = { worker: Worker; ready: boolean; tasks: Task<Job, Result>[]; timer: NodeJS.Timeout | null }

/** A small nursery suffices because reading keeps few objects alive: two threads hold 100 MB less and take about as long. */
const NURSERY_MB = 8
const START_TIMEOUT_MS = 60_000
/** Time limit for an idle worker to end. */
const END_TIMEOUT_MS = 5_000
/** No more starts are tried after so many failures in a row, because every worker fails for the same reason. */
const STARTS_IN_VAIN = 3

/** Makes a pool; no worker runs before the first job, and idle workers do not keep the process alive. */
// eslint-disable-next-line max-lines-per-function -- workers, waiting jobs and failed starts are one private state
export function createReadingPool<Job, Result>(options: ReadingPoolOptions): ReadingPool<Job, Result> {
  const { workerUrl, timeoutMs, memoryMb, startTimeoutMs = START_TIMEOUT_MS, ahead = 1 } = options
  const waiting: Task<Job, Result>[] = []
  const threads = new Set<Thread<Job, Result>>()
  let closed = false
  let startsInVain = 0

  function startWorker(): void {
    const worker = new Worker(workerUrl, {
      workerData: options.workerData,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: NURSERY_MB },
      stdin: false,
    })
    const thread: Thread<Job, Result> = { worker, ready: false, tasks: [], timer: null }
    thread.timer = setTimeout(() => {
      void worker.terminate()
      lost(thread, new Error('the reading worker did not come up in time'))
    }, startTimeoutMs)
    threads.add(thread)
    worker.on('message', (message: FromWorker<Result>) => received(thread, message))
    worker.on('error', (error) => lost(thread, error))
    worker.on('exit', () => lost(thread, new Error('the reading worker stopped')))
  }

  function received(thread: Thread<Job, Result>, message: FromWorker<Result>): void {
    if (message.kind === 'ready') {
      thread.ready = true
      startsInVain = 0
      done(thread)
    } else if (message.kind === 'done') done(thread)?.resolve(message.result)
    else done(thread)?.reject(new ReadingRefusal('reading-failed', { cause: asError(message) }))
    handOut()
  }

  /** Takes the finished task off a worker, which goes on with its next task or is free. */
  function done(thread: Thread<Job, Result>): Task<Job, Result> | undefined {
    if (thread.timer) clearTimeout(thread.timer)
    const task = thread.tasks.shift()
    thread.timer = thread.tasks.length > 0 ? setTimeout(() => overtime(thread), timeoutMs) : null
    if (thread.tasks.length === 0) thread.worker.unref()
    return task
  }

  /** Takes a worker out of the pool and its waiting tasks back. Returns the running task. */
  function remove(thread: Thread<Job, Result>): Task<Job, Result> | undefined {
    threads.delete(thread)
    if (thread.timer) clearTimeout(thread.timer)
    const [task, ...ready] = thread.tasks.splice(0)
    waiting.unshift(...ready)
    thread.worker.unref()
    return task
  }

  /** Handles the end of a worker: refuses its running job, or the first waiting job when the worker never came up. */
  function lost(thread: Thread<Job, Result>, error: unknown): void {
    if (!threads.has(thread)) return
    const task = remove(thread)
    if (thread.ready) task?.reject(refusalFor(error, memoryMb))
    else startedInVain(error)
    handOut()
  }

  /** Refuses the first waiting job, or all of them after too many failed starts in a row. */
  function startedInVain(error: unknown): void {
    startsInVain += 1
    const refused = startsInVain < STARTS_IN_VAIN ? waiting.splice(0, 1) : waiting.splice(0)
    for (const task of refused) task.reject(new ReadingRefusal('cannot-start', { cause: error }))
  }

  function overtime(thread: Thread<Job, Result>): void {
    remove(thread)?.reject(new ReadingRefusal('took-too-long', { allowed: timeoutMs }))
    void thread.worker.terminate()
    handOut()
  }

  function handOut(): void {
    if (closed) return
    // Every worker gets one job before any worker gets a second.
    for (let held = 0; held < ahead; held += 1) {
      for (const thread of threads) {
        while (thread.ready && thread.tasks.length === held && waiting.length > 0) give(thread, waiting.shift()!)
      }
    }
    const starting = [...threads].filter((thread) => !thread.ready).length
    const wanted = Math.min(waiting.length - starting, options.size - threads.size)
    for (let started = 0; started < wanted; started += 1) {
      try {
        startWorker()
      } catch (error) {
        // No thread is available, or `workerData` cannot be cloned: the same as a failed start.
        startedInVain(error)
        return handOut()
      }
    }
  }

  function give(thread: Thread<Job, Result>, task: Task<Job, Result>): void {
    try {
      thread.worker.postMessage({ kind: 'job', job: task.job })
    } catch (error) {
      return task.reject(new ReadingRefusal('reading-failed', { cause: error }))
    }
    thread.worker.ref()
    thread.tasks.push(task)
    thread.timer ??= setTimeout(() => overtime(thread), timeoutMs)
  }

  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new ReadingRefusal('closed'))
        if (startsInVain >= STARTS_IN_VAIN) return reject(new ReadingRefusal('cannot-start'))
        waiting.push({ job, resolve, reject })
        handOut()
      }),
    isBusy: () => waiting.length > 0 || [...threads].some((thread) => thread.tasks.length > 0),
    close: async () => {
      closed = true
      const ending = [...threads].map((thread) => {
        const idle = thread.ready && thread.tasks.length === 0
        remove(thread)?.reject(new ReadingRefusal('closed'))
        return idle ? endIdle(thread.worker) : thread.worker.terminate()
      })
      for (const task of waiting.splice(0)) task.reject(new ReadingRefusal('closed'))
      await Promise.all(ending)
    },
  }
}

/**
 * Lets an idle worker end by itself. Killing is kept for running and hanging workers, because a thread killed while others
 * start has crashed whole processes (nodejs/node#56312).
 */
function endIdle(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => void worker.terminate(), END_TIMEOUT_MS)
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    worker.ref()
    worker.postMessage({ kind: 'end' })
  })
}

function refusalFor(error: unknown, memoryMb: number): ReadingRefusal {
  const outOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
  return outOfMemory ? new ReadingRefusal('too-much-memory', { allowed: memoryMb }) : new ReadingRefusal('reading-failed', { cause: error })
}

/** Rebuilds the error of a worker from its message. */
function asError(message: { name: string; message: string; stack: string }): Error {
  const error = new Error(message.message)
  error.name = message.name
  error.stack = message.stack
  return error
}
