import { composePrinting, composeRuntime } from './compose/runtime.ts'
import type { Machine } from './machine/machine.ts'
import { batchRoutes } from './routes/batch.ts'
import { countyKeepingRoutes } from './routes/county-keeping.ts'
import { consolidationRoutes } from './routes/consolidation.ts'
import { filingRoutes } from './routes/filing.ts'
import { createHandler, type Handler } from './routes/handler.ts'
import { hostRoutes } from './routes/host.ts'
import { createPage } from './routes/page.ts'
import { reportRoutes } from './routes/report.ts'
import { returnFileRoutes } from './routes/return-file.ts'
import { rosterRoutes } from './routes/roster.ts'
import { workspaceRoutes } from './routes/workspace.ts'
import { openSessionOf, openWorkspaceOf, takeWorkspace } from './services/workspace/runtime.ts'
import { resumeWorkspace } from './services/workspace/workspaces.ts'

/** A running program's request handler; `close` releases everything the program holds open. */
export type Composed = { handler: Handler; close: () => void }

/**
 * The composition root: builds one handler from the machine, stores, services and routes
 * (docs/design/shape.md: One handler).
 */
export async function compose(machine: Machine): Promise<Composed> {
  const runtime = composeRuntime(machine)
  if (machine.workspace !== null) takeWorkspace(runtime, (await resumeWorkspace(machine.workspace, machine.clock)).workspace)
  const printing = composePrinting(machine)
  const handler = createHandler({
    implementations: [
      ...hostRoutes(machine),
      ...workspaceRoutes(runtime),
      ...filingRoutes(runtime, printing),
      ...returnFileRoutes(runtime),
      ...rosterRoutes(runtime),
      ...batchRoutes(runtime),
      ...consolidationRoutes(runtime, printing),
      ...countyKeepingRoutes(),
      ...reportRoutes(runtime, printing),
    ],
    scopes: {
      workspace: ({ workspace }) => openWorkspaceOf(runtime, workspace),
      session: (scope) => openSessionOf(runtime, scope),
    },
    page: createPage(machine.pageFolder),
    log: machine.log,
  })
  return { handler, close: () => runtime.close() }
}
