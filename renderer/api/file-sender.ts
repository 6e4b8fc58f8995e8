import type { Progress } from '../../shared/api/contract.ts'

/** Files on their way to the host. */
export type Sending = {
  /** The progress of the present run; null when none runs. */
  progress: Progress | null
  /** The files that did not reach the host, with the thrown failure; null for files that were stopped. */
  notSent: readonly { path: string; failure: unknown }[]
}

type FileSenderNeeds<One> = {
  /** The number of files sent at the same time. */
  lanes: number
  /** Prepares a run; when it throws, no file of the run is sent. */
  begin?: (signal: AbortSignal) => Promise<void>
  send: (one: One, signal: AbortSignal) => Promise<void>
  /** Called when a run has ended or was stopped. */
  ended: () => void
  onState: (state: Sending) => void
}

export type FileSender<One> = {
  /** Sends files and resolves when its run has ended; during a run only adds to it. */
  add: (files: readonly One[]) => Promise<void>
  /** Sends no more files; those that did not arrive are listed. */
  stop: () => void
  /** Sends no more files and lists none. */
  forget: () => void
}

export const NOT_SENDING: Sending = { progress: null, notSent: [] }

/** Sends files in order; a file that fails does not stop the others, and each file either arrives or is listed. */
export function createFileSender<One extends { path: string }>(needs: FileSenderNeeds<One>): FileSender<One> {
  let state = NOT_SENDING
  let waiting: One[] = []
  /** The files being sent at the moment. */
  const flying = new Set<One>()
  let run: AbortController | null = null

  function change(part: Partial<Sending>): void {
    state = { ...state, ...part }
    needs.onState(state)
  }

  function missed(files: readonly One[], failure: unknown): void {
    if (files.length > 0) change({ notSent: [...state.notSent, ...files.map(({ path }) => ({ path, failure }))] })
  }

  async function lane(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const next = waiting.shift()
      if (next === undefined) return
      flying.add(next)
      await needs.send(next, signal).catch((failure: unknown) => (signal.aborted ? undefined : missed([next], failure)))
      flying.delete(next)
      if (!signal.aborted && state.progress !== null)
        change({ progress: { ...state.progress, done: state.progress.done + 1, at: next.path } })
    }
  }

  function end(): void {
    run = null
    waiting = []
    flying.clear()
    change({ progress: null })
    needs.ended()
  }

  async function start(): Promise<void> {
    const controller = new AbortController()
    run = controller
    const { signal } = controller
    try {
      await needs.begin?.(signal)
      await Promise.all(Array.from({ length: needs.lanes }, () => lane(signal)))
    } catch (failure) {
      if (!signal.aborted) missed(waiting.splice(0), failure)
    }
    if (run === controller) end()
  }

  return {
    async add(files) {
      if (files.length === 0) return
      waiting.push(...files)
      change({ progress: { ...state.progress, done: state.progress?.done ?? 0, total: (state.progress?.total ?? 0) + files.length } })
      if (run === null) await start()
    },
    stop() {
      if (run === null) return
      run.abort()
      missed([...flying, ...waiting], null)
      end()
    },
    forget() {
      run?.abort()
      if (run !== null) end()
      change({ notSent: [] })
    },
  }
}
