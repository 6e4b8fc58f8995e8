import { useCallback, useRef, useState } from 'react'
import type { CSSProperties, MouseEvent, ReactNode, RefObject } from 'react'
import { cellTypes } from '../../shared/cell-types/cell-types.ts'
import type { CellRef } from '../../shared/words.ts'
import { CellEditor } from './cell-editor.tsx'
import type { CellView } from './cell-state.ts'
import type { GridEntry } from './clipboard.ts'
import type { ColumnWidths } from './column-widths.ts'
import { positionOfElement, type Box } from './geometry.ts'
import { copyCells, cutCells, editCell, pasteCells, pressKey, type GridActs } from './grid-acts.ts'
import { GridHead } from './grid-head.tsx'
import { firstEntry } from './keyboard.ts'
import { isEntry, type GridModel } from './grid-model.ts'
import { GridRowOfForm } from './grid-row.tsx'
import { samePosition, single, sizeOf, type Selection } from './selection.ts'
import { keptText, useEditing } from './use-editing.ts'
import { useGridKeyboard } from './use-grid-keyboard.ts'
import { useColumnWidths, useSelectionBoxes } from './use-grid-layout.ts'
import './grid.css'

export type GridProps = {
  model: GridModel
  views: readonly (readonly CellView[])[]
  /** True when the form takes no entries, because the filing is locked. */
  readOnly: boolean
  /** A cell's content as a person would type it, for editing and copying. */
  textOf: (ref: CellRef) => string
  /** The field's label for screen readers. */
  labelOf: (ref: CellRef) => string
  describedBy: string
  onEnter: (changes: GridEntry[]) => void
  onPasted: (pasted: { changes: readonly GridEntry[]; skipped: number; outside: number }) => void
  onSelect: (selection: Selection) => void
  onAct: (act: 'undo' | 'redo' | 'help') => void
  onLine: (act: 'insert' | 'remove', row: number) => void
  /** The cell to go to; each request is a new object. */
  target: { ref: CellRef } | null
  /** The notes below the form, which scroll with the form. */
  children?: ReactNode
}

/** The entry grid: the printed form, one field over the cell in focus, and a spreadsheet's keyboard. */
export function Grid(props: GridProps) {
  const { model, views, readOnly, textOf, onEnter, onSelect, target } = props
  const [selection, setSelection] = useState<Selection>(() => single(firstEntry(model)))
  const typing = useEditing()
  const { editing, type, end } = typing
  const [active, setActive] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const columns = model.columns.length
  const widths = useColumnWidths(model, views, frame)
  const boxes = useSelectionBoxes({ frameRef: frame, tableRef: table, columns, widths, views }, selection)
  const cell = model.cellAt(selection.focus)
  const ref = model.refAt(selection.focus)
  const entry = !readOnly && isEntry(model, selection.focus)
  const { entry: written, align } = cellTypes[cell?.type ?? 'integer']
  const choices = cell !== null && written === 'choices' && entry ? cell.choices : NO_CHOICES
  const select = useCallback(
    (next: Selection) => {
      setSelection(next)
      onSelect(next)
    },
    [onSelect],
  )
  const keep = (text: string) => {
    end()
    if (text !== textOf(ref)) onEnter([{ cell: ref, text }])
  }
  const keepTyped = () => {
    if (editing !== null) keep(keptText(editing, choices))
  }
  useGridKeyboard(field, { model, boxes, target, select, keepTyped })
  const acts: GridActs = { ...props, ...typing, selection, select, cell, entry, choices, keep }

  const onMouseDown = (event: MouseEvent) => {
    const at = positionOfElement(event.target, columns)
    if (at === null || event.button !== 0) return
    event.preventDefault()
    keepTyped()
    select(event.shiftKey ? { anchor: selection.anchor, focus: at } : single(at))
    field.current?.focus({ preventScroll: true })
  }
  const onMouseMove = (event: MouseEvent) => {
    const at = event.buttons === 1 && editing === null ? positionOfElement(event.target, columns) : null
    if (at !== null && !samePosition(at, selection.focus)) select({ anchor: selection.anchor, focus: at })
  }

  return (
    <div className="grid" ref={frame}>
      <div className="grid-sheet" onMouseDown={onMouseDown} onMouseMove={onMouseMove} onDoubleClick={() => editCell(acts)}>
        <FormTable table={table} model={model} views={views} widths={widths} />
        {boxes !== null && sizeOf(selection) > 1 && <div className="grid-selection" style={styleOf(boxes.area)} />}
        {boxes !== null && (
          <CellEditor
            ref={field}
            box={boxes.focus}
            editing={editing}
            active={active}
            entry={entry}
            align={align}
            choices={choices}
            label={props.labelOf(ref)}
            describedBy={props.describedBy}
            onKeyDown={(event) => pressKey(acts, event)}
            onType={(text) => type(text, choices)}
            onChoose={keep}
            onFocus={() => setActive(true)}
            onBlur={() => {
              setActive(false)
              keepTyped()
            }}
            onCopy={(event) => void copyCells(acts, event)}
            onCut={(event) => cutCells(acts, event)}
            onPaste={(event) => pasteCells(acts, event)}
          />
        )}
      </div>
      {props.children}
    </div>
  )
}

type FormTableProps = Pick<GridProps, 'model' | 'views'> & { table: RefObject<HTMLTableElement | null>; widths: ColumnWidths }

function FormTable({ table, model, views, widths }: FormTableProps) {
  return (
    <table className="form" ref={table} style={{ width: widths.total }}>
      <GridHead model={model} widths={widths} />
      <tbody>
        {model.rows.map((row, index) => (
          <GridRowOfForm key={row.code} model={model} row={index} views={views[index] ?? NO_VIEWS} widths={widths} />
        ))}
      </tbody>
    </table>
  )
}

const NO_CHOICES: readonly string[] = []
const NO_VIEWS: readonly CellView[] = []

function styleOf({ left, top, width, height }: Box): CSSProperties {
  return { left, top, width, height }
}
