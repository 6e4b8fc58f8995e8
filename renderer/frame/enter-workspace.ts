import { workspaceApi, type WorkspaceInfo } from '../../shared/api/workspace.ts'
import { forgetAnswers, putAnswer } from '../api/use-query.ts'
import { go } from './router.ts'

/** Shows another workspace or task from its first page on; null shows the start page. What was read of the former is forgotten. */
export function enterWorkspace(workspace: WorkspaceInfo | null): void {
  forgetAnswers()
  putAnswer(workspaceApi.current, {}, workspace)
  go('#/')
}
