import type { ClipboardEvent, KeyboardEvent } from 'react'
import { cellTypes } from '../../shared/cell-types/cell-types.ts'
import type { CellRef } from '../../shared/words.ts'
import type { Cell } from '../../shared/scheme/scheme.ts'
import { planClear, planPaste, readBlock, writeBlock, type GridEntry } from './clipboard.ts'
import { commandOf, editCommandOf, move, type Key, type Move } from './keyboard.ts'
import type { GridModel, Position } from './grid-model.ts'
import { rectangleOf, samePosition, single, type Selection } from './selection.ts'
import { keptText, type Editing, type EditingState } from './use-editing.ts'

/** The form, its selection and its actions, for keys and the clipboard. */
export type GridActs = EditingState & {
  model: GridModel
  readOnly: boolean
  textOf: (ref: CellRef) => string
  onEnter: (changes: GridEntry[]) => void
  onPasted: (pasted: { changes: readonly GridEntry[]; skipped: number; outside: number }) => void
  onAct: (act: 'undo' | 'redo' | 'help') => void
  onLine: (act: 'insert' | 'remove', row: number) => void
  selection: Selection
  select: (next: Selection) => void
  /** The cell in focus; null when the form has none. */
  cell: Cell | null
  /** True when the cell in focus takes an entry. */
  entry: boolean
  choices: readonly string[]
  /** Ends editing and enters the text when the text differs from the cell's content. */
  keep: (text: string) => void
}

/** Begins to edit the cell in focus with its content, when the cell takes an entry. */
export function editCell({ entry, begin, textOf, model, selection, choices }: GridActs): void {
  if (entry) begin('edit', textOf(model.refAt(selection.focus)), choices)
}

/** Handles a key in the field: a grid command, an editing command, or text. */
export function pressKey(acts: GridActs, event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.nativeEvent.isComposing) return
  const key = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey }
  if (acts.editing !== null) pressWhileEditing(acts, acts.editing, key, event)
  else pressInGrid(acts, key, event)
}

function pressWhileEditing(acts: GridActs, editing: Editing, key: Key, event: KeyboardEvent<HTMLTextAreaElement>): void {
  const { cell, choices, keep, end, type, light } = acts
  const command = editCommandOf(key, editing.mode, cellTypes[cell?.type ?? 'integer'].entry)
  if (command === null) return
  event.preventDefault()
  if (command.act === 'revert') end()
  else if (command.act === 'new-line') insertNewLine(event.currentTarget, (text) => type(text, choices))
  else if (command.act === 'commit') {
    keep(keptText(editing, choices))
    if (command.then !== null) goTo(acts, command.then, 'single')
  } else light(command.act === 'choice-down' ? 1 : -1, choices)
}

function pressInGrid(acts: GridActs, key: Key, event: KeyboardEvent): void {
  const { model, readOnly, textOf, onEnter, onLine, onAct, selection, select, cell, entry, keep } = acts
  const command = commandOf(key)
  if (command === null) return
  if (command.act === 'not-applicable' && cell !== null && cellTypes[cell.type].entry === 'lines') return
  // Tab leaves the form at the last entry, so that the keyboard is not trapped.
  if (command.act === 'move' && key.key === 'Tab') {
    if (goTo(acts, command.by, 'single')) event.preventDefault()
    return
  }
  event.preventDefault()
  switch (command.act) {
    case 'move':
      goTo(acts, command.by, command.extend ? 'extended' : 'single')
      break
    case 'edit':
    case 'choices':
      editCell(acts)
      break
    case 'clear':
      if (!readOnly) onEnter(planClear(model, selection).filter((change) => textOf(change.cell) !== ''))
      break
    case 'not-applicable':
      if (entry) keep('/')
      break
    case 'all':
      select({ anchor: { row: 0, column: 0 }, focus: { row: model.rows.length - 1, column: model.columns.length - 1 } })
      break
    case 'escape':
      select(single(selection.focus))
      break
    case 'insert-line':
      if (!readOnly) onLine('insert', selection.focus.row)
      break
    case 'remove-line':
      if (!readOnly) onLine('remove', selection.focus.row)
      break
    case 'undo':
    case 'redo':
    case 'help':
      onAct(command.act)
      break
  }
}

/** Moves the focus, alone or with an extended selection; false when the focus cannot move. */
function goTo({ model, textOf, selection, select }: GridActs, by: Move, how: 'single' | 'extended'): boolean {
  const filled = (at: Position) => textOf(model.refAt(at)) !== ''
  const to = move(model, selection.focus, by, filled)
  if (samePosition(to, selection.focus)) return false
  select(how === 'extended' ? { anchor: selection.anchor, focus: to } : single(to))
  return true
}

/** Copies the selection to the clipboard; false during editing, when the field itself copies its text. */
export function copyCells({ model, textOf, selection, editing }: GridActs, event: ClipboardEvent): boolean {
  if (editing !== null) return false
  const { top, left, bottom, right } = rectangleOf(selection)
  const block = model.rows.slice(top, bottom + 1).map((_, down) => {
    return model.columns.slice(left, right + 1).map((__, across) => textOf(model.refAt({ row: top + down, column: left + across })))
  })
  event.clipboardData.setData('text/plain', writeBlock(block))
  event.preventDefault()
  return true
}

/** Copies the selection and clears its cells. */
export function cutCells(acts: GridActs, event: ClipboardEvent): void {
  if (copyCells(acts, event) && !acts.readOnly) acts.onEnter(planClear(acts.model, acts.selection))
}

/** Enters the clipboard's block from the selection on and selects the covered cells. */
export function pasteCells({ model, readOnly, editing, selection, select, onEnter, onPasted }: GridActs, event: ClipboardEvent): void {
  if (editing !== null) return
  event.preventDefault()
  if (readOnly) return
  const planned = planPaste(model, selection, readBlock(event.clipboardData.getData('text/plain')))
  onEnter(planned.changes)
  if (planned.covers.focus.row < model.rows.length) select(planned.covers)
  onPasted(planned)
}

function insertNewLine(field: HTMLTextAreaElement, type: (text: string) => void): void {
  field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end')
  type(field.value)
}
