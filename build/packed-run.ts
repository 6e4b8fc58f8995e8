import { spawn, spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Asar = { extractAll: (archive: string, folder: string) => void }

const TIME_LIMIT_MS = 30_000

/**
 * Runs the packed command line and browser host with this Node, in a temporary folder, far from the repository's packages,
 * so that a package missing in the asar causes a failure. Returns complaints as sentences.
 */
export async function tryPacked(output: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaotong-packed-'))
  try {
    const asar = createRequire(createRequire(import.meta.url).resolve('electron-builder'))('@electron/asar') as Asar
    asar.extractAll(join(output, globSync('**/app.asar', { cwd: output })[0] ?? ''), join(folder, 'app'))
    const programs = join(folder, 'app', 'dist', 'node', 'electron')
    return [...tryCommands(join(programs, 'cli.js'), folder), ...(await tryHost(join(programs, 'browser-host.js'), join(folder, 'home')))]
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Writes a workbook and reads it back, to run the writer, the reader's worker threads and the database of the archive. */
function tryCommands(program: string, folder: string): string[] {
  const workspace = join(folder, 'school.xiaotong')
  const returns = join(folder, 'returns')
  const commands = [
    ['init', workspace, '--scheme', 'minsheng', '--period', '2021', '--unit', '3413000001', '--name', '试点小学'],
    ['export', workspace, '--unit', '3413000001', '--out', returns],
    ['receive', workspace, returns, '--json'],
  ]
  return commands.flatMap((args) => {
    const done = spawnSync(process.execPath, [program, ...args], {
      env: { ...process.env, XIAOTONG_HOME: join(folder, 'home') },
      encoding: 'utf8',
    })
    // Exit code 1 is success with problems in the data, which an empty return has.
    const good = (done.status === 0 || done.status === 1) && !done.stdout.includes('"unreadable"')
    return good
      ? []
      : [`the packed command line ends with ${done.status} at ${args[0] ?? ''}: ${done.stderr.slice(0, 600)}${done.stdout.slice(0, 600)}`]
  })
}

async function tryHost(entry: string, home: string): Promise<string[]> {
  const host = spawn(process.execPath, [entry, '--no-open'], {
    env: { ...process.env, XIAOTONG_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const url = await new Promise<string | null>((found) => {
    const hear = (part: Buffer): void => {
      said += part.toString()
      const address = /http:\/\/\S+token=\S+/.exec(said)
      if (address !== null) found(address[0])
    }
    host.stdout.on('data', hear)
    host.stderr.on('data', hear)
    host.once('exit', () => found(null))
    setTimeout(() => found(null), TIME_LIMIT_MS).unref()
  })
  try {
    if (url === null) return [`the packed program does not start: ${said.slice(0, 600)}`]
    const cookie = (await fetch(url, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? ''
    const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
      fetch(new URL(path, url), { ...init, headers: { cookie, 'content-type': 'application/json' } })
    const page = await (await ask('/')).text()
    const schemes = (await (await ask('/api/schemes')).json()) as { id: string; period: string }[]
    const unit = { code: '340000000001', name: '试点小学', kind: '', township: '', class: '', parent: '' }
    const body = JSON.stringify({ role: 'school', scheme: schemes.find(({ period }) => period === 'year')?.id, period: '2021', unit })
    const created = await ask('/api/workspace/create', { method: 'POST', body })
    return [
      ...(page.includes('<div id="app">') ? [] : ['the packed program does not show its page']),
      ...(schemes.length > 0 ? [] : ['the packed program has no schemes']),
      ...(created.ok ? [] : [`the packed program cannot make a workspace: ${await created.text()}`]),
    ]
  } finally {
    host.kill('SIGKILL')
  }
}
