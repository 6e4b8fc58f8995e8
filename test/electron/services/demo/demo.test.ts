import { existsSync, readdirSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { composeRuntime } from '../../../../electron/compose/runtime.ts'
import { plainMachine } from '../../../../electron/loopback/plain-machine.ts'
import { openDemo } from '../../../../electron/services/demo/make-demo.ts'
import { fail } from '../../../../shared/problem.ts'
import { emptyCounty } from '../../../builders/county.ts'
import { temporaryFolder } from '../../../builders/run-cli.ts'
import { resumeWorkspace } from '../../../../electron/services/workspace/workspaces.ts'
import { takeWorkspace } from '../../../../electron/services/workspace/runtime.ts'

const { folder, remove } = temporaryFolder()
afterAll(remove)

test('a demo that is cancelled while it is made leaves no half county behind, and lets go of what was open', async () => {
  const runtime = composeRuntime({ ...plainMachine(), paths: { data: folder, workspaces: `${folder}/demo`, log: `${folder}/log` } })
  const path = await emptyCounty(folder, [])
  takeWorkspace(runtime, (await resumeWorkspace(path, runtime.clock)).workspace)
  let done = 0
  await expect(
    openDemo(runtime, 'minsheng', async () => {
      done += 1
      if (done === 3) fail('cancelled', {})
    }),
  ).rejects.toThrow('cancelled')
  expect(readdirSync(`${folder}/demo`)).toEqual([])
  expect(runtime.workspace).toBeNull()
  // The earlier workspace opens again, so its lock was released.
  takeWorkspace(runtime, (await resumeWorkspace(path, runtime.clock)).workspace)
  expect(existsSync(path)).toBe(true)
  runtime.close()
}, 60_000)

test('a demo is called after its scheme, in the words a person knows it by', async () => {
  const runtime = composeRuntime({ ...plainMachine(), paths: { data: folder, workspaces: `${folder}/named`, log: `${folder}/log` } })
  takeWorkspace(runtime, (await openDemo(runtime, 'performance', async () => {})).workspace)
  expect(readdirSync(`${folder}/named`)).toContain('演示县 部门整体（项目支出）绩效自评.xiaotong')
  runtime.close()
}, 60_000)
