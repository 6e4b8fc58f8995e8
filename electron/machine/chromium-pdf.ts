import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { fail } from '../../shared/problem.ts'
import { devToolsPipe, type DevTools } from './devtools-pipe.ts'

/** The time limit of one PDF; a summary of 200 pages takes seconds. */
const TIME_LIMIT_MS = 120_000

/**
 * Flags that block the network for every document (docs/design/promises.md: Promise 6): names do not resolve, every
 * connection goes to a closed port, background services stay off. The sandbox is off only for root, where Linux forbids sandboxes.
 */
function chromiumFlags(profile: string): string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-extensions',
    '--disable-sync',
    '--disable-component-update',
    '--disable-background-networking',
    '--disable-default-apps',
    '--no-first-run',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--proxy-server=127.0.0.1:9',
    '--proxy-bypass-list=<-loopback>',
    `--user-data-dir=${profile}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}

/**
 * Turns a complete HTML document into a PDF with a new Chromium process and a temporary profile, both removed afterwards.
 * The document's @page rules give size, margins and page numbers; the document's scripts do not run.
 * Fails with `pdf-unavailable` when Chromium is missing or does not finish, and with `cancelled` when aborted.
 */
export async function renderPdfWithChromium(executable: string, html: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaotong-pdf-'))
  const browser = spawn(executable, chromiumFlags(join(folder, 'profile')), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  const ended = new Promise<Error>((tell) => {
    browser.once('error', tell)
    browser.once('exit', (code) => tell(new Error(`Chromium: ${code ?? 'killed'}`)))
  })
  const stop = (): void => killFamily(browser)
  const late = setTimeout(stop, TIME_LIMIT_MS)
  signal?.addEventListener('abort', stop)
  if (signal?.aborted === true) stop()
  try {
    const pipe = devToolsPipe(browser.stdio[3] as Writable, browser.stdio[4] as Readable)
    return await Promise.race([print(pipe, html), ended.then((error) => Promise.reject(error))])
  } catch (error) {
    if (signal?.aborted === true) fail('cancelled', {})
    return fail('pdf-unavailable', { why: error instanceof Error ? error.message : String(error) })
  } finally {
    clearTimeout(late)
    signal?.removeEventListener('abort', stop)
    stop()
    await ended
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

async function print(pipe: DevTools, html: string): Promise<Uint8Array<ArrayBuffer>> {
  const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true })
  const send = (method: string, params = {}): Promise<Record<string, unknown>> => pipe.send(method, params, String(sessionId))
  await send('Page.enable')
  await send('Emulation.setScriptExecutionDisabled', { value: true })
  // The document goes into an empty page, because an empty page may not read files of the machine.
  const { frameTree } = await send('Page.getFrameTree')
  const loaded = pipe.once('Page.loadEventFired')
  await send('Page.setDocumentContent', { frameId: (frameTree as { frame: { id: string } }).frame.id, html })
  await loaded
  await send('Runtime.evaluate', { expression: 'document.fonts.ready.then(() => true)', awaitPromise: true })
  const { stream } = await send('Page.printToPDF', { preferCSSPageSize: true, printBackground: true, transferMode: 'ReturnAsStream' })
  const parts: Buffer[] = []
  for (let eof = false; !eof; ) {
    const piece = await send('IO.read', { handle: stream, size: 1024 * 1024 })
    parts.push(Buffer.from(String(piece['data']), piece['base64Encoded'] === true ? 'base64' : 'latin1'))
    eof = piece['eof'] === true
  }
  return new Uint8Array(Buffer.concat(parts))
}

/** Ends the browser and the browser's child processes. */
function killFamily(browser: ChildProcess): void {
  if (browser.pid === undefined) return
  try {
    if (process.platform === 'win32') browser.kill('SIGKILL')
    else process.kill(-browser.pid, 'SIGKILL')
  } catch {
    // The browser has already ended.
  }
}
