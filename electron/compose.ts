import { composeDesk, composePrinting } from './compose/desk.ts'
import type { Machine } from './machine/machine.ts'
import { batchRoutes } from './routes/batch.ts'
import { countyKeepingRoutes } from './routes/county-keeping.ts'
import { consolidationRoutes } from './routes/consolidation.ts'
import { filingRoutes } from './routes/filing.ts'
import { createHandler, type Handler } from './routes/handler.ts'
import { hostRoutes } from './routes/host.ts'
import { createPage } from './routes/page.ts'
import { reportRoutes } from './routes/report.ts'
import { returnedRoutes } from './routes/returned.ts'
import { rosterRoutes } from './routes/roster.ts'
import { workspaceRoutes } from './routes/workspace.ts'
import { layOut } from './services/desk.ts'
import { resumeWorkspace } from './services/workspaces.ts'

/** A running program: its handler, and how to end it with nothing left open. */
export type Composed = { handler: Handler; close: () => void }

/** The composition root: joins what the machine gives with stores, services and routes into one handler (DESIGN §2). */
export async function compose(machine: Machine): Promise<Composed> {
  const desk = composeDesk(machine)
  if (machine.workspace !== null) layOut(desk, await resumeWorkspace(machine.workspace, machine.clock))
  const printing = composePrinting(machine)
  const handler = createHandler({
    implementations: [
      ...hostRoutes(machine),
      ...workspaceRoutes(desk),
      ...filingRoutes(desk, printing),
      ...returnedRoutes(desk),
      ...rosterRoutes(desk),
      ...batchRoutes(desk),
      ...consolidationRoutes(desk, printing),
      ...countyKeepingRoutes(desk),
      ...reportRoutes(desk, printing),
    ],
    page: createPage(machine.pageFolder),
    log: machine.log,
  })
  return { handler, close: () => desk.close() }
}
