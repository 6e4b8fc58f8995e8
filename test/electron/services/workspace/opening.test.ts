import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { WorkspaceInfo } from '../../../../shared/api/workspace.ts'
import { emptyCounty } from '../../../builders/county.ts'
import { startProgram } from '../../../builders/program.ts'
import { temporaryFolder } from '../../../builders/run-cli.ts'

const { folder, remove } = temporaryFolder()
afterAll(remove)

test('a workspace that is open is opened once more, whatever links its path leads through', async () => {
  const [real, link] = [join(folder, 'real'), join(folder, 'Documents')]
  mkdirSync(real)
  symlinkSync(real, link)
  const program = await startProgram(link, null)
  const unit = { code: '1134900001', name: '甲校', kind: '幼儿园', township: '', class: '', parent: '' }
  const made = await program.ask<WorkspaceInfo>('POST', '/api/workspace/create', {
    role: 'school',
    scheme: 'minsheng',
    period: '2021',
    unit,
  })
  const { workspaces } = await program.ask<{ workspaces: { path: string }[] }>('GET', '/api/workspaces')
  expect(await program.ask('POST', '/api/workspace/open', { path: workspaces[0]?.path })).toMatchObject({ key: made.key })
  program.close()
})

test('two pages that open one workspace at once are both given it', async () => {
  const path = await emptyCounty(folder, [], 'two')
  const program = await startProgram(folder, null)
  const opened = await Promise.all([1, 2].map(() => program.ask<WorkspaceInfo>('POST', '/api/workspace/open', { path })))
  expect(opened[0]?.key).toBe(opened[1]?.key)
  program.close()
})

test('a page that opens the workspace while another restores a backup of it is given the restored one', async () => {
  const path = await emptyCounty(folder, [], 'restored')
  const program = await startProgram(folder, path)
  const { file } = await program.ask<{ file: string }>('POST', '/api/backups')
  const restored = program.ask<WorkspaceInfo>('POST', '/api/backups/restore', { file })
  const opened = program.ask<WorkspaceInfo>('POST', '/api/workspace/open', { path })
  const again = program.raw('POST', '/api/backups/restore', { file })
  expect((await opened).key).toBe((await restored).key)
  expect((await again).status).toBe(409)
  program.close()
})
