import { workspaceApi, type WorkspaceInfo } from '../../shared/api/workspace.ts'
import { forgetAnswers, putAnswer } from '../api/use-query.ts'
import { workspaceFound } from '../api/workspace-lost.ts'
import { go, hashIn } from './router.ts'

/** Shows another workspace from its first page on; null shows the start page. What was read of the former is forgotten. */
export function enterWorkspace(workspace: WorkspaceInfo | null): void {
  forgetAnswers()
  putAnswer(workspaceApi.current, {}, workspace === null ? null : { key: workspace.key })
  if (workspace !== null) workspaceFound(workspace.key)
  if (workspace !== null) putAnswer(workspaceApi.info, { scope: { workspace: workspace.key } }, workspace)
  go(hashIn(null, ''))
}
