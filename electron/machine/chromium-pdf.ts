import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fail } from '../../shared/problem.ts'

/** A summary of 200 pages takes seconds; past this something is stuck. */
const TIME_LIMIT_MS = 120_000

/**
 * No network whatever the document says (DESIGN §6.6): names do not resolve, every connection is sent to a closed port,
 * and the services a browser starts of its own accord stay off. No sandbox only where the system forbids one (root on Linux).
 */
function chromiumFlags(profile: string): string[] {
  return [
    '--headless',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-extensions',
    '--disable-sync',
    '--disable-component-update',
    '--disable-background-networking',
    '--disable-default-apps',
    '--no-first-run',
    '--no-pdf-header-footer',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--proxy-server=127.0.0.1:9',
    `--user-data-dir=${profile}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}

/**
 * Turns a complete HTML document into a PDF with a Chromium of its own, started for this and ended with it; its profile
 * and files are removed. The document's @page rules give size, margins and page numbers.
 * Fails with `pdf-unavailable` when there is no Chromium or it does not finish, and with `cancelled` when aborted.
 */
export async function renderPdfWithChromium(
  executable: string,
  html: string,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaotong-pdf-'))
  try {
    const page = join(folder, 'page.html')
    const pdf = join(folder, 'page.pdf')
    await writeFile(page, html)
    const why = await run(executable, [...chromiumFlags(join(folder, 'profile')), `--print-to-pdf=${pdf}`, pathToFileURL(page).href], signal)
    if (signal?.aborted === true) fail('cancelled', {})
    if (why !== null) fail('pdf-unavailable', { why })
    return new Uint8Array(await readFile(pdf).catch(() => fail('pdf-unavailable', { why: 'Chromium: no PDF' })))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

/** Runs to the end, or kills the whole family of processes at the time limit or when aborted. Null when all went well. */
function run(executable: string, args: string[], signal?: AbortSignal): Promise<string | null> {
  return new Promise((done) => {
    const child = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: process.platform !== 'win32' })
    let complaint = ''
    child.stderr.on('data', (part: Buffer) => {
      complaint = `${complaint}${part.toString('utf8')}`.slice(-500)
    })
    const kill = (): void => {
      if (child.pid === undefined) return
      try {
        if (process.platform === 'win32') child.kill('SIGKILL')
        else process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It ended by itself in the meantime.
      }
    }
    const late = setTimeout(kill, TIME_LIMIT_MS)
    signal?.addEventListener('abort', kill)
    if (signal?.aborted === true) kill()
    const end = (why: string | null): void => {
      clearTimeout(late)
      signal?.removeEventListener('abort', kill)
      done(why)
    }
    child.once('error', (error) => end(error.message))
    child.once('close', (code) => end(code === 0 ? null : `Chromium: ${code ?? 'killed'} ${complaint.trim()}`))
  })
}
