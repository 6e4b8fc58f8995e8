import { workspaceApi } from '../../shared/api/workspace.ts'
import { kindsThatFile } from '../../shared/scheme/kinds.ts'
import { demoSchemes } from '../services/demo/demo-counties.ts'
import { DEFAULT_DEMO, openDemo } from '../services/demo/make-demo.ts'
import { discardLeftOpen } from '../services/receive/batches.ts'
import { layOut, openSession, type Desk } from '../services/desk.ts'
import { backUpNow, backupsOf, restoreOpen } from '../services/safety.ts'
import { builtInSchemes, findScheme } from '../services/schemes.ts'
import { chooseTask, listWorkspaces, makeWorkspace, resumeWorkspace, workspaceFile, workspaceInfo } from '../services/workspaces.ts'
import { implement, type Implementation } from './implement.ts'

/** Opening, creating and keeping workspaces safe. */
export function workspaceRoutes(desk: Desk): Implementation[] {
  const { clock } = desk
  return [
    implement(workspaceApi.current, () => (desk.session === null ? null : workspaceInfo(desk.session))),
    implement(workspaceApi.list, () => ({ folder: desk.paths.workspaces, workspaces: listWorkspaces(desk.paths.workspaces) })),
    implement(workspaceApi.schemes, () =>
      builtInSchemes(desk.schemeFolder).map(({ scheme }) => ({
        id: scheme.id,
        version: scheme.version,
        title: scheme.title,
        issuer: scheme.issuer,
        period: scheme.period,
        kinds: kindsThatFile(scheme),
      })),
    ),
    implement(workspaceApi.create, async ({ input }) => {
      const path = workspaceFile(desk.paths.workspaces, input.file ?? `${input.unit.name} ${input.period}`)
      const scheme = findScheme(input.scheme, desk.schemeFolder)
      return workspaceInfo(
        layOut(desk, await makeWorkspace({ path, role: input.role, scheme, period: input.period, unit: input.unit }, clock)),
      )
    }),
    implement(workspaceApi.open, async ({ input }) => {
      if (desk.session?.workspace.path === input.path) return workspaceInfo(desk.session)
      return workspaceInfo(layOut(desk, await resumeWorkspace(input.path, clock)))
    }),
    implement(workspaceApi.close, () => {
      desk.close()
      return {}
    }),
    implement(workspaceApi.demos, () => {
      const titles = new Map(builtInSchemes(desk.schemeFolder).map(({ scheme }) => [scheme.id, scheme.title]))
      return demoSchemes(desk.schemeFolder).map((scheme) => ({ scheme, title: titles.get(scheme) ?? scheme }))
    }),
    implement(workspaceApi.demo, async ({ query }, { report }) =>
      workspaceInfo(layOut(desk, await openDemo(desk, query.scheme ?? DEFAULT_DEMO, report))),
    ),
    implement(workspaceApi.chooseTask, ({ input }) => {
      const { workspace } = openSession(desk)
      discardLeftOpen(openSession(desk))
      desk.pending = new Map()
      return workspaceInfo(layOut(desk, chooseTask(workspace, findScheme(input.scheme, desk.schemeFolder), input.period)))
    }),
    implement(workspaceApi.scheme, () => {
      const { schemeFile, schemeText, schemeDigest } = openSession(desk)
      return { file: schemeFile, text: schemeText, digest: schemeDigest }
    }),
    implement(workspaceApi.backups, () => backupsOf(openSession(desk))),
    implement(workspaceApi.backUp, async () => {
      const { file, at, reason, bytes } = await backUpNow(openSession(desk))
      return { file, at, reason, bytes }
    }),
    implement(workspaceApi.restore, async ({ input }) => workspaceInfo(await restoreOpen(desk, input.file))),
  ]
}
