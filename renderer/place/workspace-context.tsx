import { createContext, useContext } from 'react'
import type { TaskInfo, WorkspaceInfo } from '../../shared/api/workspace.ts'
import type { Scheme } from '../../shared/scheme/scheme.ts'

type Opened = { workspace: WorkspaceInfo; task: TaskInfo; scheme: Scheme; digest: string }

const OpenedContext = createContext<Opened | null>(null)

/** Gives the pages the open workspace, the address's task and the task's scheme. */
export const OpenedProvider = OpenedContext

function useOpened(): Opened {
  const opened = useContext(OpenedContext)
  if (opened === null) throw new Error('This part of the page is drawn only while a workspace is open.')
  return opened
}

/** The open workspace: owner unit, role, tasks. */
export function useWorkspace(): WorkspaceInfo {
  return useOpened().workspace
}

/** The current task, named by the address. */
export function useTask(): TaskInfo {
  return useOpened().task
}

/** The digest of the text that `useScheme` was loaded from; the task's own version may be known before the text of it is. */
export function useSchemeDigest(): string {
  return useOpened().digest
}

/** The scheme of the current task, loaded from its text in the page. */
export function useScheme(): Scheme {
  return useOpened().scheme
}
