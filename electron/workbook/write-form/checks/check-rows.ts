import { conditionHolds } from '../../../../shared/scheme/conditions.ts'
import type { Check, CheckInstance, Leaf, Scheme, Table } from '../../../../shared/scheme/scheme.ts'
import { unitAttribute, type Unit } from '../../../../shared/unit/unit.ts'
import { parseCellRef, type CellRef } from '../../../../shared/words.ts'
import type { Placement, Spot, TablePlace } from '../placement/placement.ts'
import { requiredCells, type RequiredCells } from './required-cells.ts'

/** A rule at one place, or at one line of a list. `group` is the key of the 审核 row that sums the lines up. */
export type ListedCheck = { key: string; level: Check['level']; instance: CheckInstance; line: number | null; group: string | null }

/** A row of 审核: a rule at one place, a rule of a list table over all its lines, or the required cells of a table. */
export type CheckRow = {
  key: string
  id: string
  level: Check['level']
  table: string
  place: string
  text: string
  at: Spot | null
  rule: { kind: 'instance'; instance: CheckInstance } | { kind: 'lines'; lines: LineCheck } | { kind: 'required'; required: RequiredCells }
}

/** A rule of a list table: its marks, and a query's explanations, have their own columns beside the lines. */
export type LineCheck = {
  check: Check
  instance: CheckInstance
  place: TablePlace
  markColumn: number
  whyColumn: number | null
  atColumn: number | null
  keys: readonly string[]
}

export type CheckPlan = {
  rows: readonly CheckRow[]
  lineChecks: readonly LineCheck[]
  listed: readonly ListedCheck[]
  required: readonly RequiredCells[]
}

/** Plans the places of a unit's checks: on 审核 the required cells, then the checks in the scheme's order; list rules also beside lines. */
export function planChecks(scheme: Scheme, unit: Unit, tables: readonly Table[], placement: Placement): CheckPlan {
  const rows: CheckRow[] = []
  const lineChecks: LineCheck[] = []
  const listed: ListedCheck[] = []
  const nextColumn = new Map<string, number>()
  for (const check of appliedChecks(scheme, unit, tables)) {
    for (const instance of check.instances) {
      if (instance.list === null) {
        rows.push(rowOf(check, instance, instance.at, placement))
        listed.push({ key: `${check.id}@${instance.at}`, level: check.level, instance, line: null, group: null })
        continue
      }
      const place = placement.places.find(({ table }) => table.code === instance.list)
      if (place === undefined) continue
      const column = nextColumn.get(instance.list) ?? place.lastColumn + 2
      const lines = lineCheck(check, instance, place, column)
      nextColumn.set(instance.list, column + (lines.whyColumn === null ? 1 : 2))
      const group = `${check.id}@${instance.list}`
      lineChecks.push(lines)
      rows.push({ ...rowOf(check, instance, instance.list, placement), key: group, place: '每一行', rule: { kind: 'lines', lines } })
      lines.keys.forEach((key, index) => listed.push({ key, level: check.level, instance, line: index + 1, group }))
    }
  }
  const required = placement.places.map((place) => requiredCells(scheme, place)).filter((cells) => cells !== null)
  return { rows: [...required.map(requiredRow), ...rows], lineChecks, listed, required }
}

/**
 * The unit-level checks for a unit: those of its tables, and those without a table, whose condition the unit meets.
 */
export function appliedChecks(scheme: Scheme, unit: Unit, tables: readonly Table[]): Check[] {
  const filed = new Set(tables.map((table) => table.code))
  return scheme.checks.filter(
    (check) =>
      check.scope === 'unit' &&
      (check.table === null || filed.has(check.table)) &&
      (check.where === null || conditionHolds(check.where, (attribute) => unitAttribute(unit, attribute))),
  )
}

function lineCheck(check: Check, instance: CheckInstance, place: TablePlace, column: number): LineCheck {
  const own = instance.bound.listCells.find(({ table }) => table === place.table.code)
  const index = place.table.leafColumns.findIndex((leaf) => leaf.code === own?.column)
  const count = place.lastRow - place.firstRow + 1
  const keys = Array.from(
    { length: count },
    (_, line) => `${check.id}@${own === undefined ? instance.at : `${place.table.code}.${line + 1}.${own.column}`}`,
  )
  return {
    check,
    instance,
    place,
    markColumn: column,
    whyColumn: check.level === 'query' ? column + 1 : null,
    atColumn: index < 0 ? null : place.firstColumn + index,
    keys,
  }
}

function rowOf(check: Check, instance: CheckInstance, at: CellRef, placement: Placement): CheckRow {
  return {
    key: `${check.id}@${at}`,
    id: check.id,
    level: check.level,
    table: check.table ?? parseCellRef(at)?.table ?? '',
    place: placeTitle(placement, at),
    text: checkText(check),
    at: placement.spotOf(at),
    rule: { kind: 'instance', instance },
  }
}

function requiredRow(required: RequiredCells): CheckRow {
  const { key, id, place, text } = required
  return { key, id, level: 'error', table: place.table.code, place: '必填格', text, at: null, rule: { kind: 'required', required } }
}

/** The rule as written by its author, and its message. */
function checkText(check: Check): string {
  return check.message === '' ? check.source : `${check.source}：${check.message}`
}

/** The place of a cell for a person: `02·1 受益学生·春学期`. */
function placeTitle(placement: Placement, at: CellRef): string {
  const parts = parseCellRef(at)
  const table = placement.places.find((place) => place.table.code === parts?.table)?.table
  if (parts === null || table === undefined || table.kind === 'list') return at
  const titleIn = (leaves: readonly Leaf[], code: string): string => leaves.find((leaf) => leaf.code === code)?.path.join(' ') ?? code
  return `${parts.row}·${parts.column} ${titleIn(table.leafRows, parts.row)}·${titleIn(table.leafColumns, parts.column)}`
}
