import type { TenThousandths } from '../decimal/decimal.ts'
import type { Problem } from '../problem.ts'

/** What the scheme says of a cell beside its type, as far as the type has to do with it. */
export type CellTerms = {
  /** 0–4; only numbers have decimals. */
  decimals: number
  min: TenThousandths | null
  max: TenThousandths | null
  /** 人, 人次, 所, 万元 …: what is counted; persons never add up with person-times. */
  quantity: string
  choices: readonly string[]
  /** How a figure of this cell is shown (display.ts); empty for cells that are no numbers. */
  show: string
}

/** Text that is not blank: as it was written, to be quoted, and its NFKC form without blanks at its ends. */
export type WrittenText = { kept: string; plain: string }

/** The content of a workbook's cell: `plain` is a number without exponent, null where it cannot be written so; days are ISO text. */
export type SheetContent =
  | { kind: 'number'; text: string; plain: string | null }
  | { kind: 'day'; text: string }
  | { kind: 'truth'; text: string }
  | { kind: 'text'; text: string }

/** Turns a spreadsheet's day number into ISO text, with the time where there is one; null for what is no day. */
export type DayOfNumber = (text: string) => string | null

/** What a cell's type makes of a content: what is kept, or why it is refused. */
export type Taken = { ok: true; fact: TenThousandths | string } | { ok: false; problem: Problem }

/**
 * What a workbook lets into a cell beside 不适用: figures of so many decimals within the cell's bounds, days between two,
 * one of the cell's choices, any text.
 */
export type Allowed =
  | { kind: 'figures'; decimals: number }
  | { kind: 'days'; first: string; last: string }
  | { kind: 'choices' }
  | { kind: 'any-text' }

/** Measures a text: in CSS pixels on the page, in digits of the default font on a sheet. */
type Measure = (text: string) => number

/** Everything that differs from one type of cell to another. A type lacks nothing, or it does not compile. */
export type CellTypeDefinition = {
  /** What formulas, totals and the stored form take the content for. */
  holds: 'number' | 'text' | 'date'
  /** How a cell is written in: one line, several lines, or one of the cell's choices. */
  entry: 'line' | 'lines' | 'choices'
  /** Text is kept to the character: blanks within and quotation marks are part of it, a dash is no blank. */
  verbatim: boolean
  align: 'left' | 'center' | 'right'
  /** The decimals of a cell for which the scheme says so many, or nothing. */
  decimals: (said: number | undefined) => number
  /** How figures show where the scheme says nothing; empty when the content is no figure. */
  pattern: (decimals: number) => string
  /** What a collecting level does with an entered cell where the scheme says nothing. */
  aggregate: 'sum' | 'count' | 'list'
  /** Takes what a person typed or pasted. */
  read: (text: WrittenText, terms: CellTerms) => Taken
  /** Takes the content of a workbook's cell; null where it is to be read as if a person had typed it. */
  readSheet: (content: SheetContent, terms: CellTerms, dayOf: DayOfNumber) => Taken | null
  /** Width on the page, in CSS pixels. */
  pageWidth: (terms: CellTerms, measure: Measure) => number
  /** Width in a workbook, in digits of the default font. */
  sheetWidth: (terms: CellTerms, measure: Measure) => number
  /** Excel number format. */
  numberFormat: (terms: CellTerms) => string
  allowed: (terms: CellTerms) => Allowed
  /** The sentence by which a workbook refuses what is not allowed. */
  refusal: (terms: CellTerms) => string
  /** What the cell takes, in a few words, in the list of a returned workbook's problems. */
  expected: (terms: CellTerms) => string
  /** What the cell takes, in a few words, on the page. */
  rule: { zh: (terms: CellTerms) => string; en: (terms: CellTerms) => string }
}
