import { add, compare, divide, fromInteger, type Decimal } from '../../decimal/decimal.ts'
import { allBlank } from './all-blank.ts'
import type { BoundNode } from '../bound/bound.ts'
import type { CellSource, Value } from '../bound/cell-source.ts'
import { orBlank } from '../bound/no-value.ts'
import type { Compile, Run } from '../kit/run.ts'
import { variation, weighed, type Weighed } from '../bound/variation.ts'

const TWO = fromInteger(2)

/**
 * Statistics over the units of the level (FORMULA, "Functions"). A unit whose value is blank is left out, of the share's
 * denominator too; of no units at all there is no share, median or coefficient.
 */
export function compileAcross(node: BoundNode & { kind: 'across' }, compile: Compile): Run {
  const where = node.where === null ? () => true : ofUnit(node.where, compile)
  const value = node.value === null ? () => true : ofUnit(node.value, compile)
  const chosen = (source: CellSource): CellSource[] => (source.units ?? []).filter((unit) => where(unit) === true)
  const values = (source: CellSource): NonNullable<Value>[] =>
    chosen(source)
      .map(value)
      .filter((result) => result !== null)
  switch (node.name) {
    case 'UNITS':
    case 'MEETS':
      return (source) => fromInteger(values(source).filter((result) => result === true).length)
    case 'SHARE':
      return (source) => {
        const results = values(source)
        return divide(fromInteger(results.filter((result) => result === true).length), fromInteger(results.length))
      }
    case 'MEDIAN':
      return (source) => median(sorted(values(source)))
    case 'MINU':
      return (source) => sorted(values(source))[0] ?? null
    case 'MAXU':
      return (source) => sorted(values(source)).at(-1) ?? null
    case 'CV': {
      const weight = node.weight === null ? () => null : ofUnit(node.weight, compile)
      const one = (unit: CellSource): Weighed | null => weighed(value(unit) as Decimal | null, weight(unit) as Decimal | null)
      return (source) =>
        variation(
          chosen(source)
            .map(one)
            .filter((unit) => unit !== null),
        )?.cv ?? null
    }
  }
}

/** One unit's value under the same blank rules as a formula of its own. */
export function ofUnit(node: BoundNode, compile: Compile): (unit: CellSource) => Value {
  const run = compile(node)
  const blank = allBlank(node)
  return (unit) => (blank(unit) ? null : orBlank(() => run(unit)))
}

function sorted(values: Value[]): Decimal[] {
  return (values as Decimal[]).sort(compare)
}

function median(values: Decimal[]): Decimal | null {
  const middle = values[Math.floor(values.length / 2)]
  if (middle === undefined || values.length % 2 === 1) return middle ?? null
  return divide(add(values[values.length / 2 - 1]!, middle), TWO)
}
