import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { write } from '../../../electron/store/db.ts'
import { createFiling, changeFiling, type Filing, type FilingStatus } from '../../../electron/store/filings.ts'
import { replaceFacts } from '../../../electron/store/facts.ts'
import { createWorkspace, type Workspace } from '../../../electron/store/open.ts'
import { putScheme } from '../../../electron/store/schemes.ts'
import { createTask, type Task } from '../../../electron/store/tasks.ts'
import { putUnits } from '../../../electron/store/units.ts'
import type { Fact } from '../../../shared/filing/facts.ts'
import { unitWith, type Unit } from '../../../shared/unit/unit.ts'

/** The fixed time of the tests. */
export const NOON = new Date('2021-09-01T04:00:00.000Z')

/** An empty folder, removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xiaotong-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A new empty workspace in a folder of its own, closed after the test. */
export async function temporaryWorkspace(): Promise<Workspace> {
  const workspace = await createWorkspace(join(temporaryFolder(), 'county.db'), { clock: () => NOON })
  onTestFinished(() => workspace.close())
  return workspace
}

/** A unit with the given attributes; the others have fixed values. */
export function unitOf(code: string, rest: Partial<Unit> = {}): Unit {
  return unitWith({ code, name: `${code}小学`, kind: '小学', township: '梅山镇', class: '121', ...rest })
}

/** Creates a task and puts units on the roster. */
export function startTask(workspace: Workspace, units: readonly Unit[], period = '2021'): Task {
  return write(workspace.db, (db) => {
    putScheme(db, { id: 'minsheng', version: '2021.1', digest: 'd', text: 'scheme: minsheng' })
    putUnits(db, units)
    return createTask(db, { scheme: 'minsheng', version: '2021.1', period })
  })
}

/** Creates a filing with facts and a status. */
export function file(
  workspace: Workspace,
  task: Task,
  unit: string,
  facts: Record<string, Fact>,
  status: FilingStatus = 'received',
): Filing {
  return write(workspace.db, (db) => {
    const filing = createFiling(db, task.id, unit)
    replaceFacts(db, filing.id, new Map(Object.entries(facts)))
    return changeFiling(db, filing.id, { status })
  })
}
