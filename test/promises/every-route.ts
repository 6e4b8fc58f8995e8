import { call as callRoute } from '../../renderer/api/client.ts'
import type { Answer, RouteSpec, Said, Sent, TaskScope } from '../../shared/api/contract.ts'
import { routes } from '../../shared/api/routes.ts'
import { demoReturn, demoUnits } from '../builders/returns.ts'

/** Every route of the contract with its requests for the walk; a new route does not compile until it is added here. */

const call = callRoute as <R extends RouteSpec>(route: R, sent: Sent<R>) => Promise<Answer<R>>

export const [school = '', other = '', third = ''] = demoUnits('小学')
export const [office = ''] = demoUnits('教育局')
const cell = 'MS00.03.3'
const parameter = '中小学班额上限'

export type Area = keyof typeof routes
/** The requests that try a route; a word for a file, which is not kept; the reason for a route that is tried elsewhere. */
type Tried<R> = R extends RouteSpec
  ? R['method'] extends 'GET'
    ? R['output'] extends 'file'
      ? 'a file is not kept'
      : readonly Said<R>[]
    : Writing<R> | { elsewhere: string }
  : never
export type Writing<R extends RouteSpec> = { say: () => Said<R> | Promise<Said<R>>; changesNothing?: string }
type Plan = { readonly [A in Area]: { readonly [N in keyof (typeof routes)[A]]: Tried<(typeof routes)[A][N]> } }

const unitPath = { params: { unit: school } }
const FILE = 'a file is not kept'
const another = 'a page that opens another workspace forgets every answer (renderer/place/enter-workspace.ts)'
/** The state of the walk: the scope of its requests, and the batch of the file that an earlier act added. */
export const walk: { scope: TaskScope; addedBatch: number } = { scope: { workspace: '', task: '' }, addedBatch: 0 }

const bytesOf = async (change: Parameters<typeof demoReturn>[1] = {}): Promise<Uint8Array<ArrayBuffer>> =>
  (await demoReturn(school, change)).bytes
const openBatch = async (): Promise<number> => {
  const { batch } = await call(routes.batch.start, { scope: walk.scope })
  await call(routes.batch.add, { scope: walk.scope, params: { batch }, query: { name: 'a.xlsx' }, input: await bytesOf() })
  return batch
}
const committedBatch = async (): Promise<number> => {
  const { batch } = await call(routes.batch.start, { scope: walk.scope })
  await call(routes.batch.add, { scope: walk.scope, params: { batch }, query: { name: 'b.xlsx' }, input: (await demoReturn(third)).bytes })
  await call(routes.batch.commit, { scope: walk.scope, params: { batch }, input: {} })
  return batch
}
const signers = { head: '王', statistician: '李', filler: '张', phone: '', reportedOn: null }

export const plan: Plan = {
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
    restore: { say: async () => ({ input: { file: (await call(routes.workspace.backups, { scope: walk.scope })).at(-1)?.file ?? '' } }) },
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
          key: (await call(routes.filing.checks, { scope: walk.scope, ...unitPath })).find(({ level }) => level === 'query')?.key ?? '',
          text: '与上年相比新建了校舍，已核对台账',
        },
      }),
    },
    sign: { say: () => ({ params: { unit: other }, input: signers }) },
    reopen: { say: () => ({ params: { unit: other } }) },
  },
  returnFile: {
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
        params: { batch: (await call(routes.batch.start, { scope: walk.scope })).batch },
        query: { name: 'a.xlsx' },
        input: await bytesOf(),
      }),
    },
    commit: { say: async () => ({ params: { batch: walk.addedBatch }, input: {} }) },
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
  variation: { read: [{ query: {} }] },
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
      say: async () => ({ query: { name: 'own.docx' }, input: (await call(routes.report.template, { scope: walk.scope })).bytes }),
    },
    dropTemplate: { say: () => ({}) },
  },
}

async function evidenceId(): Promise<number> {
  return (await call(routes.evidence.list, { scope: walk.scope }))[0]?.id ?? 0
}

/** The order of the acts, because some acts need the results of others. */
export const order = [
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
  'returnFile.send',
  'returnFile.takeBack',
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
