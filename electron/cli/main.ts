import { randomUUID } from 'node:crypto'
import { ProblemError, fail, problem, type Problem } from '../../shared/problem.ts'
import { commandLineSentences } from '../../shared/text/command-line.ts'
import { problemSentence } from '../../shared/text/problem-sentences.ts'
import { taskKey, type TaskKey } from '../../shared/words.ts'
import { composeRuntime, composePrinting } from '../compose/runtime.ts'
import { spokenLanguage } from '../loopback/arguments.ts'
import { plainMachine } from '../loopback/plain-machine.ts'
import { fileProblem } from '../machine/files.ts'
import type { Machine } from '../machine/machine.ts'
import { takeWorkspace } from '../services/workspace/runtime.ts'
import { sessionNamed, type Session } from '../services/workspace/session.ts'
import { resumeWorkspace } from '../services/workspace/workspaces.ts'
import { splitAtName, takeArguments, type CommandInput } from './arguments.ts'
import { commands, helpText } from './commands.ts'
import type { Command, Outcome } from './command.ts'
import { exitCode } from './exit-code.ts'

/**
 * Runs a command line and returns the exit code (docs/command-line.md: Exit codes). The promise resolves after all output
 * is written.
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

/** Prints the list of commands for an empty line or `help`. Fails with `usage` for an unknown command. */
function help(asked: string | undefined, { lang }: Machine): number {
  if (asked !== undefined && asked !== 'help') {
    return fail('usage', { what: `${commandLineSentences(lang).unknownCommand(asked)}\n${helpText(lang)}` })
  }
  process.stdout.write(`${helpText(lang)}\n`)
  return 0
}

/** Runs a command; `before` holds the options before the command's name, `rest` begins with the name. */
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
    let task: TaskKey | null = null
    const open = async (path: string | undefined): Promise<Session> => {
      if (path === undefined) throw new ProblemError(problem('usage', { what: command.usage }))
      const last = await resumeWorkspace(path, machine.clock)
      takeWorkspace(runtime, last.workspace)
      if (command.options?.['task'] === undefined) return last
      const named = given.text('task')
      const session = named === undefined ? last : sessionNamed(last.workspace, named)
      task = taskKey(session.task)
      return session
    }
    const outcome = await command.run(given, { runtime, machine, printing: composePrinting(machine), open })
    process.stdout.write(`${outputOf(outcome, task, given)}\n`)
    if (given.json) for (const note of outcome.notes ?? []) tell(note, machine)
    return outcome.problems === true ? 1 : 0
  } finally {
    runtime.close()
  }
}

/** The output of a command: its document, or its text for people below a line that names the task. */
function outputOf({ json, text }: Outcome, task: TaskKey | null, given: CommandInput): string {
  const document = task === null || json === null || typeof json !== 'object' || Array.isArray(json) ? json : { ...json, task }
  if (given.json) return JSON.stringify(document)
  if (text === undefined) return JSON.stringify(document, null, 1)
  return task === null ? text(given.lang) : `${commandLineSentences(given.lang).task(task)}\n${text(given.lang)}`
}

/** Writes a problem to stderr as `code: sentence`, the code for scripts and the sentence for people. */
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

/** The path in a file system error, otherwise null. */
function pathOf(error: unknown): string | null {
  return error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : null
}
