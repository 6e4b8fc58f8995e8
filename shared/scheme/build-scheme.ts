import type { Parameter } from '../period/period.ts'
import { fail } from '../problem.ts'
import type { CellRef } from '../words.ts'
import { bindCondition, bindFormula, nearestName, type Path } from './bind-formula.ts'
import { buildChecks } from './build-checks.ts'
import { buildEvaluation } from './build-evaluation.ts'
import { buildIndicators } from './build-indicators.ts'
import { buildTable, type DraftTable } from './build-tables.ts'
import { computeOrder } from './dependencies.ts'
import type { Names, Standpoint } from './names.ts'
import type { NoteFault } from './note-fault.ts'
import type { RawScheme } from './schema.ts'
import { schemeNumber } from './scheme-number.ts'
import type { Cell, Scheme, Table, UnitCondition } from './scheme.ts'

/** Resolves and types a scheme file of the right shape; every fault goes to `report`. */
export function buildScheme(raw: RawScheme, report: NoteFault): Scheme {
  const parameters = buildParameters(raw, report)
  const drafts = buildTables(raw, report)
  const tables = new Map<string, Table>(drafts.map((draft) => [draft.table.code, draft.table]))
  const cells = new Map<CellRef, Cell>()
  for (const draft of drafts) if (draft.table.kind === 'grid') for (const { cell } of draft.cells) cells.set(cell.ref, cell)
  const names: Names = { tables, cells, parameters: [...parameters.keys()] }
  bindCells(drafts, names, report)
  const all = drafts.flatMap((draft) => draft.cells.map(({ cell }) => cell))
  const order = computeOrder(all)
  if (!order.ok) {
    const first = drafts.flatMap((draft) => draft.cells).find(({ cell }) => cell.ref === order.cycle[0])
    report(first?.path ?? [], order.cycle[0] ?? '', { code: 'cycle', cells: order.cycle })
  }
  return {
    id: raw.scheme,
    version: raw.version,
    title: raw.title,
    issuer: raw.issuer,
    approvedBy: raw['approved-by'] ?? '',
    approvalNumber: raw['approval-number'] ?? '',
    validUntil: raw['valid-until'] ?? null,
    period: raw.period,
    deadlines: { units: raw.deadlines?.units ?? null, county: raw.deadlines?.county ?? null },
    parameters,
    tables: drafts.map((draft) => draft.table),
    cells,
    computedOrder: order.ok ? order.order : [],
    checks: buildChecks(raw.checks ?? [], names, report),
    indicators: buildIndicators(raw.indicators ?? [], names, report),
    evaluation: raw.evaluation === undefined ? null : buildEvaluation(raw.evaluation, names, report),
    report: raw.report ?? null,
  }
}

function buildParameters(raw: RawScheme, report: NoteFault): Map<string, Parameter> {
  const parameters = new Map<string, Parameter>()
  for (const [name, said] of Object.entries(raw.parameters ?? {})) {
    const values = Object.entries(said.values).map(([from, value]) => {
      const number = schemeNumber(value)
      if (number === null) report(['parameters', name, 'values', from], name, { code: 'number-malformed', found: String(value) })
      return { from, value: number ?? 0 }
    })
    values.sort((a, b) => (a.from < b.from ? -1 : 1))
    parameters.set(name, { name, unit: said.unit, source: said.source, values })
  }
  return parameters
}

function buildTables(raw: RawScheme, report: NoteFault): DraftTable[] {
  const seen = new Set<string>()
  return raw.tables.flatMap((table, index) => {
    const path: Path = ['tables', index]
    if (seen.has(table.code)) report(path, table.code, { code: 'duplicate-code', what: 'table', name: table.code })
    seen.add(table.code)
    const source = filedBySource(table['filed-by'], raw.units, [...path, 'filed-by'], table.code, report)
    // A table with a faulty `filed-by` is still built, so that references to the table are not reported as faults.
    const filedBy = bindCondition(source ?? 'FALSE', [...path, 'filed-by'], table.code, report)
    return [buildTable(table, filedBy ?? nobody(), path, report)]
  })
}

function nobody(): UnitCondition {
  return bindCondition('FALSE', [], '', () => {}) ?? fail('scheme-invalid', { file: '', count: 0, first: null })
}

/** Returns the condition for 「school where kind = 小学」, a name of `units` narrowed by a condition; several are joined with OR. */
function filedBySource(said: string | string[], units: Record<string, string>, path: Path, id: string, report: NoteFault): string | null {
  const sources = [said].flat().map((one) => {
    const [name = '', ...rest] = one.split(/\s+where\s+/)
    const unit = units[name.trim()]
    if (unit === undefined) {
      report(path, id, { code: 'unknown-name', what: 'units', name: name.trim(), nearest: nearestName(name.trim(), Object.keys(units)) })
      return null
    }
    return rest.length === 0 ? `(${unit})` : `((${unit}) AND (${rest.join(' where ')}))`
  })
  return sources.includes(null) ? null : sources.join(' OR ')
}

function bindCells(drafts: readonly DraftTable[], names: Names, report: NoteFault): void {
  for (const draft of drafts) {
    for (const { cell, path } of draft.cells) {
      if (cell.source === '') continue
      const here: Standpoint = { table: draft.table, row: cell.row === '' ? null : cell.row, column: cell.column }
      cell.formula = bindFormula(cell.source, names, here, 'one-unit', path, cell.ref, report)
    }
  }
}
