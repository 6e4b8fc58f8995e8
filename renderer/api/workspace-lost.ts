import { useSyncExternalStore } from 'react'
import type { Problem } from '../../shared/problem.ts'

/** Why the workspace of this page is no longer the open one (`workspace-changed`); null while it is. */
let lost: Problem | null = null
const listeners = new Set<() => void>()

function change(next: Problem | null): void {
  if (next === lost) return
  lost = next
  for (const heard of [...listeners]) heard()
}

/** Looks at every failure of a call: one of them says that another page has opened another workspace, or closed this one. */
export function noteFailure(failure: { code: string }): void {
  if (failure.code === 'workspace-changed') change(failure as Problem)
}

/** The workspace is open again, or the page works on another one. */
export function workspaceFound(): void {
  change(null)
}

/** Why the workspace of this page is no longer open; null while it is. */
export function useWorkspaceLost(): Problem | null {
  return useSyncExternalStore(
    (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    () => lost,
  )
}
