import type { Bound } from '../formula/bound/bound.ts'
import type { FormulaProblem } from '../formula/syntax/problem.ts'
import { bindCondition, nearestName, tryFormula } from './bind-formula.ts'
import type { Names, Standpoint } from './names.ts'
import type { NoteFault } from './note-fault.ts'
import type { RawCheck } from './schema.ts'
import type { Check, CheckInstance, Leaf, Table } from './scheme.ts'

/** Binds every rule at each of its places. */
export function buildChecks(raws: readonly RawCheck[], names: Names, report: NoteFault): Check[] {
  const seen = new Set<string>()
  return raws.map((raw, index) => {
    const path = ['checks', index]
    if (seen.has(raw.id)) report([...path, 'id'], raw.id, { code: 'duplicate-code', what: 'check', name: raw.id })
    seen.add(raw.id)
    const table = raw.for === undefined ? null : (names.tables.get(raw.for) ?? null)
    if (raw.for !== undefined && table === null) {
      report([...path, 'for'], raw.id, {
        code: 'unknown-name',
        what: 'table',
        name: raw.for,
        nearest: nearestName(raw.for, [...names.tables.keys()]),
      })
    }
    const message = raw.because ?? raw.ask ?? ''
    if (message === '') report(path, raw.id, { code: 'message-missing' })
    const where = raw.where === undefined ? null : bindCondition(raw.where, [...path, 'where'], raw.id, report)
    const known = raw.for === undefined || table !== null
    const instances = known ? instancesOf(raw, table, names, [...path, 'rule'], report) : []
    return {
      id: raw.id,
      level: raw.level,
      scope: raw.at ?? 'unit',
      table: table?.code ?? null,
      source: raw.rule,
      message,
      where,
      instances,
    }
  })
}

/**
 * Returns a rule's instances: one for every row or column of its table (`each`), else one; runChecks runs an instance of a list for every
 * line. A place with a blocked cell or without cells is skipped. A wrong rule, or a rule without any place, is reported once.
 */
function instancesOf(raw: RawCheck, table: Table | null, names: Names, path: (string | number)[], report: NoteFault): CheckInstance[] {
  const instances: CheckInstance[] = []
  let first: FormulaProblem[] = []
  for (const place of placesOf(raw, table)) {
    const tried = tryFormula(raw.rule, names, place, (raw.at ?? 'unit') === 'county' ? 'across-units' : 'one-unit')
    if (tried.ok) {
      if (tried.bound.type !== 'boolean') {
        report(path, raw.id, { code: 'not-a-condition' })
        return []
      }
      instances.push({
        at: anchorOf(tried.bound, table, instances),
        bound: tried.bound,
        list: tried.bound.listCells.length > 0 ? (table?.code ?? null) : null,
      })
      continue
    }
    if (!tried.problems.every((problem) => problem.code === 'blocked-cell' || problem.code === 'no-cells')) {
      for (const problem of tried.problems) report(path, raw.id, { code: 'formula', problem }, problem.at.offset)
      return []
    }
    first = first.length === 0 ? tried.problems : first
  }
  if (instances.length === 0) {
    report(path, raw.id, { code: 'no-instance' })
    for (const problem of first) report(path, raw.id, { code: 'formula', problem }, problem.at.offset)
  }
  return instances
}

function placesOf(raw: RawCheck, table: Table | null): Standpoint[] {
  // Subtotals are left out, as in `*`, because a fault in a part would be reported again in its subtotal.
  if (table?.kind === 'grid' && raw.each === 'row') return parts(table.leafRows).map((leaf) => ({ table, row: leaf.code, column: null }))
  if (table?.kind === 'grid' && raw.each === 'column')
    return parts(table.leafColumns).map((leaf) => ({ table, row: null, column: leaf.code }))
  return [{ table, row: null, column: null }]
}

function parts(leaves: readonly Leaf[]): readonly Leaf[] {
  return leaves.filter((leaf) => !leaf.subtotal)
}

/** Returns the cell to open: the first cell in the rule's own table that no other place has, else the first cell of the rule. */
function anchorOf(bound: Bound, table: Table | null, others: readonly CheckInstance[]): string {
  const taken = new Set(others.map((other) => other.at))
  const own = bound.cells.filter((cell) => table !== null && cell.startsWith(`${table.code}.`))
  return own.find((cell) => !taken.has(cell)) ?? own[0] ?? bound.cells[0] ?? bound.unitCells[0] ?? table?.code ?? ''
}
