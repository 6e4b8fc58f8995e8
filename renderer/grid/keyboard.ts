import type { CellTypeDefinition } from '../../shared/cell-types/definition.ts'
import { isEntry, type GridModel, type Position } from './grid-model.ts'

/** The meaning of a key while no cell is being edited: a move with its direction, or another act. */
export type GridCommand =
  | { act: 'move'; by: Move; extend: boolean }
  | { act: 'edit' | 'clear' | 'undo' | 'redo' | 'all' | 'help' | 'escape' | 'choices' | 'not-applicable' | 'insert-line' | 'remove-line' }

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'edge-up'
  | 'edge-down'
  | 'edge-left'
  | 'edge-right'
  | 'row-start'
  | 'row-end'
  | 'table-start'
  | 'table-end'
  | 'page-up'
  | 'page-down'
  | 'next-entry'
  | 'previous-entry'
  | 'entry-below'
  | 'entry-above'

export type Key = { key: string; ctrl: boolean; shift: boolean; alt: boolean }

const PAGE_ROWS = 10

const arrows: Record<string, 'up' | 'down' | 'left' | 'right'> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}
const controlled: Record<string, GridCommand> = {
  z: { act: 'undo' },
  y: { act: 'redo' },
  a: { act: 'all' },
  enter: { act: 'insert-line' },
  delete: { act: 'remove-line' },
}
const plain: Record<string, GridCommand> = {
  F1: { act: 'help' },
  F2: { act: 'edit' },
  Delete: { act: 'clear' },
  Backspace: { act: 'clear' },
  Escape: { act: 'escape' },
  '/': { act: 'not-applicable' },
}

/** The command of a key; null when the key is text or belongs to the browser or the page. */
export function commandOf({ key, ctrl, shift, alt }: Key): GridCommand | null {
  const arrow = arrows[key]
  if (alt) return key === 'ArrowDown' ? { act: 'choices' } : null
  if (arrow !== undefined) return { act: 'move', by: ctrl ? `edge-${arrow}` : arrow, extend: shift }
  if (key === 'Home' || key === 'End') {
    const end = key === 'End'
    return { act: 'move', by: ctrl ? (end ? 'table-end' : 'table-start') : end ? 'row-end' : 'row-start', extend: shift }
  }
  if (!ctrl && (key === 'PageUp' || key === 'PageDown'))
    return { act: 'move', by: key === 'PageUp' ? 'page-up' : 'page-down', extend: shift }
  if (ctrl) return (shift && key.toLowerCase() === 'z' ? { act: 'redo' } : controlled[key.toLowerCase()]) ?? null
  if (key === 'Enter') return { act: 'move', by: shift ? 'entry-above' : 'entry-below', extend: false }
  if (key === 'Tab') return { act: 'move', by: shift ? 'previous-entry' : 'next-entry', extend: false }
  return plain[key] ?? null
}

/**
 * The position after a move; the same position when the move leads nowhere. `filled` is true for a cell with content, for
 * Ctrl+arrows.
 */
export function move(model: GridModel, from: Position, by: Move, filled: (position: Position) => boolean): Position {
  const lastRow = model.rows.length - 1
  const lastColumn = model.columns.length - 1
  const { row, column } = from
  switch (by) {
    case 'up':
      return { row: Math.max(0, row - 1), column }
    case 'down':
      return { row: Math.min(lastRow, row + 1), column }
    case 'left':
      return { row, column: Math.max(0, column - 1) }
    case 'right':
      return { row, column: Math.min(lastColumn, column + 1) }
    case 'page-up':
      return { row: Math.max(0, row - PAGE_ROWS), column }
    case 'page-down':
      return { row: Math.min(lastRow, row + PAGE_ROWS), column }
    case 'row-start':
      return { row, column: 0 }
    case 'row-end':
      return { row, column: lastColumn }
    case 'table-start':
      return { row: 0, column: 0 }
    case 'table-end':
      return { row: lastRow, column: lastColumn }
    case 'edge-up':
      return edge(model, from, { row: -1, column: 0 }, filled)
    case 'edge-down':
      return edge(model, from, { row: 1, column: 0 }, filled)
    case 'edge-left':
      return edge(model, from, { row: 0, column: -1 }, filled)
    case 'edge-right':
      return edge(model, from, { row: 0, column: 1 }, filled)
    case 'next-entry':
      return entryAlongRows(model, from, 1)
    case 'previous-entry':
      return entryAlongRows(model, from, -1)
    case 'entry-below':
      return entryAlongColumns(model, from, 1)
    case 'entry-above':
      return entryAlongColumns(model, from, -1)
  }
}

/** Moves as in a spreadsheet: to the end of the filled run, over blanks to the next filled cell, or to the border. */
function edge(model: GridModel, from: Position, step: Position, filled: (position: Position) => boolean): Position {
  const inside = (at: Position): boolean => at.row >= 0 && at.column >= 0 && at.row < model.rows.length && at.column < model.columns.length
  const after = (at: Position): Position => ({ row: at.row + step.row, column: at.column + step.column })
  let at = after(from)
  if (!inside(at)) return from
  const running = filled(from) && filled(at)
  while (inside(after(at)) && (running ? filled(after(at)) : !filled(at))) at = after(at)
  return at
}

function entryAlongRows(model: GridModel, from: Position, step: 1 | -1): Position {
  const width = model.columns.length
  const count = width * model.rows.length
  for (let index = from.row * width + from.column + step; index >= 0 && index < count; index += step) {
    const at = { row: Math.floor(index / width), column: index % width }
    if (isEntry(model, at)) return at
  }
  return from
}

/** Moves along the column and on to the next column, because clerks copy from paper column by column. */
function entryAlongColumns(model: GridModel, from: Position, step: 1 | -1): Position {
  const height = model.rows.length
  const count = height * model.columns.length
  for (let index = from.column * height + from.row + step; index >= 0 && index < count; index += step) {
    const at = { row: index % height, column: Math.floor(index / height) }
    if (isEntry(model, at)) return at
  }
  return from
}

/** The first cell that takes an entry; the first cell when none does. */
export function firstEntry(model: GridModel): Position {
  const start = { row: 0, column: 0 }
  return isEntry(model, start) ? start : entryAlongRows(model, start, 1)
}

/** The way a cell is edited: begun by typing (arrows leave the cell), or by F2 or double click (arrows move in the text). */
export type EditMode = 'replace' | 'edit'

export type EditCommand = { act: 'commit'; then: Move | null } | { act: 'revert' | 'new-line' | 'choice-up' | 'choice-down' }

/** The command of a key while a cell is being edited; null when the key belongs to the text. */
export function editCommandOf({ key, ctrl, shift, alt }: Key, mode: EditMode, entry: CellTypeDefinition['entry']): EditCommand | null {
  if (key === 'Escape') return { act: 'revert' }
  if (key === 'Enter' && (alt || ctrl)) return entry === 'lines' ? { act: 'new-line' } : { act: 'commit', then: null }
  if (key === 'Enter') return { act: 'commit', then: shift ? 'entry-above' : 'entry-below' }
  if (key === 'Tab') return { act: 'commit', then: shift ? 'previous-entry' : 'next-entry' }
  const arrow = arrows[key]
  if (arrow === undefined) return null
  if (entry === 'choices' && (arrow === 'up' || arrow === 'down')) return { act: arrow === 'up' ? 'choice-up' : 'choice-down' }
  return mode === 'replace' && !ctrl && !shift && !alt ? { act: 'commit', then: arrow } : null
}
