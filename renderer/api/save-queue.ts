import type { Problem } from '../../shared/problem.ts'
import type { WireFact } from '../../shared/filing/facts.ts'
import type { CellRef } from '../../shared/words.ts'

/** The host's answer to entries: each is durably saved, or kept as refused text with its reason. */
export type Saved = {
  saved: { cell: CellRef; fact: WireFact }[]
  refused: { cell: CellRef; text: string; problem: Problem }[]
  at: string
}

export type CellEntry = { cell: CellRef; text: string }

export type SaveQueueNeeds = {
  /** Sends entries to the host; rejects when the entries did not arrive. */
  send: (changes: CellEntry[]) => Promise<Saved>
  /** Calls `act` after so many milliseconds; returns the function that cancels the call. */
  later: (milliseconds: number, act: () => void) => () => void
  /** Receives the saved entries, without those that a later text has replaced. */
  onSaved: (saved: Saved) => void
  /** Receives, after every step, the number of unsaved entries and the last sending's failure (null: no failure). */
  onState: (unsaved: number, failure: unknown) => void
}

export type SaveQueue = {
  /** Takes entries and sends them at once; a later text for the same cell replaces an earlier one. */
  put: (changes: readonly CellEntry[]) => void
  /** Resolves once every entry taken so far is saved; rejects when a sending fails. */
  settled: () => Promise<void>
  /** Tries again now instead of waiting. */
  retry: () => void
  unsaved: () => number
}

/** Waiting times in milliseconds after failed sendings; the last one repeats without end. */
const BACK_OFF = [500, 1_000, 2_000, 5_000, 10_000, 30_000] as const
/** Entries in one request at most, well below the limit of the contract. */
const MOST_AT_ONCE = 5_000

/**
 * Entries on their way to the host (docs/design/promises.md: Promise 1). One request at a time, in order; entries that come in the
 * meantime go together in the next. An entry counts as saved only after the host's answer, and no entry is dropped.
 */
export function createSaveQueue({ send, later, onSaved, onState }: SaveQueueNeeds): SaveQueue {
  const waiting = new Map<CellRef, string>()
  let sending: Map<CellRef, string> | null = null
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
    sending = new Map([...waiting].slice(0, MOST_AT_ONCE))
    for (const cell of sending.keys()) waiting.delete(cell)
    onState(unsaved(), failure)
    const batch = [...sending].map(([cell, text]) => ({ cell, text }))
    send(batch).then(arrived, failed)
  }

  function arrived(saved: Saved): void {
    sending = null
    failures = 0
    failure = null
    onSaved({
      saved: saved.saved.filter(({ cell }) => !waiting.has(cell)),
      refused: saved.refused.filter(({ cell }) => !waiting.has(cell)),
      at: saved.at,
    })
    onState(unsaved(), null)
    next()
  }

  function failed(reason: unknown): void {
    const newer = [...waiting]
    waiting.clear()
    for (const [cell, text] of [...(sending ?? []), ...newer]) waiting.set(cell, text)
    sending = null
    failure = reason
    onState(unsaved(), reason)
    settle(reason)
    callOff = later(BACK_OFF[Math.min(failures, BACK_OFF.length - 1)] ?? 30_000, next)
    failures += 1
  }

  return {
    put(changes) {
      for (const { cell, text } of changes) {
        waiting.delete(cell)
        waiting.set(cell, text)
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
