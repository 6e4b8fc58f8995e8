import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { composeRuntime } from '../../../../electron/compose/runtime.ts'
import { plainMachine } from '../../../../electron/loopback/plain-machine.ts'
import { loadDemo } from '../../../../electron/services/demo/demo-counties.ts'
import { openDemo } from '../../../../electron/services/demo/make-demo.ts'
import { fail } from '../../../../shared/problem.ts'
import { emptyCounty } from '../../../builders/county.ts'
import { temporaryFolder } from '../../../builders/run-cli.ts'
import { startProgram } from '../../../builders/program.ts'
import { resumeWorkspace, workspaceInfo } from '../../../../electron/services/workspace/workspaces.ts'
import { takeWorkspace, type Runtime } from '../../../../electron/services/workspace/runtime.ts'
import { findScheme } from '../../../../electron/services/scheme/schemes.ts'
import { lastSession } from '../../../../electron/services/workspace/session.ts'
import { read } from '../../../../electron/store/db.ts'
import { listFilings } from '../../../../electron/store/filings.ts'
import type { Workspace } from '../../../../electron/store/open.ts'

const { folder, remove } = temporaryFolder()
afterAll(remove)

/** A program with the workspaces in a folder of their own. */
function programIn(name: string): Runtime {
  const runtime = composeRuntime({ ...plainMachine(), paths: { data: folder, workspaces: join(folder, name), log: join(folder, 'log') } })
  mkdirSync(runtime.paths.workspaces)
  return runtime
}

async function openCounty(runtime: Runtime, name: string): Promise<Workspace> {
  const path = await emptyCounty(folder, [], name)
  return takeWorkspace(runtime, (await resumeWorkspace(path, runtime.clock)).workspace)
}

test('a demo that is cancelled while it is made leaves no half county behind, and what was open stays open', async () => {
  const runtime = programIn('demo')
  const open = await openCounty(runtime, 'open')
  let done = 0
  await expect(
    openDemo(runtime, 'minsheng', async () => {
      done += 1
      if (done === 3) fail('cancelled', {})
    }),
  ).rejects.toThrow('cancelled')
  expect(readdirSync(runtime.paths.workspaces)).toEqual([expect.stringMatching(/^演示县 .*\.xiaotong\.lock$/)])
  expect(runtime.workspace).toBe(open)
  expect(workspaceInfo(open).path).toBe(open.path)
  runtime.close()
}, 60_000)

test('a demo that is cancelled leaves open the workspace that another page opened meanwhile', async () => {
  const runtime = programIn('meanwhile')
  let done = 0
  await expect(
    openDemo(runtime, 'minsheng', async () => {
      done += 1
      if (done === 1) await openCounty(runtime, 'meanwhile')
      if (done === 3) fail('cancelled', {})
    }),
  ).rejects.toThrow('cancelled')
  expect(workspaceInfo(runtime.workspace!).name).toBe('金寨县教育局')
  runtime.close()
}, 60_000)

test('a cancelled demo leaves the backups of an earlier demo', async () => {
  const runtime = programIn('earlier')
  const title = findScheme('performance', runtime.schemeFolder).scheme.title
  const backups = join(runtime.paths.workspaces, `演示县 ${title}.xiaotong.backups`)
  mkdirSync(backups)
  writeFileSync(join(backups, '2021-09-01T040000.000Z-asked.xiaotong'), 'earlier')
  await expect(openDemo(runtime, 'performance', async () => fail('cancelled', {}))).rejects.toThrow('cancelled')
  expect(readdirSync(backups)).toHaveLength(1)
  runtime.close()
}, 60_000)

test('two pages that ask for the demo at once are given one and the same', async () => {
  const program = await startProgram(join(folder, 'twice'), null)
  const answers = await Promise.all([1, 2].map(() => program.raw('POST', '/api/workspace/demo?scheme=performance')))
  const ends = await Promise.all(answers.map(async (answer) => (await answer.text()).trim().split('\n').at(-1)))
  expect(ends[0]).toMatch(/^{"result":/)
  expect(ends[1]).toBe(ends[0])
  program.close()
}, 60_000)

test('a demo is called after its scheme, in the words a person knows it by', async () => {
  const runtime = composeRuntime({ ...plainMachine(), paths: { data: folder, workspaces: `${folder}/named`, log: `${folder}/log` } })
  await openDemo(runtime, 'performance', async () => {})
  expect(readdirSync(`${folder}/named`)).toContain('演示县 部门整体（项目支出）绩效自评.xiaotong')
  runtime.close()
}, 60_000)

test('a demo has received the return of every unit', async () => {
  const runtime = programIn('received')
  const demo = await openDemo(runtime, 'performance', async () => {})
  const { filings } = loadDemo(runtime.schemeFolder, 'performance')
  const received = read(demo.db, (db) => listFilings(db, lastSession(demo).task.id)).filter(({ status }) => status === 'received')
  expect(received.map(({ unit }) => unit).toSorted()).toEqual(filings.map(({ unit }) => unit).toSorted())
  runtime.close()
}, 60_000)
