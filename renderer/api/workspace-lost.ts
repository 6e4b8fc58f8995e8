import { useSyncExternalStore } from 'react'
import type { Problem } from '../../shared/problem.ts'

/** The problem (`workspace-changed`) that took this page's workspace away; null while the workspace is open. */
let lost: Problem | null = null
const listeners = new Set<() => void>()

function change(next: Problem | null): void {
  if (next === lost) return
  lost = next
  for (const heard of [...listeners]) heard()
}

/** Notes the failure that reports another open workspace, or a closed one; ignores other failures. */
export function noteFailure(failure: { code: string }): void {
  if (failure.code === 'workspace-changed') change(failure as Problem)
}

/** Clears the problem: the workspace is open again, or the page uses another workspace. */
export function workspaceFound(): void {
  change(null)
}

/** The problem that took this page's workspace away; null while the workspace is open. */
export function useWorkspaceLost(): Problem | null {
  return useSyncExternalStore(
    (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    () => lost,
  )
}
