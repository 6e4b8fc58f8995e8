import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { CSSProperties, ClipboardEvent, KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { cellTypes } from '../../shared/cell-types/cell-types.ts'
import type { CellRef } from '../../shared/words.ts'
import { CellEditor } from './cell-editor.tsx'
import type { CellView } from './cell-state.ts'
import { planClear, planPaste, readBlock, writeBlock, type Change } from './clipboard.ts'
import { columnWidths, fitsTo, hasText } from './column-widths.ts'
import { boxOf, positionOfElement, reveal, type Box } from './geometry.ts'
import { GridHead, stubLeft } from './grid-head.tsx'
import { firstEntry, commandOf, editCommandOf, move, type Move } from './keyboard.ts'
import { isEntry, type GridModel, type Position } from './grid-model.ts'
import { GridRowOfForm } from './grid-row.tsx'
import { rectangleOf, samePosition, single, sizeOf, type Selection } from './selection.ts'
import { keptText, useEditing } from './use-editing.ts'
import './grid.css'

export type GridProps = {
  model: GridModel
  views: readonly (readonly CellView[])[]
  /** Nothing can be entered: signed off, or another's filing. */
  readOnly: boolean
  /** What editing starts from and what is copied: the content as one would type it. */
  textOf: (ref: CellRef) => string
  /** What the field is called for those who do not see it. */
  labelOf: (ref: CellRef) => string
  describedBy: string
  onEnter: (changes: Change[]) => void
  onPasted: (pasted: { changes: readonly Change[]; skipped: number; outside: number }) => void
  onSelect: (selection: Selection) => void
  onAct: (act: 'undo' | 'redo' | 'help') => void
  onLine: (act: 'insert' | 'remove', row: number) => void
  /** The cell to go to; a new object each time. */
  target: { ref: CellRef } | null
  /** What stands below the form and scrolls with it: the notes. */
  children?: ReactNode
}

/** The entry grid: the form as it prints, one field that follows the focus, the keyboard of a spreadsheet. */
export function Grid(props: GridProps) {
  const { model, views, readOnly, textOf, onEnter, onSelect, target } = props
  const [selection, setSelection] = useState<Selection>(() => single(firstEntry(model)))
  const { editing, begin, type, light, end } = useEditing()
  const [active, setActive] = useState(false)
  const [available, setAvailable] = useState(0)
  const [boxes, setBoxes] = useState<{ focus: Box; area: Box } | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const columns = model.columns.length
  // Only columns of text make use of the room there is, and a form just too wide: others are not laid out a second time.
  const texts = useMemo(() => hasText(model), [model])
  const natural = useMemo(() => columnWidths(model, 0), [model])
  const room = texts || fitsTo(natural, available) ? available : 0
  const widths = useMemo(() => columnWidths(model, room), [model, room])
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

  useLayoutEffect(() => {
    const place = frame.current
    if (place === null) return
    const measure = () => setAvailable(place.clientWidth - 2)
    const observer = new ResizeObserver(measure)
    observer.observe(place)
    measure()
    return () => observer.disconnect()
  }, [])

  // The boxes over the sheet follow the selection and whatever changes the rows' heights.
  useLayoutEffect(() => {
    if (table.current === null) return
    const focus = boxOf(table.current, rectangleOf(single(selection.focus)), columns)
    const area = boxOf(table.current, rectangleOf(selection), columns)
    setBoxes(focus === null || area === null ? null : { focus, area })
  }, [selection, columns, widths, views])

  useLayoutEffect(() => {
    if (frame.current === null || table.current === null) return
    const box = boxOf(table.current, rectangleOf(single(selection.focus)), columns)
    const frozen = stubLeft(widths, widths.stubs.length + 1)
    if (box !== null) reveal(frame.current, table.current, box, frozen)
  }, [selection.focus, columns, widths])

  // The field is drawn only once the cells have been measured, which is after the first effects: the wish waits for it.
  const wanted = useRef(false)
  const takeKeyboard = useCallback(() => {
    wanted.current = field.current === null
    field.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (wanted.current) takeKeyboard()
  }, [boxes, takeKeyboard])

  // Only a new target leads anywhere; the model may change while typing.
  const goToTarget = useEffectEvent(() => {
    const at = target === null ? null : model.positionOf(target.ref)
    if (at === null) return
    select(single(at))
    takeKeyboard()
  })
  useEffect(() => goToTarget(), [target])

  // What is being typed when the page closes is kept as if Enter had been pressed; the page then says that it is unsaved.
  const keepBeforeLeaving = useEffectEvent(() => {
    if (editing !== null) keep(keptText(editing, choices))
  })
  useEffect(() => {
    const leave = () => keepBeforeLeaving()
    window.addEventListener('beforeunload', leave, { capture: true })
    return () => window.removeEventListener('beforeunload', leave, { capture: true })
  }, [])

  // A person who walks the tabs by keyboard keeps the keyboard there; after a click it is in the form at once.
  useEffect(() => {
    if (document.activeElement?.matches(':focus-visible') !== true) takeKeyboard()
  }, [takeKeyboard])

  const go = (by: Move, extend: boolean): boolean => {
    const filled = (at: Position) => textOf(model.refAt(at)) !== ''
    const to = move(model, selection.focus, by, filled)
    if (samePosition(to, selection.focus)) return false
    select(extend ? { anchor: selection.anchor, focus: to } : single(to))
    return true
  }
  const edit = () => {
    if (entry) begin('edit', textOf(ref), choices)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    const key = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey }
    if (editing !== null) {
      const command = editCommandOf(key, editing.mode, written)
      if (command === null) return
      event.preventDefault()
      if (command.act === 'revert') end()
      else if (command.act === 'new-line') insertNewLine(event.currentTarget, (text) => type(text, choices))
      else if (command.act === 'commit') {
        keep(keptText(editing, choices))
        if (command.then !== null) go(command.then, false)
      } else light(command.act === 'choice-down' ? 1 : -1, choices)
      return
    }
    const command = commandOf(key)
    if (command === null) return
    if (command.act === 'not-applicable' && written === 'lines') return
    // At the last entry Tab leaves the form, so that nobody is caught in it.
    if (command.act === 'move' && key.key === 'Tab') {
      if (go(command.by, false)) event.preventDefault()
      return
    }
    event.preventDefault()
    switch (command.act) {
      case 'move':
        go(command.by, command.extend)
        break
      case 'edit':
      case 'choices':
        edit()
        break
      case 'clear':
        if (!readOnly) onEnter(planClear(model, selection).filter((change) => textOf(change.cell) !== ''))
        break
      case 'not-applicable':
        if (entry) keep('/')
        break
      case 'all':
        select({ anchor: { row: 0, column: 0 }, focus: { row: model.rows.length - 1, column: columns - 1 } })
        break
      case 'escape':
        select(single(selection.focus))
        break
      case 'insert-line':
        if (!readOnly) props.onLine('insert', selection.focus.row)
        break
      case 'remove-line':
        if (!readOnly) props.onLine('remove', selection.focus.row)
        break
      case 'undo':
      case 'redo':
      case 'help':
        props.onAct(command.act)
        break
    }
  }

  const copy = (event: ClipboardEvent): boolean => {
    if (editing !== null) return false
    const { top, left, bottom, right } = rectangleOf(selection)
    const block = model.rows.slice(top, bottom + 1).map((_, down) => {
      return model.columns.slice(left, right + 1).map((__, across) => textOf(model.refAt({ row: top + down, column: left + across })))
    })
    event.clipboardData.setData('text/plain', writeBlock(block))
    event.preventDefault()
    return true
  }
  const paste = (event: ClipboardEvent) => {
    if (editing !== null) return
    event.preventDefault()
    if (readOnly) return
    const planned = planPaste(model, selection, readBlock(event.clipboardData.getData('text/plain')))
    onEnter(planned.changes)
    if (planned.covers.focus.row < model.rows.length) select(planned.covers)
    props.onPasted(planned)
  }

  const onMouseDown = (event: MouseEvent) => {
    const at = positionOfElement(event.target, columns)
    if (at === null || event.button !== 0) return
    event.preventDefault()
    if (editing !== null) keep(keptText(editing, choices))
    select(event.shiftKey ? { anchor: selection.anchor, focus: at } : single(at))
    field.current?.focus({ preventScroll: true })
  }
  const onMouseMove = (event: MouseEvent) => {
    const at = event.buttons === 1 && editing === null ? positionOfElement(event.target, columns) : null
    if (at !== null && !samePosition(at, selection.focus)) select({ anchor: selection.anchor, focus: at })
  }

  return (
    <div className="grid" ref={frame}>
      <div className="grid-sheet" onMouseDown={onMouseDown} onMouseMove={onMouseMove} onDoubleClick={edit}>
        <table className="form" ref={table} style={{ width: widths.total }}>
          <GridHead model={model} widths={widths} />
          <tbody>
            {model.rows.map((row, index) => (
              <GridRowOfForm key={row.code} model={model} row={index} views={views[index] ?? NO_VIEWS} widths={widths} />
            ))}
          </tbody>
        </table>
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
            onKeyDown={onKeyDown}
            onType={(text) => type(text, choices)}
            onChoose={keep}
            onFocus={() => setActive(true)}
            onBlur={() => {
              setActive(false)
              if (editing !== null) keep(keptText(editing, choices))
            }}
            onCopy={copy}
            onCut={(event) => {
              if (copy(event) && !readOnly) onEnter(planClear(model, selection))
            }}
            onPaste={paste}
          />
        )}
      </div>
      {props.children}
    </div>
  )
}

const NO_CHOICES: readonly string[] = []
const NO_VIEWS: readonly CellView[] = []

function styleOf({ left, top, width, height }: Box): CSSProperties {
  return { left, top, width, height }
}

function insertNewLine(field: HTMLTextAreaElement, type: (text: string) => void): void {
  field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end')
  type(field.value)
}
