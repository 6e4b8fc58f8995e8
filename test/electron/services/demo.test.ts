import { existsSync, readdirSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { composeDesk } from '../../../electron/compose/desk.ts'
import { plainMachine } from '../../../electron/loopback/plain-machine.ts'
import { openDemo } from '../../../electron/services/demo/make-demo.ts'
import { fail } from '../../../shared/problem.ts'
import { emptyCounty } from '../../builders/county.ts'
import { temporaryFolder } from '../../builders/run-cli.ts'
import { resumeWorkspace } from '../../../electron/services/workspaces.ts'
import { layOut } from '../../../electron/services/desk.ts'

const { folder, remove } = temporaryFolder()
afterAll(remove)

test('a demo that is cancelled while it is made leaves no half county behind, and lets go of what was open', async () => {
  const desk = composeDesk({ ...plainMachine(), paths: { data: folder, workspaces: `${folder}/demo`, log: `${folder}/log` } })
  const path = await emptyCounty(folder, [])
  layOut(desk, await resumeWorkspace(path, desk.clock))
  let done = 0
  await expect(
    openDemo(desk, 'minsheng', async () => {
      done += 1
      if (done === 3) fail('cancelled', {})
    }),
  ).rejects.toThrow('cancelled')
  expect(readdirSync(`${folder}/demo`)).toEqual([])
  expect(desk.session).toBeNull()
  // The workspace that was open before can be opened again: nobody holds it.
  layOut(desk, await resumeWorkspace(path, desk.clock))
  expect(existsSync(path)).toBe(true)
  desk.close()
}, 60_000)

test('a demo is called after its scheme, in the words a person knows it by', async () => {
  const desk = composeDesk({ ...plainMachine(), paths: { data: folder, workspaces: `${folder}/named`, log: `${folder}/log` } })
  layOut(desk, await openDemo(desk, 'performance', async () => {}))
  expect(readdirSync(`${folder}/named`)).toContain('演示县 部门整体（项目支出）绩效自评.xiaotong')
  desk.close()
}, 60_000)
