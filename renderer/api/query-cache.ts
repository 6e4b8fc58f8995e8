import type { Topic } from '../../shared/api/topics.ts'
import { nextTurn } from './turns.ts'

/** The answer of one request. A write that may have changed it makes it stale; a stale answer stays shown while it is read again. */
type Entry = {
  data: unknown
  /** The turn (turns.ts) at which `data` was asked for. */
  asked: number
  failure: unknown
  reading: boolean
  stale: boolean
  /** The turn of the last reading or change; an answer of an earlier reading is not taken. */
  read: number
}

const EMPTY: Entry = { data: undefined, asked: 0, failure: null, reading: false, stale: true, read: 0 }

export type QueryCache = {
  /** The entry of a request; the same object until the entry changes. */
  entry: (key: string) => Entry
  subscribe: (key: string, heard: () => void) => () => void
  /** Reads the answer of a stale entry, unless a reading is under way; resolves after its own reading. */
  read: (key: string, topics: readonly Topic[], fetchAnswer: () => Promise<unknown>) => Promise<void>
  /** Marks every request that depends on one of the topics as stale. */
  changed: (topics: readonly Topic[]) => void
  /** Marks one request as stale. */
  forget: (key: string) => void
  /** Puts an answer in place, for actions that return the answer of a query. */
  put: (key: string, topics: readonly Topic[], data: unknown) => void
  clear: () => void
}

/** Creates an empty cache; keys are paths with their query. */
export function createQueryCache(): QueryCache {
  const entries = new Map<string, Entry>()
  const listeners = new Map<string, Set<() => void>>()
  /** The topics on which each request's answer depends. */
  const dependsOn = new Map<string, readonly Topic[]>()

  function change(key: string, part: Partial<Entry>): void {
    entries.set(key, { ...(entries.get(key) ?? EMPTY), ...part })
    for (const heard of [...(listeners.get(key) ?? [])]) heard()
  }

  function outdate(key: string): void {
    change(key, { stale: true, reading: false, read: nextTurn() })
  }

  return {
    entry: (key) => entries.get(key) ?? EMPTY,
    subscribe(key, heard) {
      const set = listeners.get(key) ?? new Set()
      listeners.set(key, set.add(heard))
      return () => set.delete(heard)
    },
    async read(key, topics, fetchAnswer) {
      const before = entries.get(key) ?? EMPTY
      if (before.reading || !before.stale) return
      const read = nextTurn()
      dependsOn.set(key, topics)
      change(key, { reading: true, stale: false, read })
      try {
        const data = await fetchAnswer()
        if (entries.get(key)?.read === read) change(key, { data, asked: read, failure: null, reading: false })
      } catch (failure) {
        if (entries.get(key)?.read === read) change(key, { failure, reading: false })
      }
    },
    changed(topics) {
      for (const [key, depends] of dependsOn) if (depends.some((topic) => topics.includes(topic))) outdate(key)
    },
    forget: outdate,
    put(key, topics, data) {
      dependsOn.set(key, topics)
      const turn = nextTurn()
      change(key, { data, asked: turn, failure: null, stale: false, reading: false, read: turn })
    },
    clear() {
      entries.clear()
      dependsOn.clear()
      for (const set of listeners.values()) for (const heard of [...set]) heard()
    },
  }
}
