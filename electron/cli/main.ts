import { randomUUID } from 'node:crypto'
import { ProblemError, problem, type Problem } from '../../shared/problem.ts'
import { isLanguageCode, type LanguageCode } from '../../shared/text/languages.ts'
import { problemSentence } from '../../shared/text/problem-sentences.ts'
import { composeDesk, composePrinting } from '../compose/desk.ts'
import { plainMachine } from '../loopback/plain-machine.ts'
import { fileProblem } from '../machine/files.ts'
import type { Machine } from '../machine/machine.ts'
import { layOut } from '../services/desk.ts'
import { resumeWorkspace } from '../services/workspaces.ts'
import { takeArguments } from './arguments.ts'
import { commands, helpText } from './commands.ts'
import type { Command } from './command.ts'
import { exitCode } from './exit-code.ts'

/** Runs one command line and answers its exit code (CLI.md); everything it says has been written when this resolves. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const machine = plainMachine()
  machine.lang = spokenLanguage(args) ?? machine.lang
  const command = commands.find(({ name }) => name.split(' ').every((word, index) => args[index] === word))
  if (command === undefined) {
    const asked = args.length === 0 || args[0]?.startsWith('-') === true || args[0] === 'help'
    if (asked) process.stdout.write(`${helpText(machine.lang)}\n`)
    else
      tell(
        problem('usage', {
          what: `${machine.lang === 'zh' ? `没有命令 ${args[0]}。` : `There is no command ${args[0]}.`}\n${helpText(machine.lang)}`,
        }),
        machine,
      )
    return asked ? 0 : 2
  }
  try {
    return await runCommand(command, args, machine)
  } catch (error) {
    const said = problemOf(error, args, machine)
    tell(said, machine)
    return exitCode(said)
  }
}

async function runCommand(command: Command, args: readonly string[], machine: Machine): Promise<number> {
  const given = takeArguments(args.slice(command.name.split(' ').length), command.options ?? {}, machine.lang)
  if (given.flag('help')) {
    process.stdout.write(`${command.usage}\n`)
    return 0
  }
  if (given.positionals.length > (command.takes ?? 1)) throw new ProblemError(problem('usage', { what: command.usage }))
  const desk = composeDesk(machine)
  try {
    const open = async (path: string | undefined): ReturnType<typeof resumeWorkspace> => {
      if (path === undefined) throw new ProblemError(problem('usage', { what: command.usage }))
      return layOut(desk, await resumeWorkspace(path, machine.clock))
    }
    const outcome = await command.run(given, { desk, machine, printing: composePrinting(machine), open })
    process.stdout.write(given.json ? `${JSON.stringify(outcome.json)}\n` : `${outcome.text(given.lang)}\n`)
    if (given.json) for (const note of outcome.notes ?? []) tell(note, machine)
    return outcome.problems === true ? 1 : 0
  } finally {
    desk.close()
  }
}

/** The language asked for, known before anything else is looked at: what is wrong with the arguments is said in it too. */
function spokenLanguage(args: readonly string[]): LanguageCode | null {
  const at = args.findIndex((one) => one === '--lang' || one.startsWith('--lang='))
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
