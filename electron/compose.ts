import type { Machine } from './machine/machine.ts'
import { createHandler, type Handler } from './routes/handler.ts'
import { hostRoutes } from './routes/host.ts'
import { createPage } from './routes/page.ts'

/** A running program: its handler, and how to end it with nothing left open. */
export type Composed = { handler: Handler; close: () => void }

/** The composition root: joins what the machine gives with stores, services and routes into one handler (DESIGN §2). */
export function compose(machine: Machine): Composed {
  const handler = createHandler({
    implementations: [...hostRoutes(machine)],
    page: createPage(machine.pageFolder),
    log: machine.log,
  })
  return { handler, close: () => {} }
}
