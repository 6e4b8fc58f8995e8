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

/** One group's totals while its filings are read, one after the other. */
type RunningGroup = {
  /** `files`: whether the unit files a table of the scheme; of one that does not, only numbers are added. */
  add: (unit: Unit, packed: HeldFacts, files: boolean) => void
  /** The totals as facts (shared/consolidation/level-facts.ts); null when the filings hold nothing. */
  facts: () => Facts | null
}

/** What a scheme adds up besides single cells: the lines of its lists, and computed cells that say `aggregate: sum`. */
export type AddedUp = { lists: boolean; computed: readonly CellRef[] }

/** Looks through the scheme, once for any number of groups. */
export function addedUpIn(scheme: Scheme): AddedUp {
  return {
    lists: scheme.tables.some((table) => table.kind === 'list'),
    computed: [...scheme.cells.values()].filter((cell) => cell.state === 'computed' && cell.aggregate === 'sum').map((cell) => cell.ref),
  }
}

/** A group of which no filing has been read yet. */
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

/** One aggregate per cell: what came unit by unit is added up. */
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
