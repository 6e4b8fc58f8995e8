import type { FileProblem } from '../../../shared/api/batch.ts'
import { fromText, isZero, subtract, type Decimal } from '../../../shared/decimal/decimal.ts'
import { display } from '../../../shared/decimal/display.ts'
import { round } from '../../../shared/decimal/rounding.ts'
import type { FilingSource } from '../../../shared/filing/compute.ts'
import { COMPARED_PLACES } from '../../../shared/formula/bound/compare.ts'
import { problem } from '../../../shared/problem.ts'
import { cellOf, cellTitle } from '../../../shared/scheme/cells.ts'
import type { Cell, Scheme, Table } from '../../../shared/scheme/scheme.ts'
import { tableOf } from '../../../shared/words.ts'
import type { TypedOver } from '../../workbook/return.ts'

/** The most problems listed for one return; nobody reads more. The rest is counted. */
const mostListed = 100

/**
 * Compares the numbers that a return has in place of formulas with the values computed from the received facts. A different number is
 * a problem, because the signed paper then shows another figure than the totals. `tables`: the tables that the unit files.
 *
 * | number in the return              | computed value | result                                      |
 * |-----------------------------------|----------------|---------------------------------------------|
 * | shown like the computed value     | a number       | nothing, because other programs leave formulas out |
 * | different by a float error only   | a number       | nothing                                     |
 * | shown differently                 | a number       | problem                                     |
 * | 0                                 | blank          | nothing, because no figure is lost          |
 * | another number                    | blank          | problem                                     |
 * | any number                        | a text         | problem                                     |
 */
export function typedOverProblems(
  scheme: Scheme,
  tables: readonly Table[],
  source: FilingSource,
  typedOver: readonly TypedOver[],
): FileProblem[] {
  const filed = new Set(tables.map(({ code }) => code))
  const problems = typedOver.flatMap(({ cell: ref, sheet, address, text }): FileProblem[] => {
    const cell = cellOf(scheme, ref)
    const found = fromText(text)
    if (cell === null || found === null || !filed.has(tableOf(ref))) return []
    const value = source.computed.get(ref) ?? null
    if (typeof value === 'boolean' || agrees(found, value, cell)) return []
    const [typed, computed] = [
      display(found, cell.show),
      typeof value === 'string' ? value : value === null ? '' : display(value, cell.show),
    ]
    return [
      {
        sheet,
        cell: address,
        found: typed,
        expected: computed === '' ? null : computed,
        problem: problem('computed-typed-over', { cell: ref, title: cellTitle(scheme, ref), found: typed, computed }),
      },
    ]
  })
  if (problems.length <= mostListed) return problems
  const count = problems.length - mostListed
  return [
    ...problems.slice(0, mostListed),
    { sheet: null, cell: null, found: null, expected: null, problem: problem('problems-left-out', { count }) },
  ]
}

function agrees(found: Decimal, value: Decimal | string | null, cell: Cell): boolean {
  if (value === null) return isZero(found)
  if (typeof value === 'string') return false
  return display(found, cell.show) === display(value, cell.show) || isZero(round(subtract(found, value), COMPARED_PLACES))
}
