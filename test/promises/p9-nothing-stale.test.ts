import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { compose } from '../../electron/compose.ts'
import { plainMachine } from '../../electron/loopback/plain-machine.ts'
import type { Answer, RouteSpec, Said, Sent } from '../../shared/api/contract.ts'
import { routes } from '../../shared/api/routes.ts'
import { onChanges } from '../../renderer/api/changes.ts'
import { act as actOnRoute, call as callRoute, urlOf } from '../../renderer/api/client.ts'
import { createQueryCache } from '../../renderer/api/query-cache.ts'
import { inScope } from '../../renderer/api/scope.ts'
import { emptyCounty } from '../builders/county.ts'
import { demoReturn } from '../builders/returns.ts'
import { presentScope } from '../builders/scoped-address.ts'
import { office, order, other, plan, school, third, walk, type Area, type Writing } from './every-route.ts'

/**
 * No answer on the page is older than a change (docs/design/promises.md: Promise 9): after each route that changes
 * something, every answer that is not stale in the page's cache equals the host's present answer. The walk tries every
 * route of the contract; a new route does not compile until its requests are given.
 */

type Calling = <R extends RouteSpec>(route: R, sent: Sent<R>) => Promise<Answer<R>>
const call = callRoute as Calling
const act = actOnRoute as Calling

const folder = mkdtempSync(join(tmpdir(), 'xiaotong-stale-'))

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
  walk.scope = await presentScope(handler)
  onChanges(cache.changed)
  const { batch } = await call(routes.batch.start, { scope: walk.scope })
  for (const unit of [other, office])
    await call(routes.batch.add, {
      scope: walk.scope,
      params: { batch },
      query: { name: `${unit}.xlsx` },
      input: (await demoReturn(unit)).bytes,
    })
  await call(routes.batch.commit, { scope: walk.scope, params: { batch }, input: {} })
}, 60_000)

afterAll(() => {
  close()
  vi.unstubAllGlobals()
  rmSync(folder, { recursive: true, force: true })
})

type Read = { name: string; key: string; ask: () => Promise<unknown>; route: RouteSpec }

/** Every reading request of the plan. */
function reads(): Read[] {
  return Object.entries(plan).flatMap(([area, entries]) =>
    Object.entries(entries).flatMap(([name, tried]) => {
      if (!Array.isArray(tried)) return []
      const route = (routes[area as Area] as Record<string, RouteSpec>)[name] as RouteSpec
      return tried.map((said: object) => {
        const sent = inScope(route, said as Said<RouteSpec>, walk.scope)
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

/** The printed pages and the workbooks: no page keeps them, and a link to one is renewed by the topics it depends on. */
const files = Object.entries(routes).flatMap(([area, entries]) =>
  Object.entries(entries as Record<string, RouteSpec>).flatMap(([name, route]) =>
    route.method === 'GET' && route.output === 'file' && /\.(?:html|xlsx)$/.test(route.path) ? [{ name: `${area}.${name}`, route }] : [],
  ),
)
async function contents(): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { name, route } of files) {
    const answer = await fetch(urlOf(route, inScope(route, { params: { unit: school } } as Said<RouteSpec>, walk.scope)), {})
    found.set(name, `${answer.status} ${Buffer.from(await answer.arrayBuffer()).toString('base64')}`)
  }
  return found
}

/** The present answer to a request; a refusal is an answer too. */
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
    const printed = await contents()

    const answer = await act(route, inScope(route, said, walk.scope))
    if (name === 'batch.add') walk.addedBatch = (await call(routes.batch.list, { scope: walk.scope }))[0]?.batch ?? 0

    const changed: string[] = []
    for (const read of all) {
      const fresh = await answerOf(read)
      if (JSON.stringify(fresh) !== JSON.stringify(before.get(read.key))) changed.push(read.name)
      if (!cache.entry(read.key).stale)
        expect(cache.entry(read.key).data, `${read.name} after ${name} ${JSON.stringify(answer).slice(0, 200)}`).toEqual(fresh)
    }
    const now = await contents()
    for (const { name: file, route: of } of files)
      if (printed.get(file) !== now.get(file))
        expect(
          of.reads?.some((topic) => route.changes?.includes(topic)),
          `${file} after ${name}`,
        ).toBe(true)
    // An act without an effect proves nothing.
    if (writing.changesNothing === undefined) expect(changed, name).not.toEqual([])
  },
  60_000,
)
