import { useSyncExternalStore } from 'react'

/** The state of saving for one filing; only the host's own answer sets `savedAt`. */
type Part = { unsaved: number; failure: unknown; savedAt: string | null; retry: (() => void) | null }

/** The state of saving over all open filings, as the header shows it. */
export type SaveState = { unsaved: number; failure: unknown; savedAt: string | null; retry: () => void }

const parts = new Map<string, Part>()
const listeners = new Set<() => void>()
let state: SaveState = { unsaved: 0, failure: null, savedAt: null, retry: retrySaving }

/** Tries again to save every unsaved entry. */
export function retrySaving(): void {
  for (const part of parts.values()) part.retry?.()
}

/** Reports the state of saving for one filing to the header. */
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

/** The state of saving as the header shows it. */
export function useSaveState(): SaveState {
  return useSyncExternalStore(
    (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    () => state,
  )
}

/** True when closing the page now would lose an entry. */
export function hasUnsaved(): boolean {
  return state.unsaved > 0
}
