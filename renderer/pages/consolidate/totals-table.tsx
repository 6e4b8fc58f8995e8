import { Button } from 'antd'
import { memo, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { Finding } from '../../../shared/check/findings.ts'
import type { Scheme, Table } from '../../../shared/scheme/scheme.ts'
import type { CellRef } from '../../../shared/words.ts'
import type { ColumnWidths } from '../../grid/column-widths.ts'
import { FormFacts } from '../../filing/form-facts.tsx'
import { GridHead } from '../../grid/grid-head.tsx'
import { RowHead } from '../../grid/row-head.tsx'
import { gridModel, type GridModel, type GridRow, type Position } from '../../grid/grid-model.ts'
import { useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { useBox } from '../../ui/use-box.ts'
import { linesIn, shownTotals, totalsWidths, type ShownTotal, type TableTotals } from './totals-model.ts'
import '../../grid/grid.css'

/** The number of lines shown at first, because a list table of a whole county is long. */
const LINES = 100

type TotalsTableProps = {
  /** The scheme with money in the shown unit. */
  scheme: Scheme
  table: Table
  totals: TableTotals
  /** The lines about figures adjusted so that the parts add up. */
  rounding: readonly string[]
  failing: readonly Finding[]
  /** The cell whose lineage is shown. */
  cell: CellRef | null
  onCell: (cell: CellRef | null) => void
}

/** A table as printed, filled with totals; every figure is a button. Arrow keys go from figure to figure. */
export function TotalsTable({ scheme, table, totals, rounding, failing, cell, onCell }: TotalsTableProps) {
  const t = useText('consolidate')
  const frame = useRef<HTMLDivElement>(null)
  const [boxRef, box] = useBox<HTMLDivElement>()
  const [shownLines, setShownLines] = useState(LINES)
  const lines = useMemo(() => linesIn(table, totals), [table, totals])
  const model = useMemo(() => gridModel(scheme, table, lines), [scheme, table, lines])
  const [focus, setFocus] = useFocusFollowing(cell, model)
  const count = table.kind === 'grid' ? model.rows.length : Math.min(lines, shownLines)
  const rows = useMemo(() => Array.from({ length: count }, (_, row) => shownTotals(model, row, totals)), [model, count, totals])
  const widths = useMemo(() => totalsWidths(model, rows, box.width), [model, rows, box.width])
  const marks = useMemo(
    () => new Map(failing.flatMap((finding) => [finding.cell, ...finding.cells].map((ref) => [ref, finding.level] as const))),
    [failing],
  )

  const go = (to: Position) => {
    setFocus(to)
    const ref = model.refAt(to)
    frame.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(ref)}"]`)?.focus()
    if (cell !== null && rows[to.row]?.[to.column]?.blocked === false) onCell(ref)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && cell !== null) return onCell(null)
    const to = stepTo(event, focus, { rows: count, columns: model.columns.length })
    if (to === null) return
    event.preventDefault()
    go(to)
  }
  const onClick = (event: MouseEvent) => {
    const ref = (event.target as Element).closest<HTMLElement>('button[data-cell]')?.dataset['cell']
    const at = ref === undefined ? null : model.positionOf(ref)
    if (ref === undefined || at === null) return
    setFocus(at)
    onCell(ref === cell ? null : ref)
  }
  return (
    <section className="totals" ref={boxRef}>
      <div className="row totals-title">
        <h2>{table.title}</h2>
        <FormFacts table={table} />
        <span className="grow" />
        {cell === null && <span className="secondary small">{t.keys}</span>}
      </div>
      {table.kind === 'list' && lines === 0 ? (
        <p className="secondary">{t.noLines}</p>
      ) : (
        <div className="grid totals-grid" ref={frame} onKeyDown={onKeyDown} onClick={onClick}>
          <table className="form" style={{ width: widths.total }}>
            <GridHead model={model} widths={widths} />
            <tbody>
              {rows.map((cells, index) => {
                const row = model.rows[index]
                return row === undefined ? null : (
                  <TotalsRow
                    key={row.code}
                    row={row}
                    cells={cells}
                    widths={widths}
                    marks={marks}
                    focus={focus.row === index ? focus.column : null}
                    selected={cells.some(({ ref }) => ref === cell) ? cell : null}
                  />
                )
              })}
            </tbody>
          </table>
          <NotesUnder notes={table.notes} rounding={rounding} />
        </div>
      )}
      {table.kind === 'list' && lines > count && (
        <div className="row">
          <span className="secondary">{t.lines(countText(count), countText(lines))}</span>
          <Button size="small" onClick={() => setShownLines(shownLines + LINES * 5)}>
            {t.moreLines}
          </Button>
        </div>
      )}
    </section>
  )
}

/** The keyboard's position among the figures; a new chosen cell or a new form moves it to the chosen cell. */
function useFocusFollowing(cell: CellRef | null, model: GridModel): [Position, (to: Position) => void] {
  const [focus, setFocus] = useState<Position>({ row: 0, column: 0 })
  const [followed, setFollowed] = useState<{ cell: CellRef | null; model: GridModel }>()
  if (followed?.cell !== cell || followed.model !== model) {
    setFollowed({ cell, model })
    const at = cell === null ? null : model.positionOf(cell)
    if (at !== null) setFocus(at)
  }
  return [focus, setFocus]
}

function NotesUnder({ notes, rounding }: { notes: readonly string[]; rounding: readonly string[] }) {
  const t = useText('consolidate')
  return (
    <>
      {notes.length > 0 && (
        <p className="totals-notes">
          {t.notes}
          {notes.join(' ')}
        </p>
      )}
      {rounding.map((line) => (
        <p key={line} className="totals-notes">
          {t.balanced}
          {line}
        </p>
      ))}
    </>
  )
}

type TotalsRowProps = {
  row: GridRow
  cells: readonly ShownTotal[]
  widths: ColumnWidths
  marks: ReadonlyMap<CellRef, 'error' | 'query'>
  focus: number | null
  selected: CellRef | null
}

const TotalsRow = memo(function TotalsRow({ row, cells, widths, marks, focus, selected }: TotalsRowProps) {
  const t = useText('consolidate')
  return (
    <tr>
      <RowHead row={row} widths={widths} />
      {cells.map(({ ref, text, align, blocked, computed, notSummed }, column) => {
        if (blocked)
          return (
            <td key={column} className="cell cell-blocked cell-center">
              ×
            </td>
          )
        const mark = marks.get(ref)
        const names = [
          'cell',
          'total',
          `cell-${align}`,
          ...(computed ? ['cell-computed'] : []),
          ...(mark === undefined ? [] : [`cell-${mark}`]),
          ...(ref === selected ? ['total-selected'] : []),
        ]
        return (
          <td key={column} className={names.join(' ')}>
            <button type="button" data-cell={ref} tabIndex={focus === column ? 0 : -1} aria-pressed={ref === selected}>
              {notSummed === null ? (
                text
              ) : (
                <span className="not-summed" title={t.notSummedWhy(notSummed)}>
                  {t.notSummed}
                </span>
              )}
            </button>
            {mark !== undefined && <span className="cell-sign">{mark === 'error' ? '✗' : '?'}</span>}
          </td>
        )
      })}
    </tr>
  )
})

/** The position after a key: a neighbour, ten rows on or back, or an end of the row or table; null for other keys. */
function stepTo(event: KeyboardEvent, { row, column }: Position, size: { rows: number; columns: number }): Position | null {
  const to = (nextRow: number, nextColumn: number): Position => ({
    row: Math.max(0, Math.min(size.rows - 1, nextRow)),
    column: Math.max(0, Math.min(size.columns - 1, nextColumn)),
  })
  switch (event.key) {
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowDown':
      return to(row + 1, column)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'Home':
      return to(event.ctrlKey ? 0 : row, 0)
    case 'End':
      return to(event.ctrlKey ? size.rows - 1 : row, size.columns - 1)
    case 'PageUp':
      return to(row - 10, column)
    case 'PageDown':
      return to(row + 10, column)
    default:
      return null
  }
}
