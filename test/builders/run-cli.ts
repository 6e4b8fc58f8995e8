import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url))

/** The environment of a process of the program: the given home, and one compile cache for the processes of all tests. */
export function programEnv(home = join(tmpdir(), 'xiaotong-tests')): NodeJS.ProcessEnv {
  return {
    ...process.env,
    XIAOTONG_HOME: home,
    NODE_COMPILE_CACHE: join(tmpdir(), 'xiaotong-tests', 'compiled'),
    LANG: 'zh_CN.UTF-8',
    LC_ALL: '',
  }
}

export type CommandResult = { code: number | null; stdout: string; stderr: string }

/** Runs a command as a person would, in a process of its own. */
export function cli(...args: string[]): Promise<CommandResult> {
  return runCli(args, programEnv())
}

/** Runs a command in the given environment. */
export function runCli(args: readonly string[], env: NodeJS.ProcessEnv): Promise<CommandResult> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [entry, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.once('error', failed)
    child.once('close', (code) => done({ code, stdout, stderr }))
  })
}

/** Runs a command with --json and returns its document; an exit code other than `expected` throws the output. */
export async function cliJson<Answer>(args: string[], expected = 0): Promise<Answer> {
  const { code, stdout, stderr } = await cli(...args, '--json')
  if (code !== expected) throw new Error(`${args.join(' ')}: exit ${code}\n${stderr}${stdout.slice(0, 2000)}`)
  return JSON.parse(stdout) as Answer
}

/** An empty folder, with the function that removes it. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'xiaotong-test-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
