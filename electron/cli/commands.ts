import { commandLineSentences } from '../../shared/text/command-line.ts'
import type { LanguageCode } from '../../shared/text/languages.ts'
import type { Command } from './command.ts'
import { columns } from './command.ts'
import { demoCommands } from './demo-command.ts'
import { filingCommands } from './filing-commands.ts'
import { receiveCommands } from './receive-commands.ts'
import { reportCommands } from './report-command.ts'
import { schemeCommands } from './scheme-commands.ts'
import { serveCommands } from './serve-command.ts'
import { totalsCommands } from './totals-commands.ts'
import { workspaceCommands } from './workspace-commands.ts'

/** Every command (docs/command-line.md: Commands). */
export const commands: readonly Command[] = [
  ...schemeCommands,
  ...workspaceCommands,
  ...filingCommands,
  ...receiveCommands,
  ...totalsCommands,
  ...reportCommands,
  ...demoCommands,
  ...serveCommands,
]

/** The list of commands for people. */
export function helpText(lang: LanguageCode): string {
  const { help } = commandLineSentences(lang)
  return columns(commands.map(({ name, usage }) => [usage, help[name]]))
}
