import { workspaceApi } from '../../shared/api/workspace.ts'
import { kindsThatFile } from '../../shared/scheme/kinds.ts'
import { taskKey } from '../../shared/words.ts'
import { demoSchemes } from '../services/demo/demo-counties.ts'
import { DEFAULT_DEMO, openDemo } from '../services/demo/make-demo.ts'
import { takeWorkspace, workspaceKey, type Runtime } from '../services/workspace/runtime.ts'
import { backUpNow, backupsOf, restoreOpen } from '../services/workspace/safety.ts'
import { builtInSchemes, findScheme } from '../services/scheme/schemes.ts'
import {
  addTask,
  listWorkspaces,
  makeWorkspace,
  openInTurn,
  rememberTask,
  workspaceFile,
  workspaceInfo,
} from '../services/workspace/workspaces.ts'
import { implement, type Implementation } from './implement.ts'

/** Workspaces: opening, creating, demos, tasks and backups. */
export function workspaceRoutes(runtime: Runtime): Implementation[] {
  const { clock, schemeFolder } = runtime
  return [
    implement(workspaceApi.current, () => (runtime.workspace === null ? null : { key: workspaceKey(runtime.workspace) })),
    implement(workspaceApi.list, () => ({ folder: runtime.paths.workspaces, workspaces: listWorkspaces(runtime.paths.workspaces) })),
    implement(workspaceApi.schemes, () =>
      builtInSchemes(schemeFolder).map(({ scheme }) => ({
        id: scheme.id,
        version: scheme.version,
        title: scheme.title,
        issuer: scheme.issuer,
        period: scheme.period,
        kinds: kindsThatFile(scheme),
      })),
    ),
    implement(workspaceApi.create, async ({ input }) => {
      const path = workspaceFile(runtime.paths.workspaces, input.file ?? `${input.unit.name} ${input.period}`)
      const scheme = findScheme(input.scheme, schemeFolder)
      return runtime.inTurn('open', async () => {
        const made = await makeWorkspace({ path, role: input.role, scheme, period: input.period, unit: input.unit }, clock)
        return workspaceInfo(takeWorkspace(runtime, made.workspace))
      })
    }),
    implement(workspaceApi.open, async ({ input }) => workspaceInfo(await openInTurn(runtime, input.path))),
    implement(workspaceApi.demos, () => {
      const titles = new Map(builtInSchemes(schemeFolder).map(({ scheme }) => [scheme.id, scheme.title]))
      return demoSchemes(schemeFolder).map((scheme) => ({ scheme, title: titles.get(scheme) ?? scheme }))
    }),
    implement(workspaceApi.demo, async ({ query }, { report }) =>
      workspaceInfo(await openDemo(runtime, query.scheme ?? DEFAULT_DEMO, report)),
    ),
    implement(workspaceApi.info, ({ workspace }) => workspaceInfo(workspace)),
    implement(workspaceApi.close, () => {
      runtime.close()
      return {}
    }),
    implement(workspaceApi.addTask, ({ workspace, input }) => {
      const { task } = addTask(workspace, findScheme(input.scheme, schemeFolder), input.period)
      return { task: taskKey(task), workspace: workspaceInfo(workspace) }
    }),
    implement(workspaceApi.useTask, ({ session }) => {
      rememberTask(session)
      return {}
    }),
    implement(workspaceApi.scheme, ({ session }) => ({
      file: session.schemeFile,
      text: session.schemeText,
      digest: session.schemeDigest,
    })),
    implement(workspaceApi.backups, ({ workspace }) => backupsOf(workspace)),
    implement(workspaceApi.backUp, async ({ workspace }) => {
      const { file, at, reason, bytes } = await backUpNow(workspace)
      return { file, at, reason, bytes }
    }),
    implement(workspaceApi.restore, async ({ workspace, input }) => workspaceInfo(await restoreOpen(runtime, workspace, input.file))),
  ]
}
