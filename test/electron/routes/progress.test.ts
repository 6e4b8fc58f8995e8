import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { route, type ProgressLine } from '../../../shared/api/contract.ts'
import { fail } from '../../../shared/problem.ts'
import { silentLog } from '../../builders/silent-log.ts'
import { createHandler, type Handler } from '../../../electron/routes/handler.ts'
import { noScopes } from '../../builders/no-scopes.ts'
import { implement, type Around } from '../../../electron/routes/implement.ts'

const long = route({ scope: 'host', method: 'POST', path: '/api/long', output: z.number(), progress: true })

function handlerOf(run: (around: Around) => Promise<number>): Handler {
  return createHandler({
    implementations: [implement(long, (_, around) => run(around))],
    scopes: noScopes,
    page: () => new Response(),
    log: silentLog,
  })
}

function ask(handler: Handler, signal?: AbortSignal): Promise<Response> {
  return handler(new Request('http://127.0.0.1:1/api/long', { method: 'POST', signal }))
}

function linesOf(text: string): ProgressLine[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ProgressLine)
}

test('long work tells how far it has come, and at last its result', async () => {
  const handler = handlerOf(async ({ report }) => {
    for (let done = 0; done <= 3; done += 1) {
      await report({ done, total: 3, at: `${done}.xlsx` })
      await wait(60)
    }
    return 42
  })
  const lines = linesOf(await (await ask(handler)).text())
  expect(lines.at(-1)).toEqual({ result: 42 })
  expect(lines.slice(0, -1)).toEqual([0, 1, 2, 3].map((done) => ({ progress: { done, total: 3, at: `${done}.xlsx` } })))
})

test('a thousand quick steps do not become a thousand lines, and the last one is always told', async () => {
  const handler = handlerOf(async ({ report }) => {
    for (let done = 1; done <= 1000; done += 1) await report({ done, total: 1000 })
    return 1
  })
  const lines = linesOf(await (await ask(handler)).text())
  expect(lines.length).toBeLessThan(200)
  expect(lines.at(-2)).toEqual({ progress: { done: 1000, total: 1000 } })
})

test('a failure on the way is the last line, in the one wire shape', async () => {
  const handler = handlerOf(async ({ report }) => {
    await report({ done: 1, total: 2 })
    return fail('disk-full', { path: 'D:\\' })
  })
  expect(linesOf(await (await ask(handler)).text()).at(-1)).toEqual({ failure: { code: 'disk-full', details: { path: 'D:\\' } } })
})

test('aborting the request ends the work at its next step', async () => {
  const given = new AbortController()
  let step = 0
  const ended = new Promise<string>((tell) => {
    const handler = handlerOf(async ({ report }) => {
      try {
        for (;;) await report({ done: (step += 1), total: null })
      } catch (error) {
        tell(String(error))
        throw error
      }
    })
    void ask(handler, given.signal)
  })
  await wait(20)
  given.abort()
  expect(await ended).toContain('cancelled')
})

test('closing the answer without reading on ends the work too', async () => {
  const ended = Promise.withResolvers<string>()
  const handler = handlerOf(async ({ report }) => {
    try {
      for (let done = 0; ; done += 1) await report({ done, total: null })
    } catch (error) {
      ended.resolve(String(error))
      throw error
    }
  })
  await (await ask(handler)).body?.cancel()
  expect(await ended.promise).toContain('cancelled')
})
