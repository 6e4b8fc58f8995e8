import type { Decimal, TenThousandths } from '../decimal/decimal.ts'
import type { CellSource, Value } from '../formula/bound/cell-source.ts'
import { evaluate } from '../formula/run/evaluate.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { cellRef, type CellRef, type TableCode } from '../words.ts'
import { isNotApplicable, filledLines, type Fact, type Facts } from './facts.ts'

/** The values for formulas besides a filing's own cells. */
export type FilingContext = {
  /** Attributes of the filing unit; of a group, the group's own. */
  unit(attribute: string): string | null
  /** Parameters in force in the period. */
  parameters: ReadonlyMap<string, TenThousandths>
  /** The same unit's (or group's) facts of the period before; null without them. */
  prior: { facts: Facts; parameters: ReadonlyMap<string, TenThousandths> } | null
}

export type ComputedCells = ReadonlyMap<CellRef, Value>

/** A filing's cells as a source for formulas; `computed` holds the computed cells for pages and workbooks. */
export type FilingSource = CellSource & {
  readonly computed: ComputedCells
  lines(table: TableCode): number
  filled(table: TableCode, line: number): boolean
}

/**
 * Computes every computed cell of the scheme from a filing's facts, in dependency order. Returns the source of cells for
 * checks, indicators and scores, of one unit or of a group's totals (docs/design/numbers.md: Levels).
 */
export function filingSource(scheme: Scheme, facts: Facts, context: FilingContext, units?: readonly CellSource[]): FilingSource {
  const computed = new Map<CellRef, Value>()
  const lists = new Map<TableCode, { length: number; filled: ReadonlySet<number> }>()
  const listOf = (table: TableCode): { length: number; filled: ReadonlySet<number> } => {
    const known = lists.get(table)
    if (known !== undefined) return known
    const filled = filledLines(facts, table)
    const list = { filled, length: [...filled].reduce((most, line) => Math.max(most, line), 0) }
    lists.set(table, list)
    return list
  }
  const lines = (table: TableCode): number => listOf(table).length
  const cell = (key: CellRef): Decimal | string | null => {
    const fact = facts.get(key)
    if (fact !== undefined) return valueOf(fact)
    const value = computed.get(key)
    return value === undefined || typeof value === 'boolean' ? null : value
  }
  const source: FilingSource = {
    cell,
    computed,
    lines,
    filled: (table, line) => listOf(table).filled.has(line),
    listColumn: (table, column) => {
      const length = lines(table)
      return Array.from({ length }, (_, index) => cell(cellRef(table, index + 1, column)))
    },
    parameter: (name) => context.parameters.get(name) ?? null,
    unit: context.unit,
    ...(context.prior === null ? {} : { prior: priorSource(scheme, context.prior, context) }),
    ...(units === undefined ? {} : { units }),
  }
  for (const ref of scheme.computedOrder) {
    const cell = scheme.cells.get(ref)
    if (cell === undefined) computeColumn(scheme, ref, source, computed)
    // A computed cell with `aggregate: sum` is already a fact of the level.
    else if (cell.formula !== null && !facts.has(ref)) computed.set(ref, evaluate(cell.formula, source))
  }
  return source
}

/** Returns the source for one line of a list table; `[.列]` is the line's cell. */
export function lineSource(source: CellSource, table: TableCode, line: number): CellSource {
  return { ...source, listCell: (of, column) => (of === table ? source.cell(cellRef(table, line, column)) : null) }
}

/** Computes one column of a list table, line by line; `ref` is spelled `TABLE.COLUMN` (dependencies.ts). */
function computeColumn(scheme: Scheme, ref: CellRef, source: FilingSource, computed: Map<CellRef, Value>): void {
  const [code = '', column = ''] = ref.split('.')
  const table = scheme.tables.find((one) => one.code === code)
  const formula = table?.kind === 'list' ? table.cells.get(column)?.formula : null
  if (formula === null || formula === undefined) return
  for (let line = 1; line <= source.lines(code); line += 1)
    if (source.filled(code, line)) computed.set(cellRef(code, line, column), evaluate(formula, lineSource(source, code, line)))
}

/** Returns the cells of the period before; `was` is the earlier address of a moved cell (docs/design/scheme.md: Codes). */
function priorSource(scheme: Scheme, prior: NonNullable<FilingContext['prior']>, context: FilingContext): CellSource {
  const source = filingSource(scheme, prior.facts, { unit: context.unit, parameters: prior.parameters, prior: null })
  return { ...source, cell: (key) => source.cell(scheme.cells.get(key)?.was ?? key) }
}

function valueOf(fact: Fact): Decimal | string | null {
  return isNotApplicable(fact) ? null : fact
}
