import { conditionHolds } from '../../../shared/scheme/conditions.ts'
import type { Check, CheckInstance, Scheme, Table } from '../../../shared/scheme/scheme.ts'
import { unitAttribute, type Unit } from '../../../shared/unit/unit.ts'
import { parseCellRef, type CellRef } from '../../../shared/words.ts'
import type { CheckRow } from './check-sheet.ts'
import type { ListedCheck } from './fill.ts'
import type { Placement } from './placement.ts'

/** One line of 审核: the rule at one place, with what the sheet shows of it. */
export type CheckLine = CheckRow & ListedCheck

/**
 * The lines of 审核 for a unit: every check it is subject to at every place, in the scheme's order; the rules of list
 * tables, which run over each line offered, come last. Checks of totals run at the collecting level and are left out.
 */
export function checkLines(
  scheme: Scheme,
  unit: Unit,
  tables: readonly Table[],
  placement: Placement,
  formulaOf: (instance: CheckInstance, row: number | null) => string | null,
): CheckLine[] {
  const single: CheckLine[] = []
  const byLine: CheckLine[] = []
  for (const check of appliedChecks(scheme, unit, tables)) {
    for (const instance of check.instances) {
      if (instance.list === null) {
        single.push(lineOf(check, instance, null, instance.at, formulaOf(instance, null), placement))
        continue
      }
      const place = placement.places.find(({ table }) => table.code === instance.list)
      if (place === undefined) continue
      const own = instance.bound.listCells.find(({ table }) => table === instance.list)
      for (let row = place.firstRow; row <= place.lastRow; row += 1) {
        const line = row - place.firstRow + 1
        const at = own === undefined ? instance.at : `${instance.list}.${line}.${own.column}`
        byLine.push(lineOf(check, instance, line, at, formulaOf(instance, row), placement))
      }
    }
  }
  return [...single, ...byLine]
}

/** The unit-level checks that concern a unit: of tables it files, whose condition it meets. */
export function appliedChecks(scheme: Scheme, unit: Unit, tables: readonly Table[]): Check[] {
  const filed = new Set(tables.map((table) => table.code))
  return scheme.checks.filter(
    (check) =>
      check.scope === 'unit' &&
      (check.table === null || filed.has(check.table)) &&
      (check.where === null || conditionHolds(check.where, (attribute) => unitAttribute(unit, attribute))),
  )
}

function lineOf(check: Check, instance: CheckInstance, line: number | null, at: CellRef, formula: string | null, placement: Placement): CheckLine {
  return {
    key: `${check.id}@${at}`,
    id: check.id,
    level: check.level,
    table: check.table ?? parseCellRef(at)?.table ?? '',
    place: placeTitle(placement, at),
    text: check.message === '' ? check.source : `${check.source}：${check.message}`,
    formula,
    at: placement.spotOf(at),
    instance,
    line,
  }
}

/** Where a cell is, for a person: `02·1 受益学生·春学期`, in a list `第 3 行 人次`. */
function placeTitle(placement: Placement, at: CellRef): string {
  const parts = parseCellRef(at)
  const table = placement.places.find((place) => place.table.code === parts?.table)?.table
  if (parts === null || table === undefined) return at
  const column = table.leafColumns.find((leaf) => leaf.code === parts.column)?.title ?? parts.column
  if (table.kind === 'list') return `第 ${parts.row} 行 ${column}`
  const row = table.leafRows.find((leaf) => leaf.code === parts.row)?.title ?? parts.row
  return `${parts.row}·${parts.column} ${row}·${column}`
}
