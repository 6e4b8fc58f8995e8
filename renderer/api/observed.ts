/** A value outside the components, in the shape of `useSyncExternalStore`. */
export type Observed<Value> = {
  state: () => Value
  /** Calls `heard` after each change; returns the function that stops the calls. */
  subscribe: (heard: () => void) => () => void
  change: (next: Value) => void
}

/** Returns an observed value that begins with `first`. */
export function createObserved<Value>(first: Value): Observed<Value> {
  const listeners = new Set<() => void>()
  let value = first
  return {
    state: () => value,
    subscribe(heard) {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    change(next) {
      value = next
      for (const heard of [...listeners]) heard()
    },
  }
}
