import { useSyncExternalStore } from 'react'

/** What the header says about saving: how much is not saved yet, whether the host answers, when it last said "saved". */
export type SaveState = { unsaved: number; failing: boolean; savedAt: string | null; retry: (() => void) | null }

let state: SaveState = { unsaved: 0, failing: false, savedAt: null, retry: null }
const listeners = new Set<() => void>()

/** Tells the header; only the host's own answer may set `savedAt`. */
export function reportSaving(part: Partial<SaveState>): void {
  state = { ...state, ...part }
  for (const heard of [...listeners]) heard()
}

/** The state as the header shows it. */
export function useSaveState(): SaveState {
  return useSyncExternalStore(
    (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    () => state,
  )
}

/** Whether closing the page now would lose something. */
export function hasUnsaved(): boolean {
  return state.unsaved > 0
}
