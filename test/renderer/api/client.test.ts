import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { route } from '../../../shared/api/contract.ts'
import { fail } from '../../../shared/problem.ts'
import { silentLog } from '../../../electron/machine/log.ts'
import { createHandler } from '../../../electron/routes/handler.ts'
import { implement } from '../../../electron/routes/implement.ts'
import { noScopes } from '../../builders/no-scopes.ts'
import { common } from '../../../shared/text/zh/page/common.ts'
import { call, CallFailed, urlOf } from '../../../renderer/api/client.ts'

const say = route({
  scope: 'host',
  method: 'POST',
  path: '/api/say/:unit/:cell',
  query: z.object({ year: z.coerce.number(), lang: z.string().optional() }),
  input: z.object({ text: z.string() }),
  output: z.object({ said: z.string() }),
})
const upload = route({ scope: 'host', method: 'PUT', path: '/api/upload', input: 'bytes', output: z.number() })
const keep = route({ scope: 'host', method: 'GET', path: '/api/keep', output: 'file' })
const long = route({ scope: 'host', method: 'POST', path: '/api/long/:fails', output: z.string(), progress: true })

const handler = createHandler({
  scopes: noScopes,
  page: () => new Response(),
  log: silentLog,
  checkAnswers: true,
  implementations: [
    implement(say, ({ params, query, input }) => ({ said: [params.unit, params.cell, query.year, input.text].join('|') })),
    implement(upload, ({ input }) => input.byteLength),
    implement(keep, () => ({ name: '汇总 表.xlsx', type: 'application/x-test', bytes: new Uint8Array([7]) })),
    implement(long, async ({ params }, { report }) => {
      await report({ done: 1, total: 1, at: '数' })
      return params.fails === 'yes' ? fail('batch-unknown', { batch: 3 }) : '完'
    }),
  ],
})

/** Connects the page's fetch to the handler, as in both hosts. */
function connect(): void {
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    // Redirect mode and credentials mean nothing to the handler; the rest of the request is the page's own.
    const { redirect: _, credentials: __, ...rest } = init
    return handler(new Request(new URL(address, 'http://127.0.0.1:1'), rest))
  })
}
afterEach(() => vi.unstubAllGlobals())

test('what is sent arrives, whatever its characters', async () => {
  connect()
  const sent = { params: { unit: '34/15', cell: 'MS03.01.1 %' }, query: { year: 2021, lang: undefined }, input: { text: '约三百' } }
  expect(await call(say, sent)).toEqual({ said: '34/15|MS03.01.1 %|2021|约三百' })
  expect(urlOf(say, sent)).toBe('/api/say/34%2F15/MS03.01.1%20%25?year=2021')
})

test('a file goes up as bytes and comes down with its name', async () => {
  connect()
  expect(await call(upload, { input: new Uint8Array(1000) })).toBe(1000)
  expect(await call(keep)).toEqual({ name: '汇总 表.xlsx', type: 'application/x-test', bytes: new Uint8Array([7]) })
})

test('long work reports on the way', async () => {
  connect()
  const heard: unknown[] = []
  expect(await call(long, { params: { fails: 'no' } }, { onProgress: (progress) => heard.push(progress) })).toBe('完')
  expect(heard).toEqual([{ done: 1, total: 1, at: '数' }])
})

test('a failure arrives as the host told it, at once or on the way', async () => {
  connect()
  await expect(call(long, { params: { fails: 'yes' } })).rejects.toMatchObject({
    failure: { code: 'batch-unknown', details: { batch: 3 } },
  })
  await expect(call(say, { params: { unit: 'a', cell: 'b' }, query: { year: 'x' }, input: { text: '' } })).rejects.toMatchObject({
    failure: { code: 'invalid-request' },
  })
})

test('a host that is gone is said so, in words', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  const failed = await call(keep).catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(CallFailed)
  expect((failed as CallFailed).failure).toEqual({ code: 'host-gone', details: {} })
  expect(common.hostGone).toContain('重新启动')
})

test('an answer that breaks off in the middle is not taken for a result', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"progress":{"done":1,"total":2}}\n')))
  await expect(call(long, { params: { fails: 'no' } })).rejects.toMatchObject({ failure: { code: 'host-gone' } })
})

test('a path with a part missing is a fault of the page, found at once', () => {
  expect(() => urlOf(say, { params: { unit: '', cell: 'x' }, query: { year: 1 }, input: { text: '' } })).toThrow('unit')
})
