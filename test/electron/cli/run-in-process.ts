import { vi } from 'vitest'
import { runCommandLine } from '../../../electron/cli/main.ts'

export type Said = { code: number; stdout: string; stderr: string }

/** Runs a command line in this process, because the start of a process takes longer than many commands. */
export async function say(...args: string[]): Promise<Said> {
  const said = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += String(text)
      return true
    }),
  )
  try {
    return { code: await runCommandLine(args), ...said }
  } finally {
    spies.forEach((spy) => spy.mockRestore())
  }
}

/** Runs a command with --json and returns its document; throws for other output on stdout or an exit code other than `code`. */
export async function json(args: string[], code = 0): Promise<unknown> {
  const said = await say(...args, '--json')
  if (said.code !== code) throw new Error(`${args.join(' ')}: exit ${said.code}: ${said.stderr || said.stdout.slice(0, 500)}`)
  if (!said.stdout.endsWith('\n') || said.stdout.trimEnd().includes('\n')) throw new Error(`not one line: ${said.stdout.slice(0, 200)}`)
  return JSON.parse(said.stdout) as unknown
}
