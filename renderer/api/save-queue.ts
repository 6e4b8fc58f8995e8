export type SaveQueueNeeds<Entry, Answer> = {
  /** The name of what is entered, such as a cell; a later entry of the same name replaces an earlier one. */
  keyOf: (entry: Entry) => string
  /** The most entries in one request. */
  mostAtOnce: number
  /** Sends entries to the host; rejects when the entries did not arrive. */
  send: (entries: Entry[]) => Promise<Answer>
  /** Calls `act` after so many milliseconds; returns the function that cancels the call. */
  later: (milliseconds: number, act: () => void) => () => void
  /** Receives the host's answer; `replaced` is true for the keys of which a later entry waits. */
  onSaved: (answer: Answer, replaced: (key: string) => boolean) => void
  /** Receives, after every step, the number of unsaved entries and the last sending's failure (null: no failure). */
  onState: (unsaved: number, failure: unknown) => void
}

export type SaveQueue<Entry> = {
  /** Takes entries and sends them at once; a later entry of the same key replaces an earlier one. */
  put: (entries: readonly Entry[]) => void
  /** Resolves once every entry taken so far is saved; rejects when a sending fails. */
  settled: () => Promise<void>
  /** Tries again now instead of waiting. */
  retry: () => void
  unsaved: () => number
}

/** Waiting times in milliseconds after failed sendings; the last one repeats without end. */
const BACK_OFF = [500, 1_000, 2_000, 5_000, 10_000, 30_000] as const

/**
 * Entries on their way to the host (docs/design/promises.md: Promise 1). One request at a time, in order; entries that come in the
 * meantime go together in the next. An entry counts as saved only after the host's answer, and no entry is dropped.
 */
export function createSaveQueue<Entry, Answer>(needs: SaveQueueNeeds<Entry, Answer>): SaveQueue<Entry> {
  const { keyOf, mostAtOnce, send, later, onSaved, onState } = needs
  const waiting = new Map<string, Entry>()
  let sending: Map<string, Entry> | null = null
  let failures = 0
  let failure: unknown = null
  let callOff: (() => void) | null = null
  let settling: { resolve: () => void; reject: (reason: unknown) => void }[] = []

  const unsaved = (): number => new Set([...waiting.keys(), ...(sending?.keys() ?? [])]).size

  function settle(reason: unknown): void {
    const waited = settling
    settling = []
    for (const { resolve, reject } of waited) {
      if (reason === null) resolve()
      else reject(reason)
    }
  }

  function next(): void {
    callOff?.()
    callOff = null
    if (sending !== null) return
    if (waiting.size === 0) {
      settle(null)
      return
    }
    sending = new Map([...waiting].slice(0, mostAtOnce))
    for (const key of sending.keys()) waiting.delete(key)
    onState(unsaved(), failure)
    send([...sending.values()]).then(arrived, failed)
  }

  function arrived(answer: Answer): void {
    sending = null
    failures = 0
    failure = null
    onSaved(answer, (key) => waiting.has(key))
    onState(unsaved(), null)
    next()
  }

  function failed(reason: unknown): void {
    const newer = [...waiting]
    waiting.clear()
    for (const [key, entry] of [...(sending ?? []), ...newer]) waiting.set(key, entry)
    sending = null
    failure = reason
    onState(unsaved(), reason)
    settle(reason)
    callOff = later(BACK_OFF[Math.min(failures, BACK_OFF.length - 1)] ?? 30_000, next)
    failures += 1
  }

  return {
    put(entries) {
      for (const entry of entries) {
        waiting.delete(keyOf(entry))
        waiting.set(keyOf(entry), entry)
      }
      onState(unsaved(), failure)
      if (callOff === null) next()
    },
    settled() {
      if (unsaved() === 0) return Promise.resolve()
      const promise = new Promise<void>((resolve, reject) => settling.push({ resolve, reject }))
      if (callOff !== null) next()
      return promise
    },
    retry() {
      if (sending === null) next()
    },
    unsaved,
  }
}

/** The waiting of a page, by its timer. */
export const laterByTimer: SaveQueueNeeds<never, never>['later'] = (milliseconds, act) => {
  const timer = setTimeout(act, milliseconds)
  return () => clearTimeout(timer)
}
