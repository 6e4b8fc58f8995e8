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

/** Every sentence of the domain in one language; a missing sentence does not compile. */
export type Sentences = {
  problems: ProblemSentences
  fileDamage: Readonly<Record<FileDamage | 'otherwise', string>>
  faults: FaultSentences
  head: { labels: Readonly<Record<HeadKey, string>>; day: (iso: string) => string; units: (units: string) => string }
  rounding: RoundingSentences
  origins: OriginSentences
  /** The title of a group of units without a value of the grouping's attribute. */
  unsaidGroup: string
  /** The sentence for a required cell left blank. */
  required: (cell: string) => string
}
