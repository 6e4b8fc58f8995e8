import { join } from 'node:path'
import type { NamedFile } from '../../electron/machine/files.ts'
import { workbookInput, workbookName } from '../../electron/services/filing/export-workbook.ts'
import { takeWorkspace, type Runtime } from '../../electron/services/workspace/runtime.ts'
import { loadScheme } from '../../electron/services/scheme/schemes.ts'
import type { Session } from '../../electron/services/workspace/session.ts'
import { makeWorkspace } from '../../electron/services/workspace/workspaces.ts'
import { write } from '../../electron/store/db.ts'
import { putUnits } from '../../electron/store/units.ts'
import { writeWorkbook } from '../../electron/workbook/write-form/write-workbook.ts'
import type { Unit } from '../../shared/unit/unit.ts'
import { benchFacts, benchScheme, benchUnits } from './county-fixtures.ts'

/** Makes and opens `county.xiaotong` in a folder: a county with the given number of schools on the roster and no filings. */
export async function makeCounty(
  runtime: Runtime,
  folder: string,
  schools: number,
  schemeText = benchScheme(),
): Promise<{ session: Session; units: Unit[] }> {
  const owner = { code: '341500', name: '试验县教育局', kind: '教育局', township: '', class: '', parent: '' }
  const scheme = loadScheme(schemeText, 'bench.yaml')
  const path = join(folder, 'county.xiaotong')
  const session = await makeWorkspace({ path, role: 'county', scheme, period: '2021', unit: owner }, runtime.clock)
  takeWorkspace(runtime, session.workspace)
  const units = benchUnits(schools)
  write(session.workspace.db, (db) => putUnits(db, units))
  return { session, units }
}

/** The filled workbook of each school, one after the other. */
export async function* filledWorkbooks(session: Session, units: readonly Unit[]): AsyncGenerator<NamedFile> {
  const signOff = { head: '王', statistician: '', filler: '李', phone: '', reportedOn: null }
  for (const [index, unit] of units.entries()) {
    const handover = {
      facts: benchFacts(index + 1),
      explanations: new Map(),
      refused: new Map(),
      signOff,
      revision: 1,
      changedAt: '2021-12-09T00:00:00.000Z',
    }
    const input = workbookInput(session, unit, handover, null, { blank: false, appVersion: '0' })
    yield { name: workbookName(input), bytes: new Uint8Array(await writeWorkbook(input)) }
  }
}
