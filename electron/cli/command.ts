import type { ParseArgsConfig } from 'node:util'
import type { Problem } from '../../shared/problem.ts'
import type { CommandName } from '../../shared/text/command-names.ts'
import type { LanguageCode } from '../../shared/text/languages.ts'
import type { Machine } from '../machine/machine.ts'
import type { Runtime } from '../services/workspace/runtime.ts'
import type { Printing } from '../services/printing.ts'
import type { Session } from '../services/workspace/session.ts'
import type { CommandInput } from './arguments.ts'

/** A command's result: the JSON document, the text for people, and `problems` for problems in the data (exit 1). */
export type Outcome = {
  json: unknown
  /** Left out when the document is for people too. */
  text?: (lang: LanguageCode) => string
  problems?: boolean
  /** Problems without a place in the JSON document; with --json they go to stderr, because only `text` contains them. */
  notes?: readonly Problem[]
}

/** The option of a command that works on a task; its output names the task, as the first line of a text and as `task` in a document. */
export const onTask = { task: { type: 'string' } } as const

/**
 * The running program's parts for a command. `open` opens the workspace at a path and joins it with the task of --task, or the task used
 * last. Fails with `usage` without a path, and with `task-unknown`.
 */
export type Setting = { runtime: Runtime; machine: Machine; printing: Printing; open: (path: string | undefined) => Promise<Session> }

export type Command = {
  name: CommandName
  /** The command's line in the help: name, arguments and options. */
  usage: string
  options?: NonNullable<ParseArgsConfig['options']>
  /** The largest number of arguments without options; more are wrong usage. The default is 1, the workspace. */
  takes?: number
  run: (given: CommandInput, setting: Setting) => Promise<Outcome>
}

/** Rows as lines with aligned columns for a terminal; a Chinese character counts as two. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))))
  return rows
    .map((row) =>
      row.map((cell, column) => (column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - width(cell)))).join('  '),
    )
    .join('\n')
}

function width(text: string): number {
  return [...text].reduce(
    (sum, char) =>
      sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u.test(char) ? 2 : 1),
    0,
  )
}
