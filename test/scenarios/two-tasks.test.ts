import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { BatchFile, BatchView } from '../../shared/api/batch.ts'
import type { FilingView } from '../../shared/api/filing.ts'
import { parametersInForce } from '../../shared/period/period.ts'
import { emptyCounty } from '../builders/county.ts'
import { startProgram, type Program } from '../builders/program.ts'
import { demoInputsByUnit, demoReturn, demoUnits, type Return } from '../builders/returns.ts'

const folder = mkdtempSync(join(tmpdir(), 'xiaotong-tasks-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const [first = '', second = ''] = demoUnits('小学')
const cell = 'MS00.03.3'

const begin = async (program: Program): Promise<number> => (await program.ask<BatchView>('POST', '/api/batches')).batch
const add = (program: Program, batch: number, { name, bytes }: Return): Promise<BatchFile[]> =>
  program.send(`/api/batches/${batch}/files?name=${encodeURIComponent(name)}`, bytes)
const held = async (program: Program, unit: string): Promise<unknown> =>
  (await program.ask<FilingView>('GET', `/api/filings/${unit}`)).facts[cell]

async function nextYears(unit: string): Promise<Return> {
  const scheme = demoInputsByUnit().get(unit)?.scheme
  if (scheme === undefined) throw new Error(`${unit} is not in the demo`)
  return demoReturn(unit, { period: '2022', parameters: parametersInForce(scheme.parameters, '2022'), cells: { [cell]: 777_0000 } })
}

test('two pages receive for two years and a third scheme at the same time, and one signs off: each act stays in its year', async () => {
  const program = await startProgram(folder, await emptyCounty(folder, [first, second]))
  await program.ask('POST', '/api/tasks', { scheme: 'minsheng', period: '2022' })
  await program.ask('POST', '/api/tasks', { scheme: 'base', period: '2020-2021' })
  const thisYear = program.within({ task: 'minsheng.2021' })
  const nextYear = program.within({ task: 'minsheng.2022' })
  const base = program.within({ task: 'base.2020-2021' })
  const [one, two, three] = [await begin(thisYear), await begin(nextYear), await begin(base)]

  const [[here], [there], [misfit]] = await Promise.all([
    add(thisYear, one, await demoReturn(first)),
    add(nextYear, two, await nextYears(first)),
    add(base, three, await demoReturn(first)),
    add(thisYear, one, await demoReturn(second)),
  ])
  expect([here?.verdict, there?.verdict, misfit?.verdict]).toEqual(['new', 'new', 'unreadable'])

  // A batch is known only in its own task.
  expect(await (await nextYear.raw('POST', `/api/batches/${one}/commit`, {})).json()).toMatchObject({ code: 'batch-unknown' })
  await nextYear.ask('POST', `/api/batches/${two}/commit`, {})
  await thisYear.ask('POST', `/api/batches/${one}/commit`, {})
  expect(await held(nextYear, first)).toBe('777')
  expect(await held(nextYear, second)).toBeUndefined()
  expect(await held(thisYear, first)).not.toBe('777')
  expect(await held(thisYear, second)).toBeDefined()

  // A sign-off in one year leaves the other year as it was.
  const signers = { head: '王', statistician: '李', filler: '张', phone: '', reportedOn: null }
  const statusIn = async (year: Program): Promise<string> => (await year.ask<FilingView>('GET', `/api/filings/${first}`)).status
  await thisYear.ask('POST', `/api/filings/${first}/sign`, signers)
  expect([await statusIn(thisYear), await statusIn(nextYear)]).toEqual(['signed', 'received'])

  await nextYear.ask('POST', `/api/batches/${two}/undo`)
  expect(await held(nextYear, first)).toBeUndefined()
  expect(await held(thisYear, first)).toBeDefined()
  program.close()
}, 60_000)

test('a request for a workspace that is no longer open, or a task that is not there, is refused and changes nothing', async () => {
  const program = await startProgram(folder, await emptyCounty(folder, [first, second], 'gone'))
  const before = await program.scope()
  const typed = { changes: [{ cell, text: '5' }] }
  const left = program.within(before)

  const unit = { code: '1134900001', name: '梅岭镇中心幼儿园', kind: '幼儿园', township: '', class: '', parent: '' }
  await program.ask('POST', '/api/workspace/create', { role: 'school', scheme: 'minsheng', period: '2021', unit })
  const refused = await left.raw('PUT', `/api/filings/${first}/cells`, typed)
  expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'workspace-changed', details: { open: unit.name } }])
  await program.ask('POST', '/api/close')
  expect(await (await left.raw('GET', '/api/units')).json()).toMatchObject({ code: 'workspace-changed', details: { open: null } })

  await program.ask('POST', '/api/workspace/open', { path: join(folder, 'gone.xiaotong') })
  expect(await program.scope()).toEqual(before)
  const unknown = await program.within({ task: 'minsheng.1999' }).raw('PUT', `/api/filings/${first}/cells`, typed)
  expect([unknown.status, await unknown.json()]).toMatchObject([409, { code: 'task-unknown', details: { task: 'minsheng.1999' } }])
  expect((await left.ask<FilingView>('GET', `/api/filings/${first}`)).facts).toEqual({})
  await left.ask('PUT', `/api/filings/${first}/cells`, typed)
  expect(await held(program, first)).toBe('5')
  program.close()
}, 60_000)
