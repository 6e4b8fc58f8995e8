import type { GridEntry } from './clipboard.ts'

/** One act of entering: what stood there, what was entered. */
export type Entered = { before: readonly GridEntry[]; after: readonly GridEntry[] }

/** What can be taken back and done again. The newest stands last. */
export type History = { done: readonly Entered[]; undone: readonly Entered[] }

export const noHistory: History = { done: [], undone: [] }

/** How many acts are remembered. */
const KEPT = 200

/** After an act; what had been taken back before can no longer be done again. */
export function entered(history: History, act: Entered): History {
  return { done: [...history.done.slice(-(KEPT - 1)), act], undone: [] }
}

/** Takes the newest act back: what to enter for that, and the history after; null when there is none. */
export function undo(history: History): { changes: readonly GridEntry[]; history: History } | null {
  const act = history.done.at(-1)
  if (act === undefined) return null
  return { changes: act.before, history: { done: history.done.slice(0, -1), undone: [...history.undone, act] } }
}

/** Does the act taken back last again. */
export function redo(history: History): { changes: readonly GridEntry[]; history: History } | null {
  const act = history.undone.at(-1)
  if (act === undefined) return null
  return { changes: act.after, history: { done: [...history.done, act], undone: history.undone.slice(0, -1) } }
}
