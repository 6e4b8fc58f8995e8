import { Worker } from 'node:worker_threads'
import type { FromWorker } from './messages.ts'
import { ReadingRefusal } from './refusal.ts'

export type ReadingPoolOptions = {
  /** The worker's entry file (.ts in the tree, .js in a bundle); it calls serveReading. */
  workerUrl: URL
  /** Workers at most; they start when there is work. */
  size: number
  /** Jobs that lie ready at a worker while it does one, so that it need not wait until the caller has time for it; 1 if not given. */
  ahead?: number
  /** Time for one job, from the moment a worker that is up takes it. */
  timeoutMs: number
  /** JavaScript heap of one worker. Unpacked bytes lie outside it; the limits of the reader bound those. */
  memoryMb: number
  /** Time a worker has to come up. A start takes a moment; on a busy old machine, seconds. */
  startTimeoutMs?: number
  /** What every worker starts with (`workerData` of node:worker_threads). */
  workerData?: unknown
}

/**
 * A pool of killable readers (docs/design/shape.md: Reading threads; docs/design/promises.md: Promise 4): a file that
 * hangs or swells costs its worker and nothing else.
 */
export type ReadingPool<Job, Result> = {
  /** Does a job in the next free worker, first come first served. Rejects with ReadingRefusal only. */
  run(job: Job): Promise<Result>
  /** Whether jobs run or wait. */
  isBusy(): boolean
  /** Ends all workers; jobs that wait or run reject with `closed`. */
  close(): Promise<void>
}

type Task<Job, Result> = { job: Job; resolve: (result: Result) => void; reject: (refusal: ReadingRefusal) => void }

/** `tasks[0]` is being done, the others lie ready. */
type Thread<Job, Result> = { worker: Worker; ready: boolean; tasks: Task<Job, Result>[]; timer: NodeJS.Timeout | null }

/** Reading leaves little behind that lives: with a small nursery two threads hold 100 MB less and take about as long. */
const NURSERY_MB = 8
const START_TIMEOUT_MS = 60_000
/** For an idle worker to end; it takes a moment. */
const END_TIMEOUT_MS = 5_000
/** So many starts in a row that came to nothing, and no more are tried: what keeps one from starting keeps all. */
const STARTS_IN_VAIN = 3

/** Makes a pool; no worker runs before the first job, and idle workers do not keep the process alive. */
// eslint-disable-next-line max-lines-per-function -- workers, waiting jobs and vain starts are one state that nothing outside may reach
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

  /** Takes the task that is done off a worker, which goes on with the next, or is free. */
  function done(thread: Thread<Job, Result>): Task<Job, Result> | undefined {
    if (thread.timer) clearTimeout(thread.timer)
    const task = thread.tasks.shift()
    thread.timer = thread.tasks.length > 0 ? setTimeout(() => overtime(thread), timeoutMs) : null
    if (thread.tasks.length === 0) thread.worker.unref()
    return task
  }

  /** Takes a worker out of the pool; what lay ready at it goes to others. Answers what it was doing. */
  function remove(thread: Thread<Job, Result>): Task<Job, Result> | undefined {
    threads.delete(thread)
    if (thread.timer) clearTimeout(thread.timer)
    const [task, ...ready] = thread.tasks.splice(0)
    waiting.unshift(...ready)
    thread.worker.unref()
    return task
  }

  /** A worker is gone. Its job is refused; when it never came up, the job it was started for is. */
  function lost(thread: Thread<Job, Result>, error: unknown): void {
    if (!threads.has(thread)) return
    const task = remove(thread)
    if (thread.ready) task?.reject(refusalFor(error, memoryMb))
    else startedInVain(error)
    handOut()
  }

  /** Refuses the job a worker was started for, and all that wait when starting has proved to be of no use. */
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
    // All workers get one before any gets a second to lie ready.
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
        // No thread to be had, or starting data that cannot cross: the same as one that fails at once.
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
 * Lets a worker with nothing to do end of itself. Killing is kept for those that hang: a thread killed while others start
 * has brought whole processes down (nodejs/node#56312).
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

/** The error a worker threw, put together again from what could pass between threads. */
function asError(message: { name: string; message: string; stack: string }): Error {
  const error = new Error(message.message)
  error.name = message.name
  error.stack = message.stack
  return error
}
