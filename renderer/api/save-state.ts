import { useSyncExternalStore } from 'react'

/** How saving stands for one filing. Only the host's own answer may set `savedAt`. */
type Part = { unsaved: number; failure: unknown; savedAt: string | null; retry: (() => void) | null }

/** What the header says about saving, over all filings that are open. */
export type SaveState = { unsaved: number; failure: unknown; savedAt: string | null; retry: () => void }

const parts = new Map<string, Part>()
const listeners = new Set<() => void>()
let state: SaveState = { unsaved: 0, failure: null, savedAt: null, retry: retrySaving }

/** Tries to save again, whatever is unsaved. */
export function retrySaving(): void {
  for (const part of parts.values()) part.retry?.()
}

/** Tells the header how saving stands for one filing. */
export function reportSaving(filing: string, change: Partial<Part>): void {
  const before = parts.get(filing) ?? { unsaved: 0, failure: null, savedAt: null, retry: null }
  parts.set(filing, { ...before, ...change })
  const all = [...parts.values()]
  state = {
    unsaved: all.reduce((sum, part) => sum + part.unsaved, 0),
    failure: all.find((part) => part.failure !== null)?.failure ?? null,
    savedAt: all.reduce<string | null>((latest, part) => ((part.savedAt ?? '') > (latest ?? '') ? part.savedAt : latest), null),
    retry: retrySaving,
  }
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
