import { cellTypes } from '../../shared/cell-types/cell-types.ts'
import { shownBy } from '../../shared/cell-types/figure-type.ts'
import type { Decimal } from '../../shared/decimal/decimal.ts'
import { display } from '../../shared/decimal/display.ts'
import { isNotApplicable, type Fact, type Facts } from '../../shared/filing/facts.ts'
import type { ComputedCells } from '../../shared/filing/compute.ts'
import type { Cell } from '../../shared/scheme/scheme.ts'
import { tableOf, type CellRef } from '../../shared/words.ts'
import { blankCell, sameView, type CellView } from './cell-state.ts'
import type { GridModel } from './grid-model.ts'

export type Mark = 'error' | 'query' | 'explained'

/** The contents of a form's cells. */
export type Contents = {
  facts: Facts
  refused: ReadonlyMap<CellRef, string>
  computed: ComputedCells
  marks: ReadonlyMap<CellRef, Mark>
  /** The value one period before; null when hidden. */
  prior: ((ref: CellRef) => Decimal | string | null) | null
  /** Cells that differ from the last handover. */
  changed: ReadonlyMap<CellRef, Fact | null>
  /** The collecting unit's remarks, by cell. */
  remarks: ReadonlyMap<CellRef, string>
  /** The explanation of a cell's marks, shown under the pointer. */
  hint: (ref: CellRef, cell: Cell) => string
}

/** A cell's value as written on the form: text unchanged, a blank as ''. */
export function shownValue(value: Decimal | string | null, cell: Cell): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  return display(value, shownBy(cell))
}

/** A fact as the form shows it: 不适用 as a stroke, a blank as ''. */
export function shownFact(fact: Fact | null, cell: Cell): string {
  return isNotApplicable(fact) ? '/' : shownValue(fact, cell)
}

/** The cells of a form as drawn, row by row. Unchanged views and rows are those of `before`, so that only changed cells are drawn again. */
export function cellViews(model: GridModel, contents: Contents, before: readonly (readonly CellView[])[]): (readonly CellView[])[] {
  return model.rows.map((_, row) => {
    const old = before[row]
    let same = old !== undefined && old.length === model.columns.length
    const views = model.columns.map((__, column) => {
      const view = viewOf(model, { row, column }, contents)
      const kept = old?.[column]
      if (kept !== undefined && sameView(kept, view)) return kept
      same = false
      return view
    })
    return same && old !== undefined ? old : views
  })
}

/** Returns a function that draws one form repeatedly and reuses the unchanged views of the former drawing. */
export function cellViewsOverTime(): (model: GridModel, contents: Contents) => readonly (readonly CellView[])[] {
  let before: readonly (readonly CellView[])[] = []
  return (model, contents) => (before = cellViews(model, contents, before))
}

function viewOf(model: GridModel, position: { row: number; column: number }, contents: Contents): CellView {
  const cell = model.cellAt(position)
  if (cell === null || cell.state === 'blocked') return { ...blankCell, text: '×', kind: 'blocked', align: 'center' }
  const ref = model.refAt(position)
  const fact = contents.facts.get(ref)
  const refused = contents.refused.get(ref)
  const value = cell.state === 'computed' && fact === undefined ? contents.computed.get(ref) : undefined
  const content = fact !== undefined && !isNotApplicable(fact) ? fact : typeof value === 'boolean' || value === undefined ? null : value
  const notApplicable = refused === undefined && isNotApplicable(fact)
  return {
    text: refused ?? (notApplicable ? '/' : shownValue(content, cell)),
    kind: cell.state,
    notApplicable,
    carried: isCarried(cell),
    mark: contents.marks.get(ref) ?? null,
    refused: refused !== undefined,
    align: notApplicable ? 'center' : cellTypes[cell.type].align,
    changed: contents.changed.has(ref),
    remark: contents.remarks.has(ref),
    hint: contents.hint(ref, cell),
    prior: contents.prior === null ? null : shownValue(contents.prior(ref), cell),
  }
}

/** True when a computed cell takes all its figures from other tables or from the period before. */
function isCarried(cell: Cell): boolean {
  const formula = cell.formula
  if (formula === null || formula.lists.length > 0) return false
  if (formula.cells.length === 0) return formula.priorCells.length > 0
  return formula.cells.every((ref) => tableOf(ref) !== cell.table)
}
