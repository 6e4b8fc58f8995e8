import { randomUUID } from 'node:crypto'
import { ProblemError, fail, problem, type Problem } from '../../shared/problem.ts'
import { isLanguageCode, type LanguageCode } from '../../shared/text/languages.ts'
import { problemSentence } from '../../shared/text/problem-sentences.ts'
import { composeRuntime, composePrinting } from '../compose/runtime.ts'
import { plainMachine } from '../loopback/plain-machine.ts'
import { fileProblem } from '../machine/files.ts'
import type { Machine } from '../machine/machine.ts'
import { takeWorkspace } from '../services/workspace/runtime.ts'
import { resumeWorkspace } from '../services/workspace/workspaces.ts'
import { splitAtName, takeArguments } from './arguments.ts'
import { commands, helpText } from './commands.ts'
import type { Command } from './command.ts'
import { exitCode } from './exit-code.ts'

/**
 * Runs one command line and answers its exit code (docs/command-line.md: Exit codes); everything it says has been
 * written when this resolves.
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const machine = plainMachine()
  machine.lang = spokenLanguage(args) ?? machine.lang
  const [before, rest] = splitAtName(args)
  try {
    takeArguments(before, {}, machine.lang)
    const command = commands.find(({ name }) => name.split(' ').every((word, index) => rest[index] === word))
    return command === undefined ? help(rest[0], machine) : await runCommand(command, before, rest, machine)
  } catch (error) {
    const said = problemOf(error, rest, machine)
    tell(said, machine)
    return exitCode(said)
  }
}

/** Names every command when nothing else, or `help`, was asked for; anything else is no command (`usage`). */
function help(asked: string | undefined, { lang }: Machine): number {
  if (asked !== undefined && asked !== 'help') {
    const unknown = lang === 'zh' ? `没有命令 ${asked}。` : `There is no command ${asked}.`
    return fail('usage', { what: `${unknown}\n${helpText(lang)}` })
  }
  process.stdout.write(`${helpText(lang)}\n`)
  return 0
}

/** Runs a command; `before` stood before its name, `rest` begins with the name. */
async function runCommand(command: Command, before: readonly string[], rest: readonly string[], machine: Machine): Promise<number> {
  const args = [...before, ...rest.slice(command.name.split(' ').length)]
  const given = takeArguments(args, command.options ?? {}, machine.lang)
  if (given.flag('help')) {
    process.stdout.write(`${command.usage}\n`)
    return 0
  }
  if (given.positionals.length > (command.takes ?? 1)) throw new ProblemError(problem('usage', { what: command.usage }))
  const runtime = composeRuntime(machine)
  try {
    const open = async (path: string | undefined): ReturnType<typeof resumeWorkspace> => {
      if (path === undefined) throw new ProblemError(problem('usage', { what: command.usage }))
      const session = await resumeWorkspace(path, machine.clock)
      takeWorkspace(runtime, session.workspace)
      return session
    }
    const outcome = await command.run(given, { runtime, machine, printing: composePrinting(machine), open })
    process.stdout.write(given.json ? `${JSON.stringify(outcome.json)}\n` : `${outcome.text(given.lang)}\n`)
    if (given.json) for (const note of outcome.notes ?? []) tell(note, machine)
    return outcome.problems === true ? 1 : 0
  } finally {
    runtime.close()
  }
}

/** The language asked for, known before anything else is looked at: what is wrong with the arguments is said in it too. */
function spokenLanguage(args: readonly string[]): LanguageCode | null {
  const at = args.findLastIndex((one) => one === '--lang' || one.startsWith('--lang='))
  const said = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
  return isLanguageCode(said) ? said : null
}

/** An error for the person and for scripts: `code: sentence`. */
function tell(said: Problem, { lang }: Machine): void {
  process.stderr.write(`${said.code}: ${problemSentence(said, lang)}\n`)
}

function problemOf(error: unknown, args: readonly string[], { log }: Machine): Problem {
  if (error instanceof ProblemError) return error.problem
  const path = pathOf(error) ?? args.find((one, index) => index > 0 && !one.startsWith('-')) ?? ''
  const ofFile =
    error instanceof Error && 'code' in error && error.code === 'ENOENT' ? problem('not-found', { what: path }) : fileProblem(error, path)
  if (ofFile !== null) return ofFile
  const reference = randomUUID().slice(0, 8)
  log.fault(reference, error)
  return problem('unexpected', { reference })
}

/** The file that an error of the file system is about. */
function pathOf(error: unknown): string | null {
  return error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : null
}
