import type { Machine } from './machine/machine.ts'
import { fallbackFonts } from './machine/fallback-fonts.ts'
import { schemeFolder } from './machine/product.ts'
import { embeddedFonts } from './print/fonts.ts'
import { batchRoutes } from './routes/batch.ts'
import { consolidationRoutes } from './routes/consolidation.ts'
import { filingRoutes } from './routes/filing.ts'
import { createHandler, type Handler } from './routes/handler.ts'
import { hostRoutes } from './routes/host.ts'
import { createPage } from './routes/page.ts'
import { rosterRoutes } from './routes/roster.ts'
import { workspaceRoutes } from './routes/workspace.ts'
import type { Printing } from './services/paper.ts'
import { createDesk, layOut, type Desk } from './services/desk.ts'
import { resumeWorkspace } from './services/workspaces.ts'
import { startReturnReader } from './workbook/return-reader.ts'

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
      ...rosterRoutes(desk),
      ...batchRoutes(desk),
      ...consolidationRoutes(desk, printing),
    ],
    page: createPage(machine.pageFolder),
    log: machine.log,
  })
  return { handler, close: () => desk.close() }
}

/** The desk alone, for the command line, which has no page. */
export function composeDesk(machine: Pick<Machine, 'clock' | 'paths' | 'version'>): Desk {
  return createDesk({ clock: machine.clock, paths: machine.paths, version: machine.version, schemeFolder: schemeFolder(), startReader: startReturnReader })
}

/** Paper for one host. */
export function composePrinting(machine: Pick<Machine, 'renderPdf'>): Printing {
  const fonts = fallbackFonts()
  return { renderPdf: machine.renderPdf, fontsFor: (text) => (fonts === null ? '' : embeddedFonts(fonts.css, text, fonts.read)) }
}
