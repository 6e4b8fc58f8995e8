/** Runs steps of one key one after another, in the order of the calls; a step that fails does not stop the next one. */
export type InTurn = <Value>(key: string, step: () => Promise<Value>) => Promise<Value>

/** Makes an `InTurn` with no step waiting. */
export function createTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return async (key, step) => {
    const turn = (last.get(key) ?? Promise.resolve()).catch(() => {}).then(step)
    last.set(key, turn)
    try {
      return await turn
    } finally {
      if (last.get(key) === turn) last.delete(key)
    }
  }
}
