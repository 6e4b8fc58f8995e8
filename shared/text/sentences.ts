import type { CommandName } from './command-names.ts'
import type { HeadKey } from './head-keys.ts'
import type { FileDamage } from './file-damage.ts'
import type { MoneyUnit } from '../consolidation/money.ts'
import type { ProblemCode, ProblemDetails } from '../problem.ts'
import type { PlainOrigin } from '../report/origin.ts'
import type { SchemeFault } from '../scheme/problem.ts'

/** A problem as a sentence: the event, the place, the remedy (docs/design/pages.md: Sentences). */
export type ProblemSentences = { readonly [Code in ProblemCode]: (details: WordedDetails<Code>) => string }

/** The details of a problem, with a scheme fault already in words. */
type WordedDetails<Code extends ProblemCode> = Code extends 'scheme-invalid'
  ? { file: string; count: number; first: string }
  : ProblemDetails[Code]

/** The sentences for faults in a scheme file, without the place; formulas have sentences of their own (../formula/words/sentences.ts). */
export type FaultSentences = {
  readonly [Code in Exclude<SchemeFault['code'], 'formula'>]: (fault: Extract<SchemeFault, { code: Code }>) => string
}

/** The words of the notes on a table with money in a coarser unit. */
export type RoundingSentences = {
  shownIn: (unit: MoneyUnit) => string
  place: (row: string, column: string) => string
  moved: (figures: readonly string[]) => string
  open: (cells: readonly string[]) => string
}

/** The sentences for the origin of a report's figure. */
export type OriginSentences = {
  indicator: (formula: string) => string
  parameter: (name: string, source: string) => string
  item: (item: string) => string
  plain: Readonly<Record<PlainOrigin, string>>
}

/** The sentences of the command line and of the start. */
export type CommandLineSentences = {
  /** The purpose of each command, as the help prints it. */
  help: Readonly<Record<CommandName, string>>
  unknownCommand: (name: string) => string
  schemeSound: string
  /** The first line of what is said about a task, by its key. */
  task: (key: string) => string
  made: (workspace: string) => string
  backedUp: (file: string) => string
  restored: (workspace: string) => string
  sound: (filings: number, originals: number) => string
  saved: (cells: number) => string
  checksHold: string
  signed: (revision: number, digest: string) => string
  /** The number of commented cells in a return file. */
  commented: (file: string, cells: number) => string
  /** The last line of `receive`: after a commit, for `--dry-run`, without new content, without files. */
  received: (batch: number, taken: number, parked: number) => string
  previewed: (taken: number, parked: number) => string
  nothingNew: string
  noFiles: string
  undone: (batch: number, filings: number) => string
  filed: (filed: number, expected: number) => string
  written: (file: string) => string
  /** The addition to `written` about failed checks of the totals. */
  checksFail: (count: number) => string
  /** The column titles of `demo`. */
  comparison: { figure: string; published: string; computed: string }
  /** The line of `serve`. */
  running: (url: string) => string
  /** The sentences of the browser host's start and of every failed start; `languages` lists the languages' codes. */
  start: {
    running: (url: string, browser: 'opened' | 'not-opened') => string
    port: string
    arguments: (why: string, languages: string) => string
    otherwise: (why: string) => string
  }
}

/** The entries of the window's menus. */
type MenuWord =
  | 'file'
  | 'print'
  | 'folder'
  | 'quit'
  | 'edit'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'all'
  | 'view'
  | 'reload'
  | 'larger'
  | 'smaller'
  | 'actual'
  | 'full'
  | 'help'
  | 'about'

/** The words of the desktop window: its menus, and the question before it closes over unsaved entries. */
export type WindowSentences = {
  menu: Readonly<Record<MenuWord, string>>
  unsaved: { message: string; detail: string; stay: string; leave: string }
}

/** Every sentence of the domain in one language; a missing sentence does not compile. */
export type Sentences = {
  problems: ProblemSentences
  fileDamage: Readonly<Record<FileDamage | 'otherwise', string>>
  faults: FaultSentences
  head: { labels: Readonly<Record<HeadKey, string>>; day: (iso: string) => string; units: (units: string) => string }
  rounding: RoundingSentences
  origins: OriginSentences
  commandLine: CommandLineSentences
  window: WindowSentences
  /** The title of a group of units without a value of the grouping's attribute. */
  unsaidGroup: string
  /** The sentence for a required cell left blank. */
  required: (cell: string) => string
}
