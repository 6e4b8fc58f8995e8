import { describe, expect, it } from 'vitest'
import { handleOf, write } from '../../../electron/store/db.ts'
import type { Workspace } from '../../../electron/store/open.ts'
import { keepOriginal } from '../../../electron/store/originals.ts'
import { verifyWorkspace } from '../../../electron/store/verify.ts'
import { sha256 } from '../../../electron/machine/digest.ts'
import { NOT_APPLICABLE } from '../../../shared/filing/facts.ts'
import { file, startTask, temporaryWorkspace, unitOf } from './workspace-helper.ts'

async function county(): Promise<Workspace> {
  const workspace = await temporaryWorkspace()
  const task = startTask(workspace, [unitOf('S1'), unitOf('S2')])
  file(workspace, task, 'S1', { 'MS03.01.1': 1, 'MS03.02.1': '文字', 'MS03.03.1': NOT_APPLICABLE })
  const bytes = new TextEncoder().encode('a workbook')
  write(workspace.db, (db) => keepOriginal(db, { sha256: sha256(bytes), name: 'S1.xlsx', keptAt: '2021', bytes }))
  return workspace
}

describe('verifying a workspace', () => {
  it('finds a sound one sound', async () => {
    const workspace = await county()
    expect(verifyWorkspace(workspace.db)).toEqual({ ok: true, filings: 1, originals: 1, found: [] })
  })

  it('finds facts that were changed behind the program’s back', async () => {
    const workspace = await county()
    handleOf(workspace.db).exec('UPDATE fact SET value = 2 WHERE value = 1')
    expect(verifyWorkspace(workspace.db)).toMatchObject({ ok: false, found: [{ kind: 'facts-differ', filing: 1 }] })
  })

  it('finds an original that no longer has its digest', async () => {
    const workspace = await county()
    handleOf(workspace.db).exec("DROP TRIGGER original_is_not_changed; UPDATE original SET bytes = CAST('A workbook' AS BLOB)")
    expect(verifyWorkspace(workspace.db).found).toEqual([{ kind: 'original-differs', sha256: sha256('a workbook') }])
  })

  it('finds rows that refer to nothing', async () => {
    const workspace = await county()
    handleOf(workspace.db).exec("PRAGMA foreign_keys = OFF; DELETE FROM unit WHERE code = 'S1'")
    expect(verifyWorkspace(workspace.db).found).toEqual([{ kind: 'foreign-key', what: 'filing 1 → unit' }])
  })
})
