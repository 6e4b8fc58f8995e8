/**
 * The command line (CLI.md): the same services as the windows. One JSON document on stdout with --json, errors on stderr
 * as `code: sentence`. Exit 0 done; 1 done, the data has problems; 2 wrong usage; 3 could not.
 */
import './machine/require-node.ts'
import { randomUUID } from 'node:crypto'
import { ProblemError, problem, type Problem } from '../shared/problem.ts'
import { problemSentence } from '../shared/text/problem-sentences.ts'
import { takeArguments } from './cli/arguments.ts'
import { commands, helpText } from './cli/commands.ts'
import type { Command } from './cli/command.ts'
import { exitCode } from './cli/exit-code.ts'
import { composeDesk, composePrinting } from './compose.ts'
import { plainMachine } from './loopback/plain-machine.ts'
import { fileProblem } from './machine/files.ts'
import { layOut } from './services/desk.ts'
import { resumeWorkspace } from './services/workspaces.ts'

const machine = plainMachine()
const args = process.argv.slice(2)
process.exitCode = await main()

async function main(): Promise<number> {
  const command = commands.find(({ name }) => name.split(' ').every((word, index) => args[index] === word))
  if (command === undefined) {
    const asked = args.length === 0 || args.includes('--help') || args[0] === 'help'
    ;(asked ? process.stdout : process.stderr).write(`${asked ? '' : 'usage: '}${helpText(machine.lang)}\n`)
    return asked ? 0 : 2
  }
  try {
    return await runCommand(command)
  } catch (error) {
    const said = problemOf(error)
    process.stderr.write(`${said.code}: ${problemSentence(said, machine.lang)}\n`)
    return exitCode(said)
  }
}

async function runCommand(command: Command): Promise<number> {
  const given = takeArguments(args.slice(command.name.split(' ').length), command.options ?? {}, machine.lang)
  machine.lang = given.lang
  if (given.flag('help')) {
    process.stdout.write(`${command.usage}\n`)
    return 0
  }
  const desk = composeDesk(machine)
  try {
    const open = async (path: string | undefined): ReturnType<typeof resumeWorkspace> => {
      if (path === undefined) throw new ProblemError(problem('usage', { what: command.usage }))
      return layOut(desk, await resumeWorkspace(path, machine.clock))
    }
    const outcome = await command.run(given, { desk, machine, printing: composePrinting(machine), open })
    process.stdout.write(given.json ? `${JSON.stringify(outcome.json)}\n` : `${outcome.text(given.lang)}\n`)
    return outcome.problems === true ? 1 : 0
  } finally {
    desk.close()
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  const ofFile = fileProblem(error, args.find((one) => !one.startsWith('-') && one !== args[0]) ?? '')
  if (ofFile !== null) return ofFile
  const reference = randomUUID().slice(0, 8)
  machine.log.fault(reference, error)
  return problem('unexpected', { reference })
}
