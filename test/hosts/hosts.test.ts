import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:http'
import { networkInterfaces } from 'node:os'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { buildPage } from '../../build/page.ts'
import { compose } from '../../electron/compose.ts'
import { serveLoopback } from '../../electron/loopback/server.ts'
import { plainMachine } from '../../electron/loopback/plain-machine.ts'
import { silentLog } from '../builders/silent-log.ts'
import { createHandler } from '../../electron/routes/handler.ts'
import { noScopes } from '../builders/no-scopes.ts'
import { implement } from '../../electron/routes/implement.ts'
import { route } from '../../shared/api/contract.ts'
import { requests, type Ask } from './requests.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const entry = fileURLToPath(new URL('../../electron/browser-host.ts', import.meta.url))

beforeAll(async () => {
  await buildPage()
}, 120_000)

/** Opens the first address like a browser, and returns a function that asks with the given cookie. */
async function enter(url: string): Promise<Ask> {
  const first = await fetch(url, { redirect: 'manual' })
  const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return (path, init) => fetch(new URL(path, url), { ...init, headers: { ...(init?.headers as Record<string, string>), cookie } })
}

describe('the handler in this process', async () => {
  const program = await compose(plainMachine())
  afterAll(() => program.close())
  test.each(requests)('$name', ({ run }) => run((path, init) => program.handler(new Request(new URL(path, 'app://xiaotong'), init))))
})

describe('the browser host as its own process', () => {
  let host: ChildProcess
  let printed = ''
  let ask: Ask
  beforeAll(async () => {
    host = spawn(process.execPath, [entry, '--no-open'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise<void>((ready) => {
      host.stdout?.on('data', (part: Buffer) => {
        printed += part.toString()
        if (printed.includes('Ctrl+C')) ready()
      })
    })
    ask = await enter(/http:\S+/.exec(printed)?.[0] ?? '')
  })
  afterAll(() => host.kill('SIGKILL'))

  test.each(requests)('$name', ({ run }) => run(ask))

  test('prints an address on 127.0.0.1 with a token, and nothing else is needed to get in', () => {
    expect(printed).toMatch(/http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{32}/)
  })

  test('ends at once and cleanly when it is told to', async () => {
    const ended = new Promise((tell) => host.once('exit', tell))
    host.kill('SIGTERM')
    expect(await ended).toBe(0)
  })
})

describe('npm start on a machine without a screen', () => {
  test('says in words where it runs, and ends with its host', async () => {
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env
    const start = spawn(process.execPath, ['build/start.ts', '--lang', 'en'], { cwd: root, env, stdio: ['ignore', 'pipe', 'ignore'] })
    const said = await new Promise<string>((tell) => {
      let text = ''
      start.stdout.on('data', (part: Buffer) => {
        text += part.toString()
        if (text.includes('Ctrl+C')) tell(text)
      })
    })
    expect(said).toContain('Copy the whole address')
    const ask = await enter(/http:\S+/.exec(said)?.[0] ?? '')
    expect((await ask('/api/host')).status).toBe(200)
    const ended = new Promise((tell) => start.once('exit', tell))
    start.kill('SIGTERM')
    expect(await ended).toBe(0)
    await expect(ask('/api/host')).rejects.toThrow()
  })
})

describe('the loopback', () => {
  const slow = route({ scope: 'host', method: 'GET', path: '/api/slow', output: z.number(), progress: true })

  test('listens on 127.0.0.1 and on no other address of this machine', async () => {
    const loopback = await serveLoopback(() => Promise.resolve(new Response()))
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ address }) => address !== '127.0.0.1')
    for (const { address } of others) {
      const reached = await new Promise((tell) => {
        const socket = connect({ host: address, port: loopback.port, timeout: 1000 })
        socket
          .once('connect', () => tell(true))
          .once('error', () => tell(false))
          .once('timeout', () => tell(false))
        socket.once('connect', () => socket.destroy())
      })
      expect([address, reached]).toEqual([address, false])
    }
    await loopback.close()
  })

  test('a port that is taken is an error at the start, not a silent other port', async () => {
    const taken = createServer()
    await new Promise<void>((ready) => taken.listen(0, '127.0.0.1', ready))
    const { port } = taken.address() as { port: number }
    await expect(serveLoopback(() => Promise.resolve(new Response()), port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
    taken.close()
  })

  test('when it closes, an answer on its way is still delivered, and connections that ask nothing do not hold it up', async () => {
    const begun = Promise.withResolvers<void>()
    const loopback = await serveLoopback(async () => {
      begun.resolve()
      await wait(200)
      return new Response('whole')
    })
    const silent = connect({ host: '127.0.0.1', port: loopback.port })
    const cut = new Promise((tell) => silent.once('close', tell))
    const ask = await enter(loopback.url)
    const answer = ask('/').then((response) => response.text())
    await begun.promise
    await loopback.close()
    expect(await answer).toBe('whole')
    await cut
  })

  test('long work ends when the page that asked for it is closed', async () => {
    const ended = Promise.withResolvers<string>()
    const implementation = implement(slow, async (_, { report, signal }) => {
      signal.addEventListener('abort', () => ended.resolve('aborted'))
      for (let done = 0; done < 1000; done += 1) {
        await report({ done, total: 1000 })
        await wait(10)
      }
      return 1
    })
    const handler = createHandler({ implementations: [implementation], scopes: noScopes, page: () => new Response(), log: silentLog })
    const loopback = await serveLoopback(handler)
    const ask = await enter(loopback.url)
    const page = new AbortController()
    const response = await ask('/api/slow', { signal: page.signal })
    await response.body?.getReader().read()
    page.abort()
    expect(await ended.promise).toBe('aborted')
    await loopback.close()
  })
})
