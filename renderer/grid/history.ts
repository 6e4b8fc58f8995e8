import type { GridEntry } from './clipboard.ts'

/** One act of entering: the former contents and the entered ones. */
export type Entered = { before: readonly GridEntry[]; after: readonly GridEntry[] }

/** The acts that can be undone and redone, the newest last. */
export type History = { done: readonly Entered[]; undone: readonly Entered[] }

export const noHistory: History = { done: [], undone: [] }

/** Acts kept at most. */
const KEPT = 200

/** The history after an act; undone acts can no longer be redone. */
export function entered(history: History, act: Entered): History {
  return { done: [...history.done.slice(-(KEPT - 1)), act], undone: [] }
}

/** Undoes the newest act: the entries for that and the history after; null when no act is left. */
export function undo(history: History): { changes: readonly GridEntry[]; history: History } | null {
  const act = history.done.at(-1)
  if (act === undefined) return null
  return { changes: act.before, history: { done: history.done.slice(0, -1), undone: [...history.undone, act] } }
}

/** Redoes the act undone last, in the form of `undo`. */
export function redo(history: History): { changes: readonly GridEntry[]; history: History } | null {
  const act = history.undone.at(-1)
  if (act === undefined) return null
  return { changes: act.after, history: { done: [...history.done, act], undone: history.undone.slice(0, -1) } }
}
