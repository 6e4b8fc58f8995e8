import type { TenThousandths } from '../decimal/decimal.ts'
import type { Problem } from '../problem.ts'

/** The properties of a cell in the scheme that its type uses. */
export type CellTerms = {
  /** 0–4; only numbers have decimals. */
  decimals: number
  min: TenThousandths | null
  max: TenThousandths | null
  /** The unit of the figures: 人, 人次, 所, 万元 …; persons never add up with person-times. */
  quantity: string
  choices: readonly string[]
  /** The pattern of the cell's figures (display.ts); empty for cells without figures. */
  show: string
}

/** A text that is not blank: `kept` as written, for quoting, and `plain`, its NFKC form without blanks at the ends. */
export type WrittenText = { kept: string; plain: string }

/** The content of a workbook's cell: `plain` is a number without exponent, null where it cannot be written so; days are ISO text. */
export type SheetContent =
  | { kind: 'number'; text: string; plain: string | null }
  | { kind: 'day'; text: string }
  | { kind: 'truth'; text: string }
  | { kind: 'text'; text: string }

/** Turns a spreadsheet's day number into ISO text, with the time where there is one; null when the number is no day. */
export type DayOfNumber = (text: string) => string | null

/** The result of reading a content: the fact, or the problem that refuses the content. */
export type Taken = { ok: true; fact: TenThousandths | string } | { ok: false; problem: Problem }

/**
 * The content that a workbook allows in a cell beside 不适用: figures with a number of decimals within the cell's bounds, days in
 * a range, one of the cell's choices, any text.
 */
export type Allowed =
  | { kind: 'figures'; decimals: number }
  | { kind: 'days'; first: string; last: string }
  | { kind: 'choices' }
  | { kind: 'any-text' }

/** The aggregation of a cell at a collecting level. */
export type Aggregate = 'sum' | 'max' | 'min' | 'count' | 'list' | 'none'

/** Measures a text: in CSS pixels on the page, in digits of the default font on a sheet. */
type Measure = (text: string) => number

/** The differences between types of cells; a type that lacks one does not compile. */
export type CellTypeDefinition = {
  /** The kind of content for formulas, totals and the stored form. */
  holds: 'number' | 'text' | 'date'
  /** The form of entry: one line, several lines, or one of the cell's choices. */
  entry: 'line' | 'lines' | 'choices'
  /** True when a text is kept to the character: inner blanks and quotation marks are part of the text, a dash is no blank. */
  verbatim: boolean
  align: 'left' | 'center' | 'right'
  /** The decimals of a cell, from the number in the scheme, if any. */
  decimals: (said: number | undefined) => number
  /** The default pattern of figures; empty when the content is no figure. */
  pattern: (decimals: number) => string
  /** The default aggregation of an entered cell at a collecting level. */
  aggregate: Aggregate
  /** Reads a typed or pasted text. */
  read: (text: WrittenText, terms: CellTerms) => Taken
  /** Reads the content of a workbook's cell; null when the content is to be read like a typed text. */
  readSheet: (content: SheetContent, terms: CellTerms, dayOf: DayOfNumber) => Taken | null
  /** The width on the page, in CSS pixels. */
  pageWidth: (terms: CellTerms, measure: Measure) => number
  /** The width in a workbook, in digits of the default font. */
  sheetWidth: (terms: CellTerms, measure: Measure) => number
  /** The Excel number format. */
  numberFormat: (terms: CellTerms) => string
  allowed: (terms: CellTerms) => Allowed
  /** The sentence by which a workbook refuses other content. */
  refusal: (terms: CellTerms) => string
  /** The allowed content in a few words, in the list of a returned workbook's problems. */
  expected: (terms: CellTerms) => string
  /** The allowed content in a few words, on the page. */
  rule: { zh: (terms: CellTerms) => string; en: (terms: CellTerms) => string }
}
