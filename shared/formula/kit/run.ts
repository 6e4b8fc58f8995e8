import { toText, type Decimal } from '../../decimal/decimal.ts'
import type { BoundNode } from '../bound/bound.ts'
import type { CellSource, Content, Value } from '../bound/cell-source.ts'
import { noValue } from '../bound/no-value.ts'

/** A part of a formula made ready to run. */
export type Run = (source: CellSource) => Value

/** compile.ts' own recursion, handed to the function families so that they need not import it in a circle. */
export type Compile = (node: BoundNode) => Run

/** Blank rule 2: a blank counts as 0 in arithmetic and in comparison with numbers. */
export function asNumber(run: Run): (source: CellSource) => Decimal {
  return (source) => (run(source) as Decimal | null) ?? 0
}

/** Blank rule 2: a blank counts as "" in text. */
export function asText(run: Run): (source: CellSource) => string {
  return (source) => (run(source) as string | null) ?? ''
}

export function asBoolean(run: Run): (source: CellSource) => boolean {
  return (source) => run(source) === true
}

/** Text is never taken for 0: where a figure should stand, it is no figure at all (DESIGN §3). */
export function figure(content: Content): Decimal | null {
  return typeof content === 'string' ? noValue() : content
}

/** An empty text is a blank. */
export function written(content: Content): string | null {
  if (content === null || content === '') return null
  return typeof content === 'string' ? content : toText(content)
}
