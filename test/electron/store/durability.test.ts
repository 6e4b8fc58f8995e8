import { join } from 'node:path'
import { expect, it } from 'vitest'
import { read, write } from '../../../electron/store/db.ts'
import { readFacts } from '../../../electron/store/facts.ts'
import { createFiling } from '../../../electron/store/filings.ts'
import { createWorkspace, openWorkspace } from '../../../electron/store/open.ts'
import { verifyWorkspace } from '../../../electron/store/verify.ts'
import { killWhileWriting } from './kill-while-writing.ts'
import { NOON, startTask, temporaryFolder, unitOf } from './workspace-helper.ts'

it('every value that a killed process had said was saved is there, and the workspace is sound', async () => {
  const path = join(temporaryFolder(), 'school.db')
  const made = await createWorkspace(path, { clock: () => NOON })
  const task = startTask(made, [unitOf('S1')])
  const { id } = write(made.db, (db) => createFiling(db, task.id, 'S1'))
  made.close()
  for (const enough of [1, 25, 120]) {
    const saved = await killWhileWriting(path, enough)
    expect(saved.size).toBeGreaterThan(0)
    const workspace = await openWorkspace(path, { clock: () => NOON })
    const held = read(workspace.db, (db) => readFacts(db, id))
    for (const [cell, value] of saved) {
      // The process may have saved the cell's next value and been killed before it printed it.
      expect([value, value + 40], cell).toContain(held.get(cell))
    }
    expect(verifyWorkspace(workspace.db).found).toEqual([])
    workspace.close()
  }
})
