import { holdsFigures } from '../cell-types/cell-types.ts'
import { fromText, toTenThousandths, toText, type Decimal, type TenThousandths } from '../decimal/decimal.ts'
import type { Cell } from '../scheme/scheme.ts'
import type { CellRef, TableCode } from '../words.ts'

/**
 * A fact 数据 is one input cell's content (docs/design/words.md: Blank). A blank cell has no entry.
 *
 * | content      | stored as                                   |
 * |--------------|---------------------------------------------|
 * | number       | a safe integer count of ten-thousandths     |
 * | text, choice | the text                                    |
 * | date         | ISO text, `2021-09-01`                      |
 * | 不适用       | NOT_APPLICABLE                              |
 * | blank        | no entry; blank ≠ 0 ≠ 不适用 ≠ not filed    |
 */
export type Fact = TenThousandths | string | NotApplicable
export type NotApplicable = { readonly na: true }
export const NOT_APPLICABLE: NotApplicable = Object.freeze({ na: true })

export type Facts = ReadonlyMap<CellRef, Fact>

/** The shape of a fact outside the process (docs/command-line.md: Documents): numbers are decimal strings, null is blank. */
export type WireFact = string | { na: true } | null

/**
 * True for 不适用. Facts cross threads by structured clone, so 不适用 is recognised by shape, not identity. A figure too large
 * for the stored form is an object too, but not 不适用.
 */
export function isNotApplicable(value: Fact | Decimal | null | undefined): value is NotApplicable {
  return typeof value === 'object' && value !== null && 'na' in value
}

/** Returns the JSON form of a fact. */
export function toWire(fact: Fact | undefined): WireFact {
  if (fact === undefined) return null
  if (typeof fact === 'number') return toText(fact)
  return fact
}

/** Reads a fact from JSON written by this product (values already validated); null for blank and for an invalid number. */
export function fromWire(wire: WireFact, cell: Pick<Cell, 'type'>): Fact | null {
  if (wire === null) return null
  if (typeof wire === 'object') return NOT_APPLICABLE
  if (!holdsFigures(cell.type)) return wire
  const number = fromText(wire)
  return number === null ? null : toTenThousandths(number)
}

/** True when two contents are equal, blank included. */
export function sameFact(left: Fact | undefined, right: Fact | undefined): boolean {
  if (isNotApplicable(left) || isNotApplicable(right)) return isNotApplicable(left) && isNotApplicable(right)
  return left === right
}

/** Returns the number of lines in a list table: the highest ordinal with a fact. */
export function listLength(facts: Facts, table: TableCode): number {
  let length = 0
  for (const ordinal of filledLines(facts, table)) if (ordinal > length) length = ordinal
  return length
}

/** Returns the ordinals of a list table's lines with a fact. Empty lines between filled lines are not computed or checked. */
export function filledLines(facts: Facts, table: TableCode): Set<number> {
  const filled = new Set<number>()
  const prefix = `${table}.`
  for (const ref of facts.keys()) {
    if (!ref.startsWith(prefix)) continue
    const ordinal = Number(ref.slice(prefix.length, ref.indexOf('.', prefix.length)))
    if (Number.isInteger(ordinal) && ordinal > 0) filled.add(ordinal)
  }
  return filled
}

/**
 * Returns the canonical text of a filing's facts: one `ref=value` line a fact, sorted by code unit; numbers canonical, text
 * JSON-quoted, 不适用 as `/`. Its SHA-256 is the facts digest in the workbook (docs/workbook-format.md: The manifest _xt)
 * and on the printed form.
 */
export function canonicalFacts(facts: Facts): string {
  const lines: string[] = []
  for (const [ref, fact] of facts) {
    const value = typeof fact === 'number' ? toText(fact) : typeof fact === 'string' ? JSON.stringify(fact) : '/'
    lines.push(`${ref}=${value}`)
  }
  return lines.sort().join('\n')
}
