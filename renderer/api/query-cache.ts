/**
 * What the page has read from the host, by request. One entry a request; subscribers hear of changes. An entry is
 * stale once something was written that may have changed it, and is then read again while its old answer stays shown.
 */
type Entry = { data: unknown; failure: unknown; reading: boolean; stale: boolean; read: number }

const EMPTY: Entry = { data: undefined, failure: null, reading: false, stale: true, read: 0 }

export type QueryCache = {
  /** The entry of a request; the same object until something about it changes. */
  entry: (key: string) => Entry
  subscribe: (key: string, heard: () => void) => () => void
  /** Reads unless a fresh answer is there or on its way. Resolves when the answer is in. */
  read: (key: string, fetchAnswer: () => Promise<unknown>) => Promise<void>
  /** Marks every request whose path begins with one of the prefixes (all without prefixes) to be read again. */
  invalidate: (prefixes?: readonly string[]) => void
  /** Puts an answer in place, for acts that answer with what a query would. */
  put: (key: string, data: unknown) => void
  clear: () => void
}

/** A cache of its own; the page has one, tests make theirs. Keys are paths with their query. */
export function createQueryCache(): QueryCache {
  const entries = new Map<string, Entry>()
  const listeners = new Map<string, Set<() => void>>()

  function change(key: string, part: Partial<Entry>): void {
    entries.set(key, { ...(entries.get(key) ?? EMPTY), ...part })
    for (const heard of [...(listeners.get(key) ?? [])]) heard()
  }

  return {
    entry: (key) => entries.get(key) ?? EMPTY,
    subscribe(key, heard) {
      const set = listeners.get(key) ?? new Set()
      listeners.set(key, set.add(heard))
      return () => set.delete(heard)
    },
    async read(key, fetchAnswer) {
      const before = entries.get(key) ?? EMPTY
      if (before.reading || !before.stale) return
      const read = before.read + 1
      change(key, { reading: true, stale: false, read })
      try {
        const data = await fetchAnswer()
        if (entries.get(key)?.read === read) change(key, { data, failure: null, reading: false })
      } catch (failure) {
        if (entries.get(key)?.read === read) change(key, { failure, reading: false })
      }
    },
    invalidate(prefixes) {
      for (const key of [...entries.keys()]) {
        if (prefixes === undefined || prefixes.some((prefix) => key.startsWith(prefix))) {
          const read = (entries.get(key)?.read ?? 0) + 1
          change(key, { stale: true, reading: false, read })
        }
      }
    },
    put(key, data) {
      change(key, { data, failure: null, stale: false, reading: false, read: (entries.get(key)?.read ?? 0) + 1 })
    },
    clear() {
      entries.clear()
      for (const set of listeners.values()) for (const heard of [...set]) heard()
    },
  }
}
