import type { ParseArgsConfig } from 'node:util'
import type { Problem } from '../../shared/problem.ts'
import type { LanguageCode } from '../../shared/text/languages.ts'
import type { Words } from '../../shared/words.ts'
import type { Machine } from '../machine/machine.ts'
import type { Runtime } from '../services/workspace/runtime.ts'
import type { Printing } from '../services/printing.ts'
import type { Session } from '../services/workspace/session.ts'
import type { CommandInput } from './arguments.ts'

/** What a command answers: the one JSON document, the same for people, and whether the data has problems (exit 1). */
type Outcome = {
  json: unknown
  text: (lang: LanguageCode) => string
  problems?: boolean
  /** What went wrong on the way and has no place in the JSON document: said on stderr beside it, as in the text for people. */
  notes?: readonly Problem[]
}

/** What a command works with. `open` opens the workspace named on the command line. */
export type Setting = { runtime: Runtime; machine: Machine; printing: Printing; open: (path: string | undefined) => Promise<Session> }

export type Command = {
  name: string
  /** As printed in the help: arguments and options. */
  usage: string
  says: Words
  options?: NonNullable<ParseArgsConfig['options']>
  /** How many arguments it takes at most, options aside; more are wrong usage. One (the workspace) where nothing is said. */
  takes?: number
  run: (given: CommandInput, setting: Setting) => Promise<Outcome>
}

/** Lines of columns, aligned for a terminal; Chinese characters count twice. */
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
