import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { TaskScope } from '../../../shared/api/contract.ts'
import { routes } from '../../../shared/api/routes.ts'
import type { FilingView } from '../../../shared/api/filing.ts'
import type { BatchView } from '../../../shared/api/batch.ts'
import { onChanges } from '../../../renderer/api/changes.ts'
import { call } from '../../../renderer/api/client.ts'
import { schemeFromHost } from '../../../renderer/api/load-scheme.ts'
import { nextTurn } from '../../../renderer/api/turns.ts'
import { retrySaving } from '../../../renderer/api/save-state.ts'
import { derived } from '../../../renderer/filing/filing-state.ts'
import { createFilingStore, type FilingStore } from '../../../renderer/filing/filing-store.ts'
import { emptyCounty } from '../../builders/county.ts'
import { startProgram, type Program } from '../../builders/program.ts'
import { demoReturn, demoUnits, receive } from '../../builders/returns.ts'
import { temporaryFolder } from '../../builders/run-cli.ts'

/** The page's store of a filing against the whole program, which other pages work on too. */
const { folder, remove } = temporaryFolder()
const [school = '', other = ''] = demoUnits('小学')
const [nursery = ''] = demoUnits('幼儿园')
const cell = 'MS00.03.3'
let program: Program
let scope: TaskScope

beforeAll(async () => {
  program = await startProgram(folder, await emptyCounty(folder, [school, other, nursery]))
  scope = await program.scope()
})
beforeEach(() => connect())
afterEach(() => vi.unstubAllGlobals())
afterAll(() => {
  program.close()
  remove()
})

/** Connects the page's fetch to the program; `broken` answers in place of the program. */
function connect(broken: (address: string) => Response | null = () => null): void {
  vi.stubGlobal(
    'fetch',
    async (address: string, { redirect: _, credentials: __, ...init }: RequestInit) =>
      broken(address) ?? program.handler(new Request(new URL(address, 'http://127.0.0.1:1'), init)),
  )
}

async function viewOf(unit: string): Promise<{ view: FilingView; asked: number }> {
  const asked = nextTurn()
  return { asked, view: await call(routes.filing.read, { scope, params: { unit } }) }
}

async function openStore(unit: string): Promise<FilingStore> {
  const { file, text } = await call(routes.workspace.scheme, { scope })
  return createFilingStore(scope, schemeFromHost(file, text), (await viewOf(unit)).view)
}

async function enter(store: FilingStore, text: string): Promise<void> {
  store.enter([{ cell, text }])
  await store.settled()
}

/** Resolves in another millisecond, so that no two changes have one time. */
const later = () => new Promise((resolve) => setTimeout(resolve, 5))

test('after a restore in another page the store shows what is held again', async () => {
  const store = await openStore(school)
  await enter(store, '4')
  const { file } = await call(routes.workspace.backUp, { scope })
  await later()
  await enter(store, '5')
  await call(routes.workspace.restore, { scope, input: { file } })
  const { view, asked } = await viewOf(school)
  store.refresh(view, asked)
  expect([view.facts[cell], store.state().facts.get(cell)]).toEqual(['4', 4_0000])
})

test('after a batch was undone in another page the store shows the filing from before it', async () => {
  const { batch } = await receive(program, [await demoReturn(other)])
  const store = await openStore(other)
  await later()
  await enter(store, '5')
  store.undo()
  await store.settled()
  await program.ask<BatchView>('POST', `/api/batches/${batch}/undo`)
  const { view, asked } = await viewOf(other)
  store.refresh(view, asked)
  expect(store.state().facts.size).toBe(Object.keys(view.facts).length)
  expect(store.state().view.status).toBe(view.status)
})

test('a view that was asked for before an entry was saved does not replace the entry', async () => {
  const store = await openStore(school)
  const { view, asked } = await viewOf(school)
  await enter(store, '7')
  store.refresh(view, asked)
  expect(store.state().facts.get(cell)).toBe(7_0000)
})

test('a line whose insertion broke off may have been inserted: the filing is read again', async () => {
  const store = await openStore(school)
  const heard: string[] = []
  const leave = onChanges((topics) => heard.push(...topics))
  connect((address) => (address.endsWith('/lines') ? Response.error() : null))
  await expect(store.changeLine('MS04', 1, 'insert')).rejects.toMatchObject({ failure: { code: 'host-gone' } })
  leave()
  expect(heard).toContain('filings')
})

/** Enters pupils and too few teachers; returns the query about them. */
async function queryOn(store: FilingStore) {
  store.enter([
    { cell: 'MS00.01.3', text: '150' },
    { cell: 'MS00.01.8', text: '4' },
  ])
  await store.settled()
  const query = derived(store.state()).findings.find((one) => one.because.includes('超过 25 名学生'))
  if (query === undefined) throw new Error('no query')
  return query
}

test('an explanation that could not be saved is shown, counts as unsaved, and is saved once the host answers', async () => {
  const store = await openStore(nursery)
  const query = await queryOn(store)
  connect((address) => (address.endsWith('/explanations') ? Response.json({ code: 'disk-full', details: {} }, { status: 507 }) : null))
  store.explain(query, '两名教师休产假，由代课教师上课')
  await expect(store.settled()).rejects.toMatchObject({ failure: { code: 'disk-full' } })
  expect(store.state().explanations.get(query.key)?.text).toBe('两名教师休产假，由代课教师上课')
  const { view: before, asked } = await viewOf(nursery)
  expect(before.explanations[query.key]).toBeUndefined()
  store.refresh(before, asked)
  connect()
  retrySaving()
  await store.settled()
  expect((await viewOf(nursery)).view.explanations[query.key]?.text).toBe('两名教师休产假，由代课教师上课')
  expect(derived(store.state()).findings.find((one) => one.key === query.key)?.explained).toBe(true)
})

test('an explanation of a query that has gone meanwhile holds nothing up', async () => {
  const store = await openStore(nursery)
  const query = await queryOn(store)
  store.enter([{ cell: 'MS00.01.8', text: '9' }])
  store.explain(query, '两名教师休病假，由代课教师上课')
  await store.settled()
  expect(derived(store.state()).findings.map(({ key }) => key)).not.toContain(query.key)
})
