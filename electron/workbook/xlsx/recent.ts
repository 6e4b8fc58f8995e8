/** A memory of the values used last. */
export type Recent<Key, Value> = {
  /** Returns the value of a key and counts it as used. */
  get(key: Key): Value | undefined
  /** Keeps a value, and drops the values used longest ago until the rest is within the limits. */
  set(key: Key, value: Value): void
}

/** A memory of at most `entries` values that weigh at most `weight` together. */
export function recent<Key, Value>(limits: { entries: number; weight: number }, weigh: (value: Value) => number): Recent<Key, Value> {
  /** Oldest use first. */
  const kept = new Map<Key, Value>()
  let weight = 0
  const drop = (key: Key): Value | undefined => {
    const value = kept.get(key)
    if (value === undefined) return undefined
    kept.delete(key)
    weight -= weigh(value)
    return value
  }
  const add = (key: Key, value: Value): void => {
    kept.set(key, value)
    weight += weigh(value)
  }
  return {
    get: (key) => {
      const value = drop(key)
      if (value !== undefined) add(key, value)
      return value
    },
    set: (key, value) => {
      drop(key)
      add(key, value)
      for (const oldest of kept.keys()) {
        if (kept.size <= limits.entries && weight <= limits.weight) break
        drop(oldest)
      }
    },
  }
}
