import { workspaceApi, type WorkspaceInfo } from '../../shared/api/workspace.ts'
import { forgetAnswers, putAnswer } from '../api/use-query.ts'
import { workspaceFound } from '../api/workspace-lost.ts'
import { go, hashIn } from './router.ts'

/** Opens a workspace at its first page, or the start page for null; forgets all answers of the former workspace. */
export function enterWorkspace(workspace: WorkspaceInfo | null): void {
  forgetAnswers()
  putAnswer(workspaceApi.current, {}, workspace === null ? null : { key: workspace.key })
  if (workspace !== null) workspaceFound(workspace.key)
  if (workspace !== null) putAnswer(workspaceApi.info, { scope: { workspace: workspace.key } }, workspace)
  go(hashIn(null, ''))
}
