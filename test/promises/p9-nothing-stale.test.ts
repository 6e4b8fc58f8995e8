import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { compose } from '../../electron/compose.ts'
import { plainMachine } from '../../electron/loopback/plain-machine.ts'
import type { Answer, RouteSpec, Said, Sent, TaskScope } from '../../shared/api/contract.ts'
import { routes } from '../../shared/api/routes.ts'
import { onChanges } from '../../renderer/api/changes.ts'
import { act as actOnRoute, call as callRoute, urlOf } from '../../renderer/api/client.ts'
import { createQueryCache } from '../../renderer/api/query-cache.ts'
import { inScope } from '../../renderer/api/scope.ts'
import { emptyCounty } from '../builders/county.ts'
import { demoReturn, demoUnits } from '../builders/returns.ts'
import { presentScope } from '../builders/scoped-address.ts'

/**
 * No answer on the page is older than what was changed (promise 9): after each route that changes something, every answer that the
 * page still holds for good is the one that the host would give now. The walk takes every route of the contract; a new one does not
 * compile until it says what to try it with.
 */

type Calling = <R extends RouteSpec>(route: R, sent: Sent<R>) => Promise<Answer<R>>
const call = callRoute as Calling
const act = actOnRoute as Calling

const [school = '', other = '', third = ''] = demoUnits('小学')
const [office = ''] = demoUnits('教育局')
const folder = mkdtempSync(join(tmpdir(), 'xiaotong-stale-'))
const cell = 'MS00.03.3'
const parameter = '中小学班额上限'

type Area = keyof typeof routes
/** What a route is tried with: nothing for a file, which is not kept; a reason for what is tried elsewhere. */
type Tried<R> = R extends RouteSpec
  ? R['method'] extends 'GET'
    ? R['output'] extends 'file'
      ? 'a file is not kept'
      : readonly Said<R>[]
    : Writing<R> | { elsewhere: string }
  : never
type Writing<R extends RouteSpec> = { say: () => Said<R> | Promise<Said<R>>; changesNothing?: string }
type Plan = { readonly [A in Area]: { readonly [N in keyof (typeof routes)[A]]: Tried<(typeof routes)[A][N]> } }

const unitPath = { params: { unit: school } }
const FILE = 'a file is not kept'
const another = 'a page that opens another workspace forgets every answer (renderer/frame/enter-workspace.ts)'
let scope: TaskScope
/** The batch that an earlier act of the walk added a file to. */
let addedBatch = 0

const bytesOf = async (change: Parameters<typeof demoReturn>[1] = {}): Promise<Uint8Array<ArrayBuffer>> =>
  (await demoReturn(school, change)).bytes
const openBatch = async (): Promise<number> => {
  const { batch } = await call(routes.batch.start, { scope })
  await call(routes.batch.add, { scope, params: { batch }, query: { name: 'a.xlsx' }, input: await bytesOf() })
  return batch
}
const committedBatch = async (): Promise<number> => {
  const { batch } = await call(routes.batch.start, { scope })
  await call(routes.batch.add, { scope, params: { batch }, query: { name: 'b.xlsx' }, input: (await demoReturn(third)).bytes })
  await call(routes.batch.commit, { scope, params: { batch }, input: {} })
  return batch
}
const signers = { head: '王', statistician: '李', filler: '张', phone: '', reportedOn: null }

const plan: Plan = {
  host: { about: [{}] },
  workspace: {
    current: [{}],
    list: [{}],
    schemes: [{}],
    demos: [{}],
    info: [{}],
    scheme: [{}],
    backups: [{}],
    create: { elsewhere: another },
    open: { elsewhere: another },
    demo: { elsewhere: another },
    close: { elsewhere: another },
    addTask: { say: () => ({ input: { scheme: 'minsheng', period: '2022' } }) },
    useTask: { say: () => ({}), changesNothing: 'it is the task used last already' },
    backUp: { say: () => ({}) },
    restore: { say: async () => ({ input: { file: (await call(routes.workspace.backups, { scope })).at(-1)?.file ?? '' } }) },
  },
  filing: {
    read: [unitPath, { params: { unit: other } }],
    checks: [unitPath],
    workbook: FILE,
    formPage: FILE,
    formPdf: FILE,
    write: { say: () => ({ ...unitPath, input: { changes: [{ cell, text: '99999' }] } }) },
    line: { say: () => ({ params: { unit: office }, input: { table: 'MS04', row: 1, act: 'remove' } }) },
    carryOver: { say: () => unitPath, changesNothing: 'this scheme takes nothing over from others' },
    explain: {
      say: async () => ({
        ...unitPath,
        input: {
          key: (await call(routes.filing.checks, { scope, ...unitPath })).find(({ level }) => level === 'query')?.key ?? '',
          text: '与上年相比新建了校舍，已核对台账',
        },
      }),
    },
    sign: { say: () => ({ params: { unit: other }, input: signers }) },
    reopen: { say: () => ({ params: { unit: other } }) },
  },
  returned: {
    preview: FILE,
    send: { say: () => unitPath },
    takeBack: {
      say: async () => ({ params: { unit: office }, query: { name: 'a.xlsx' }, input: (await demoReturn(office)).bytes }),
    },
  },
  roster: {
    list: [{}],
    status: [{}],
    workbooks: FILE,
    keep: {
      say: () => ({
        params: { unit: '2134999999' },
        input: { code: '2134999999', name: '新建小学', kind: '小学', township: '梅山镇', class: '121', parent: '' },
      }),
    },
    remove: { say: () => ({ params: { unit: '2134999999' } }) },
    import: {
      say: () => ({
        query: { name: 'a.csv' },
        input: new TextEncoder().encode('学校名称,学校标识码,类型,乡镇\n又一小学,2134999998,小学,梅山镇\n'),
      }),
    },
  },
  batch: {
    list: [{}],
    read: [{ params: { batch: 1 } }, { params: { batch: 2 } }],
    original: FILE,
    start: { say: () => ({}), changesNothing: 'a batch without files is not listed' },
    add: {
      say: async () => ({
        params: { batch: (await call(routes.batch.start, { scope })).batch },
        query: { name: 'a.xlsx' },
        input: await bytesOf(),
      }),
    },
    commit: { say: async () => ({ params: { batch: addedBatch }, input: {} }) },
    undo: { say: async () => ({ params: { batch: await committedBatch() } }) },
    discard: { say: async () => ({ params: { batch: await openBatch() } }) },
  },
  consolidation: {
    groups: [{ query: { by: 'township' } }, { query: { by: 'unit' } }],
    totals: [{ query: {} }, { query: { by: 'unit', group: school } }],
    lineage: [{ query: { cell } }],
    indicators: [{ query: {} }, { query: { by: 'township' } }],
    checks: [{}],
    evaluation: [{}],
    score: { say: () => ({ params: { item: '1' }, input: { points: '1', reason: '缺一份文件' } }) },
    summaryWorkbook: FILE,
    summaryPage: FILE,
    summaryPdf: FILE,
  },
  variance: { read: [{ query: {} }] },
  parameters: {
    list: [{}],
    keep: { say: () => ({ params: { name: parameter }, input: { from: '2021', value: '50', source: '县教〔2021〕1 号' } }) },
    restore: { say: () => ({ input: { [parameter]: [{ from: '2020', value: '45', source: '县教〔2020〕1 号' }] } }) },
    remove: { say: () => ({ params: { name: parameter }, query: { from: '2020' } }) },
  },
  evidence: {
    list: [{}],
    file: FILE,
    add: { say: () => ({ params: { item: '1' }, query: { name: '方案.pdf' }, input: new Uint8Array([1, 2, 3]) }) },
    remove: { say: async () => ({ params: { id: await evidenceId() } }) },
    bringBack: { say: async () => ({ params: { id: await evidenceId() } }) },
  },
  report: {
    view: [{}],
    word: FILE,
    pdf: FILE,
    template: FILE,
    putTemplate: {
      say: async () => ({ query: { name: 'own.docx' }, input: (await call(routes.report.template, { scope })).bytes }),
    },
    dropTemplate: { say: () => ({}) },
  },
}

async function evidenceId(): Promise<number> {
  return (await call(routes.evidence.list, { scope }))[0]?.id ?? 0
}

/** Acts need what others made: the order they are tried in. */
const order = [
  'roster.keep',
  'roster.import',
  'roster.remove',
  'batch.start',
  'batch.add',
  'batch.commit',
  'filing.write',
  'filing.explain',
  'filing.sign',
  'filing.reopen',
  'filing.line',
  'filing.carryOver',
  'returned.send',
  'returned.takeBack',
  'batch.undo',
  'batch.discard',
  'consolidation.score',
  'parameters.keep',
  'parameters.restore',
  'parameters.remove',
  'evidence.add',
  'evidence.remove',
  'evidence.bringBack',
  'report.putTemplate',
  'report.dropTemplate',
  'workspace.addTask',
  'workspace.useTask',
  'workspace.backUp',
  'workspace.restore',
]

const cache = createQueryCache()
let close = (): void => {}

beforeAll(async () => {
  const { handler, close: end } = await compose({
    ...plainMachine({ lang: 'zh', workspace: await emptyCounty(folder, [school, other, third]) }),
    paths: { data: folder, workspaces: folder, log: `${folder}/log` },
  })
  close = end
  vi.stubGlobal('fetch', (address: string, { redirect: _, credentials: __, ...init }: RequestInit) =>
    handler(new Request(new URL(address, 'http://127.0.0.1:1'), init)),
  )
  scope = await presentScope(handler)
  onChanges(cache.changed)
  const { batch } = await call(routes.batch.start, { scope })
  for (const unit of [other, office])
    await call(routes.batch.add, { scope, params: { batch }, query: { name: `${unit}.xlsx` }, input: (await demoReturn(unit)).bytes })
  await call(routes.batch.commit, { scope, params: { batch }, input: {} })
}, 60_000)

afterAll(() => {
  close()
  vi.unstubAllGlobals()
  rmSync(folder, { recursive: true, force: true })
})

type Read = { name: string; key: string; ask: () => Promise<unknown>; route: RouteSpec }

/** Every request of the plan that reads. */
function reads(): Read[] {
  return Object.entries(plan).flatMap(([area, entries]) =>
    Object.entries(entries).flatMap(([name, tried]) => {
      if (!Array.isArray(tried)) return []
      const route = (routes[area as Area] as Record<string, RouteSpec>)[name] as RouteSpec
      return tried.map((said: object) => {
        const sent = inScope(route, said as Said<RouteSpec>, scope)
        return {
          name: `${area}.${name} ${JSON.stringify(said)}`,
          key: urlOf(route, sent),
          route,
          ask: () => call(route, sent) as Promise<unknown>,
        }
      })
    }),
  )
}

/** What a request answers now; a refusal is an answer too. */
const answerOf = ({ ask }: Read): Promise<unknown> => ask().catch((failure: { failure?: unknown }) => failure.failure ?? failure)

test('the walk tries every route of the contract', () => {
  const writing = Object.entries(plan).flatMap(([area, entries]) =>
    Object.entries(entries).flatMap(([name, tried]) => (typeof tried === 'object' && 'say' in tried ? [`${area}.${name}`] : [])),
  )
  expect(writing.sort()).toEqual([...order].sort())
})

test('a route that reads says what its answer depends on, one that writes what it changes', () => {
  const silent = Object.entries(routes).flatMap(([area, entries]) =>
    Object.entries(entries as Record<string, RouteSpec>).flatMap(([name, route]) =>
      (
        route.method === 'GET'
          ? route.reads !== undefined && route.changes === undefined
          : route.changes !== undefined && route.reads === undefined
      )
        ? []
        : [`${area}.${name}`],
    ),
  )
  expect(silent).toEqual([])
})

test.each(order)(
  'after %s no answer of the page is older than the change',
  async (name) => {
    const [area = '', action = ''] = name.split('.')
    const route = (routes[area as Area] as Record<string, RouteSpec>)[action] as RouteSpec
    const writing = (plan[area as Area] as Record<string, unknown>)[action] as Writing<RouteSpec>
    const said = await writing.say()
    const all = reads()
    for (const read of all) await cache.read(read.key, read.route.reads ?? [], () => answerOf(read))
    const before = new Map(all.map((read) => [read.key, cache.entry(read.key).data]))

    const answer = await act(route, inScope(route, said, scope))
    if (name === 'batch.add') addedBatch = (await call(routes.batch.list, { scope }))[0]?.batch ?? 0

    const changed: string[] = []
    for (const read of all) {
      const fresh = await answerOf(read)
      if (JSON.stringify(fresh) !== JSON.stringify(before.get(read.key))) changed.push(read.name)
      if (!cache.entry(read.key).stale)
        expect(cache.entry(read.key).data, `${read.name} after ${name} ${JSON.stringify(answer).slice(0, 200)}`).toEqual(fresh)
    }
    // An act that changes nothing proves nothing.
    if (writing.changesNothing === undefined) expect(changed, name).not.toEqual([])
  },
  60_000,
)
