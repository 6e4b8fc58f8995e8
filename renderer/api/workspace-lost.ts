import { useSyncExternalStore } from 'react'
import type { Problem } from '../../shared/problem.ts'

/** The workspaces, by their keys, that requests have found to be no longer the open one (`workspace-changed`). */
const lost = new Map<string, Problem>()
const listeners = new Set<() => void>()

function tell(): void {
  for (const heard of [...listeners]) heard()
}

/** Notes the failure of a request about a workspace; only `workspace-changed` means that the workspace is no longer open. */
export function noteFailure(workspace: string, failure: { code: string }): void {
  if (failure.code !== 'workspace-changed') return
  lost.set(workspace, failure as Problem)
  tell()
}

/** Notes that a workspace is the open one: it was opened, or a request about it was answered. */
export function workspaceFound(workspace: string): void {
  if (lost.delete(workspace)) tell()
}

/** The failure that names a workspace as no longer open; null while it is open. */
export function lostReason(workspace: string): Problem | null {
  return lost.get(workspace) ?? null
}

/** `lostReason` for a component, which is drawn again after a change. */
export function useWorkspaceLost(workspace: string): Problem | null {
  return useSyncExternalStore(
    (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    () => lostReason(workspace),
  )
}
