import { expect, test } from 'vitest'
import { z } from 'zod'
import { route, type RouteSpec } from '../../../shared/api/contract.ts'
import { isFailure } from '../../../shared/api/failure.ts'
import { languageCodes } from '../../../shared/text/languages.ts'
import { problemSentence } from '../../../shared/text/problem-sentences.ts'
import { fail } from '../../../shared/problem.ts'
import type { Log } from '../../../electron/machine/log.ts'
import { silentLog } from '../../builders/silent-log.ts'
import { createHandler, type Handler } from '../../../electron/routes/handler.ts'
import { noScopes } from '../../builders/no-scopes.ts'
import { implement, type Implementation } from '../../../electron/routes/implement.ts'

const unit = route({
  scope: 'host',
  method: 'PUT',
  path: '/api/units/:unit',
  params: z.object({ unit: z.string().max(12) }),
  query: z.object({ year: z.coerce.number().int() }),
  input: z.object({ name: z.string().min(1) }),
  output: z.object({ said: z.string() }),
})
const upload = route({ scope: 'host', method: 'POST', path: '/api/upload', input: 'bytes', output: z.object({ size: z.number() }) })
const keep = route({ scope: 'host', method: 'GET', path: '/api/keep', output: 'file' })
const breaks = route({ scope: 'host', method: 'GET', path: '/api/breaks/:how', output: z.null() })

function handlerOf(implementations: Implementation[], log: Log = silentLog): Handler {
  return createHandler({ implementations, scopes: noScopes, page: () => new Response('page'), log, checkAnswers: true })
}

const handler = handlerOf([
  implement(unit, ({ params, query, input }) => ({ said: `${params.unit} ${query.year + 1} ${input.name}` })),
  implement(upload, ({ input }) => ({ size: input.byteLength })),
  implement(keep, () => ({ name: "金寨 '21'.xlsx", type: 'application/x-test', bytes: new Uint8Array([1, 2, 3]) })),
  implement(breaks, ({ params }) => {
    if (params.how === 'conflict') fail('batch-closed', { batch: 7 })
    throw new Error('学校 secret in /home/clerk/金寨.xlsx')
  }),
])

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return handler(new Request(`http://127.0.0.1:1${path}`, init))
}
const json = (body: string, method = 'PUT'): RequestInit => ({ method, body, headers: { 'Content-Type': 'application/json' } })

async function failureOf(response: Response): Promise<{ status: number; code: string; text: string }> {
  const text = await response.text()
  const body: unknown = JSON.parse(text)
  if (!isFailure(body)) throw new Error(`not the failure shape: ${text}`)
  expect(Object.keys(body).sort()).toEqual(['code', 'details'])
  for (const language of languageCodes) expect(problemSentence(body, language)).not.toBe('')
  return { status: response.status, code: body.code, text }
}

test('a route receives its path, query and body as the contract says, and answers JSON that nobody keeps', async () => {
  const response = await ask('/api/units/341524%20a?year=2021', json('{"name":"金寨"}'))
  expect(await response.json()).toEqual({ said: '341524 a 2022 金寨' })
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test.each([
  ['a value of the wrong kind in the body', '/api/units/a?year=2021', json('{"name":""}'), 'body.name'],
  ['a missing query value', '/api/units/a', json('{"name":"x"}'), 'query.year'],
  ['a path part that is too long', '/api/units/1234567890123?year=1', json('{"name":"x"}'), 'path.unit'],
  ['a body that is not JSON', '/api/units/a?year=1', json('{"name"'), 'JSON'],
  ['a body that is not UTF-8', '/api/units/a?year=1', { ...json(''), body: new Uint8Array([0x22, 0xff, 0x22]) }, 'JSON'],
  ['a form post', '/api/units/a?year=1', { method: 'PUT', body: new URLSearchParams({ name: 'x' }) }, 'Content-Type'],
])('%s is refused with 400 and the place', async (_, path, init, where) => {
  const { status, code, text } = await failureOf(await ask(path, init as RequestInit))
  expect([status, code]).toEqual([400, 'invalid-request'])
  expect(text).toContain(where)
})

test('what does not exist is a 404 in the same shape', async () => {
  expect(await failureOf(await ask('/api/nothing'))).toMatchObject({ status: 404, code: 'not-found' })
  expect(await failureOf(await ask('/api/units/a', { method: 'DELETE' }))).toMatchObject({ status: 404, code: 'not-found' })
  expect(await failureOf(await ask('/anything', { method: 'POST' }))).toMatchObject({ status: 404, code: 'not-found' })
})

test('a problem of the domain keeps its code and gets its status', async () => {
  expect(await failureOf(await ask('/api/breaks/conflict'))).toMatchObject({ status: 409, code: 'batch-closed' })
})

test('a fault of ours leaves a reference only: message and stack stay in the log', async () => {
  const faults: [string, unknown][] = []
  const logged = handlerOf(
    [
      implement(breaks, () => {
        throw new Error('secret')
      }),
    ],
    { event: () => {}, fault: (reference, thrown) => faults.push([reference, thrown]) },
  )
  const { status, code, text } = await failureOf(await logged(new Request('http://127.0.0.1:1/api/breaks/x')))
  expect([status, code]).toEqual([500, 'unexpected'])
  expect(text).not.toMatch(/secret|handler\.test|node_modules|\bat /)
  expect(faults).toHaveLength(1)
  expect(text).toContain(faults[0]?.[0])
})

test('a file comes up as raw bytes', async () => {
  const init = { method: 'POST', body: new Uint8Array(300_000), headers: { 'Content-Type': 'application/octet-stream' } }
  expect(await (await ask('/api/upload', init)).json()).toEqual({ size: 300_000 })
  expect(await failureOf(await ask('/api/upload', { method: 'POST', body: 'x' }))).toMatchObject({ status: 400 })
})

test('a file that is too large is refused while it streams in, not after', async () => {
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1
      controller.enqueue(new Uint8Array(1024 * 1024))
    },
  })
  const init = { method: 'POST', body: endless, duplex: 'half', headers: { 'Content-Type': 'application/octet-stream' } }
  expect(await failureOf(await ask('/api/upload', init as RequestInit))).toMatchObject({ status: 413, code: 'file-too-large' })
  expect(sent).toBeLessThan(70)
})

test('a body that says beforehand that it is too large is not read at all', async () => {
  const init = {
    method: 'POST',
    body: new Uint8Array(1),
    headers: { 'Content-Type': 'application/octet-stream', 'Content-Length': '999999999' },
  }
  expect(await failureOf(await ask('/api/upload', init))).toMatchObject({ status: 413 })
})

test('a file goes down as a download under its own name', async () => {
  const response = await ask('/api/keep')
  expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''%E9%87%91%E5%AF%A8%20%2721%27.xlsx")
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]))
})

test('an answer that breaks the contract is a fault, in tests', async () => {
  const lying = handlerOf([implement(unit as RouteSpec as typeof unit, () => ({ said: 3 }) as never)])
  expect(await failureOf(await lying(new Request('http://127.0.0.1:1/api/units/a?year=1', json('{"name":"x"}'))))).toMatchObject({
    status: 500,
  })
})

test('two implementations of one route are refused at the start', () => {
  const again = { ...breaks, path: '/api/breaks/:other' } as const
  expect(() => handlerOf([implement(breaks, () => null), implement(again, () => null)])).toThrow('two implementations')
})

test('everything else is the page', async () => {
  expect(await (await ask('/fill')).text()).toBe('page')
})

test.each([
  [false, 'closed'],
  [true, 'closed'],
  [false, 'restored'],
  [true, 'restored'],
] as const)('work that finds its workspace closed says so, and not what broke (in progress lines: %s, %s)', async (progress, how) => {
  const slow = route({ scope: 'workspace', method: 'GET', path: '/api/slow', output: z.null(), ...(progress ? { progress: true } : {}) })
  let open: object | null = {}
  const work = createHandler({
    implementations: [
      implement(slow as RouteSpec, async () => {
        // A restored workspace has the key of the one before it.
        open = how === 'restored' ? {} : null
        throw new Error('The database connection is not open')
      }),
    ],
    scopes: { ...noScopes, workspace: () => (open as never) ?? fail('workspace-changed', { open: '二小' }) },
    page: () => new Response('page'),
    log: silentLog,
  })
  const text = await (await work(new Request('http://127.0.0.1:1/api/workspaces/a/slow'))).text()
  expect(text).toContain('workspace-changed')
})
