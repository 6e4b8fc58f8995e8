import type { CellSource } from '../formula/bound/cell-source.ts'
import { evaluate } from '../formula/run/evaluate.ts'
import { unfilled } from '../formula/run/unfilled.ts'
import type { Facts } from '../filing/facts.ts'
import { lineSource, type FilingSource } from '../filing/compute.ts'
import { cellOf } from '../scheme/cells.ts'
import { conditionHolds } from '../scheme/conditions.ts'
import type { Check, CheckInstance, Scheme, Table } from '../scheme/scheme.ts'
import { cellRef, tableOf, type CellRef, type TableCode } from '../words.ts'
import { fingerprint } from './explanations.ts'

/** A rule that fails at one place, or a required cell left blank (`rule` null). */
export type Failure = {
  check: string
  level: 'error' | 'query'
  scope: 'unit' | 'county'
  /** The key of the failure's explanation, `CHECK@CELL`, with the cell of the rule's place. */
  key: string
  /** The cell to open: a blank cell to fill in, or the cell of the rule's place. */
  at: CellRef
  cells: readonly CellRef[]
  /** The checked values as text, compared with the values of an explanation. */
  value: string
  rule: { check: Check; instance: CheckInstance; line: number | null } | null
}

export const REQUIRED_CHECK = '必填'

/**
 * Runs the scheme's checks on one filing (`scope` unit) or a group's totals (`scope` county).
 *
 * | rule gives          | outcome                                                       |
 * |---------------------|---------------------------------------------------------------|
 * | TRUE                | holds                                                         |
 * | blank, or all blank | not applicable, holds (docs/design/checks.md: Not applicable) |
 * | FALSE               | failure: error (must hold) or query (explain)                 |
 *
 * `tables` are the unit's filed tables; a check of another table does not apply to the unit.
 */
export function runChecks(
  scheme: Scheme,
  scope: 'unit' | 'county',
  source: FilingSource,
  facts: Facts,
  tables: readonly Table[],
): Failure[] {
  const filed = new Set(tables.map((table) => table.code))
  const failures: Failure[] = scope === 'unit' ? missingRequired(scheme, filed, source, facts) : []
  for (const check of scheme.checks) {
    if (check.scope !== scope) continue
    if (scope === 'unit' && check.table !== null && !filed.has(check.table)) continue
    if (check.where !== null && !conditionHolds(check.where, source.unit)) continue
    for (const instance of check.instances) {
      if (instance.list === null) {
        if (evaluate(instance.bound, source) === false) failures.push(failureOf(scheme, filed, check, instance, null, source))
      } else {
        failures.push(...failingLines(scheme, filed, check, instance, instance.list, source))
      }
    }
  }
  return failures
}

function failingLines(
  scheme: Scheme,
  filed: ReadonlySet<TableCode>,
  check: Check,
  instance: CheckInstance,
  list: TableCode,
  source: FilingSource,
): Failure[] {
  const failures: Failure[] = []
  for (let line = 1; line <= source.lines(list); line += 1) {
    if (source.filled(list, line) && evaluate(instance.bound, lineSource(source, list, line)) === false)
      failures.push(failureOf(scheme, filed, check, instance, line, lineSource(source, list, line)))
  }
  return failures
}

function failureOf(
  scheme: Scheme,
  filed: ReadonlySet<TableCode>,
  check: Check,
  instance: CheckInstance,
  line: number | null,
  source: CellSource,
): Failure {
  const own = line === null ? [] : instance.bound.listCells.map((cell) => cellRef(cell.table, line, cell.column))
  const cells = [...own, ...instance.bound.cells]
  const anchor = line === null ? instance.at : (own[0] ?? instance.at)
  const at = check.scope === 'unit' ? toFillIn(scheme, filed, anchor, instance, line, source) : anchor
  return {
    check: check.id,
    level: check.level,
    scope: check.scope,
    key: `${check.id}@${anchor}`,
    at,
    cells,
    value: fingerprint(cells, source),
    rule: { check, instance, line },
  }
}

/**
 * Returns the blank input cell to fill in for a failing rule: a cell required by the rule, in any filed table, or a compared cell of the
 * rule's own table. Returns `anchor` without such a cell.
 */
function toFillIn(
  scheme: Scheme,
  filed: ReadonlySet<TableCode>,
  anchor: CellRef,
  { bound }: CheckInstance,
  line: number | null,
  source: CellSource,
): CellRef {
  for (const blank of unfilled(bound.root, source)) {
    const ref = blank.kind === 'cell' ? blank.key : cellRef(blank.table, line ?? 1, blank.column)
    const enterable = cellOf(scheme, ref)?.state === 'input' && filed.has(tableOf(ref))
    if (enterable && (blank.asked || tableOf(ref) === tableOf(anchor))) return ref
  }
  return anchor
}

/** Returns a failure for each required cell left blank; 不适用 counts as filled. Only the filled lines of a list are checked. */
function missingRequired(scheme: Scheme, filed: ReadonlySet<TableCode>, source: FilingSource, facts: Facts): Failure[] {
  const asked: CellRef[] = []
  for (const cell of scheme.cells.values()) if (cell.required && cell.state === 'input' && filed.has(cell.table)) asked.push(cell.ref)
  for (const table of scheme.tables) {
    if (table.kind !== 'list' || !filed.has(table.code)) continue
    const required = [...table.cells.values()].filter((cell) => cell.required)
    for (let line = 1; line <= source.lines(table.code); line += 1) {
      if (source.filled(table.code, line)) for (const cell of required) asked.push(cellRef(table.code, line, cell.column))
    }
  }
  return asked
    .filter((at) => !facts.has(at))
    .map((at) => ({
      check: REQUIRED_CHECK,
      level: 'error',
      scope: 'unit',
      key: `${REQUIRED_CHECK}@${at}`,
      at,
      cells: [at],
      value: '',
      rule: null,
    }))
}
