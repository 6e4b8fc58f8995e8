import { levelFacts, linesOf, type CellAggregate, type FiledLine } from '../../../shared/consolidation/level-facts.ts'
import { toTenThousandths, type TenThousandths } from '../../../shared/decimal/decimal.ts'
import type { Value } from '../../../shared/formula/bound/cell-source.ts'
import type { Facts } from '../../../shared/filing/facts.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import type { CellRef } from '../../../shared/words.ts'
import type { ReadableDb } from '../../store/db.ts'
import type { HeldFacts } from '../../store/packs.ts'
import { startSums } from '../../store/sums.ts'
import { unitSource, type Session } from '../workspace/session.ts'

/** The running totals of one group, filing by filing. */
type RunningGroup = {
  /** Adds a filing. `files` is false for a unit without a table of the scheme; only its numbers are added. */
  add: (unit: Unit, packed: HeldFacts, files: boolean) => void
  /** The totals as facts (shared/consolidation/level-facts.ts); null when the filings hold nothing. */
  facts: () => Facts | null
}

/** The things that a scheme adds up besides single cells: lines of its lists, and computed cells with `aggregate: sum`. */
export type AddedUp = { lists: boolean; computed: readonly CellRef[] }

/** Finds the added-up things of a scheme; one call is enough for all groups. */
export function addedUpIn(scheme: Scheme): AddedUp {
  return {
    lists: scheme.tables.some((table) => table.kind === 'list'),
    computed: [...scheme.cells.values()].filter((cell) => cell.state === 'computed' && cell.aggregate === 'sum').map((cell) => cell.ref),
  }
}

/** Starts the totals of a group, without a filing. */
export function startGroup(session: Session, db: ReadableDb, addedUp: AddedUp): RunningGroup {
  const { scheme } = session
  const sums = startSums(db)
  const lines: FiledLine[] = []
  const computedSums: CellAggregate[] = []
  return {
    add: (unit, { pack, facts }, files) => {
      sums.addNumbers(pack)
      if (!files) return
      sums.addTexts(pack)
      if (addedUp.lists) lines.push(...linesOf(scheme, facts()))
      if (addedUp.computed.length === 0) return
      const { computed } = unitSource(session, unit, facts(), null)
      for (const cell of addedUp.computed) {
        const value = numberOf(computed.get(cell))
        if (value !== null) computedSums.push({ cell, sum: value, count: 1, min: value, max: value })
      }
    },
    facts: () => {
      const numbers = [...sums.numbers(), ...computedSums]
      const texts = sums.texts()
      if (numbers.length === 0 && texts.length === 0 && lines.length === 0) return null
      return levelFacts(scheme, oneEach(numbers), texts, lines)
    },
  }
}

function numberOf(value: Value | undefined): TenThousandths | null {
  return value === undefined || value === null || typeof value === 'string' || typeof value === 'boolean' ? null : toTenThousandths(value)
}

/** Merges the aggregates of each cell into one. */
function oneEach(aggregates: readonly CellAggregate[]): CellAggregate[] {
  const totals = new Map<string, CellAggregate>()
  for (const one of aggregates) {
    const held = totals.get(one.cell)
    totals.set(
      one.cell,
      held === undefined
        ? one
        : {
            cell: one.cell,
            sum: BigInt(held.sum) + BigInt(one.sum),
            count: held.count + one.count,
            min: Math.min(held.min, one.min),
            max: Math.max(held.max, one.max),
          },
    )
  }
  return [...totals.values()]
}
