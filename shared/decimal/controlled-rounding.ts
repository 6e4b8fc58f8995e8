import { abs, add, compare, divide, equals, fromText, negate, subtract, toBinary, type Decimal } from './decimal.ts'
import { round } from './rounding.ts'

/** States that `total` is the sum of `parts`; a cell may be the part of one relation and the total of another. */
export type SumRelation = { total: string; parts: readonly string[] }

export type ControlledSums = {
  printed: ReadonlyMap<string, Decimal>
  adjustments: readonly { key: string; rounded: Decimal; adjusted: Decimal }[]
  /** Totals whose parts could not be made to add up. */
  unbalanced: readonly string[]
}

type Step = { relation: number; need: 1 | -1; moves: readonly Move[] }
type Move = { key: string; delta: 1 | -1 }

/**
 * 舍位平衡 of a whole table (docs/design/numbers.md: Parts and total), where a figure belongs to a row's sum and a column's
 * at once. `places` decimals are kept (negative: tens, hundreds). Every figure prints as one of its two neighbours at
 * `places`; figures that are part of no sum (the grand totals) are plainly rounded.
 * Each sum that rounding broke is repaired by the shortest chain of moves that breaks no other sum, largest remainder first.
 * The method is flow augmentation, which always succeeds in a table of rows and columns.
 * Relations that do not hold before rounding, or lack their total, are left alone.
 */
export function controlledRounding(
  values: ReadonlyMap<string, Decimal>,
  relations: readonly SumRelation[],
  places: number,
): ControlledSums {
  const held = relations.filter((relation) => holds(values, relation))
  const uses = usesOf(held)
  const unit = lastPlace(places)
  const rounded = new Map([...values].map(([key, value]) => [key, round(value, places)]))
  const shift = new Map<string, number>()
  const imbalance = held.map(({ total, parts }) => {
    const sum = parts.reduce<Decimal>((all, key) => add(all, rounded.get(key) ?? 0), 0)
    return toBinary(divide(subtract(rounded.get(total) ?? 0, sum), unit) ?? 0)
  })
  const toward = new Map([...values].map(([key, value]) => [key, compare(value, rounded.get(key) ?? 0)]))
  const remainder = (key: string): Decimal => abs(subtract(values.get(key) ?? 0, rounded.get(key) ?? 0))

  const movable = ({ key, delta }: Move): boolean => {
    const isPart = uses.get(key)?.some(({ part }) => part) === true
    return isPart && ((shift.get(key) ?? 0) === 0 ? toward.get(key) === delta : shift.get(key) === -delta)
  }
  const movesOf = (relation: number, need: 1 | -1): Move[] => {
    const { total, parts } = held[relation] ?? { total: '', parts: [] }
    const moves: Move[] = [...parts.map((key): Move => ({ key, delta: need })), { key: total, delta: need === 1 ? -1 : 1 }]
    return moves.filter(movable).sort((left, right) => compare(remainder(right.key), remainder(left.key)))
  }
  /** The other relations that a move would put further out of balance. */
  const broken = (move: Move, from: number): { relation: number; need: 1 | -1 }[] =>
    (uses.get(move.key) ?? []).flatMap(({ relation, part }) => {
      if (relation === from) return []
      const before = imbalance[relation] ?? 0
      const after = before + (part ? -move.delta : move.delta)
      return Math.abs(after) > Math.abs(before) ? [{ relation, need: after > 0 ? 1 : -1 } as const] : []
    })
  const findChain = (start: number): readonly Move[] | null => {
    const queue: Step[] = [{ relation: start, need: (imbalance[start] ?? 0) > 0 ? 1 : -1, moves: [] }]
    const seen = new Set([`${start}`])
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { relation, need, moves } = next
      for (const move of movesOf(relation, need)) {
        if (moves.some(({ key }) => key === move.key)) continue
        const others = broken(move, relation)
        const [other] = others
        if (other === undefined) return [...moves, move]
        if (others.length > 1 || seen.has(`${other.relation}`)) continue
        seen.add(`${other.relation}`)
        queue.push({ ...other, moves: [...moves, move] })
      }
    }
    return null
  }
  const apply = ({ key, delta }: Move): void => {
    shift.set(key, (shift.get(key) ?? 0) + delta)
    for (const { relation, part } of uses.get(key) ?? []) imbalance[relation] = (imbalance[relation] ?? 0) + (part ? -delta : delta)
  }

  held.forEach((_, index) => {
    while (imbalance[index] !== 0) {
      const chain = findChain(index)
      if (chain === null) break
      chain.forEach(apply)
    }
  })
  const printed = new Map([...rounded].map(([key, value]) => [key, add(value, stepsOf(shift.get(key) ?? 0, unit))]))
  const adjustments = [...printed].flatMap(([key, adjusted]) => {
    const before = rounded.get(key) ?? 0
    return equals(before, adjusted) ? [] : [{ key, rounded: before, adjusted }]
  })
  return { printed, adjustments, unbalanced: held.flatMap(({ total }, index) => (imbalance[index] === 0 ? [] : [total])) }
}

function holds(values: ReadonlyMap<string, Decimal>, { total, parts }: SumRelation): boolean {
  const whole = values.get(total)
  return (
    whole !== undefined &&
    equals(
      whole,
      parts.reduce<Decimal>((sum, key) => add(sum, values.get(key) ?? 0), 0),
    )
  )
}

function usesOf(relations: readonly SumRelation[]): Map<string, { relation: number; part: boolean }[]> {
  const uses = new Map<string, { relation: number; part: boolean }[]>()
  const note = (key: string, use: { relation: number; part: boolean }): void => void uses.set(key, [...(uses.get(key) ?? []), use])
  relations.forEach(({ total, parts }, index) => {
    note(total, { relation: index, part: false })
    for (const part of parts) note(part, { relation: index, part: true })
  })
  return uses
}

function stepsOf(steps: number, unit: Decimal): Decimal {
  return steps === 0 ? 0 : steps > 0 ? unit : negate(unit)
}

/** The unit of the last place kept: 0.01 for 2, 100 for -2. */
function lastPlace(places: number): Decimal {
  const text = places > 0 ? `0.${'0'.repeat(places - 1)}1` : `1${'0'.repeat(-places)}`
  return fromText(text) ?? 0
}
