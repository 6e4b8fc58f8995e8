import type { CellRef } from '../../shared/words.ts'
import { isEntry, type GridModel, type Position } from './grid-model.ts'
import { placesIn, rectangleOf, type Selection } from './selection.ts'

/** A block of texts as on a spreadsheet's clipboard. */
export type Block = readonly (readonly string[])[]

/**
 * Splits the clipboard's text: cells by tab, rows by line end. A cell that begins with a quote runs to the closing
 * one and may hold tabs, line ends and doubled quotes, as Excel and WPS write it. The last line end adds no row.
 */
export function readBlock(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at)
    row.push(cell.text)
    at = cell.end
    if (text[at] === '\t') {
      at += 1
      if (at === text.length || text[at] === '\n' || text[at] === '\r') row.push('')
      if (at < text.length && text[at] !== '\n' && text[at] !== '\r') continue
    }
    rows.push(row)
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  return rows
}

function plainCell(text: string, start: number): { text: string; end: number } {
  let end = start
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: text.slice(start, end), end }
}

/** Reads a quoted cell; a cell without a proper closing quote is taken as plain text. */
function quotedCell(text: string, start: number): { text: string; end: number } {
  let end = start + 1
  let content = ''
  while (end < text.length) {
    if (text[end] !== '"') {
      content += text[end]
      end += 1
    } else if (text[end + 1] === '"') {
      content += '"'
      end += 2
    } else {
      const next = text[end + 1]
      if (next === undefined || next === '\t' || next === '\n' || next === '\r') return { text: content, end: end + 1 }
      break
    }
  }
  return plainCell(text, start)
}

/** A block as text for the clipboard; cells with tabs, line ends or quotes at their start are quoted. */
export function writeBlock(block: Block): string {
  return block.map((row) => row.map(quote).join('\t')).join('\r\n')
}

function quote(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export type GridEntry = { cell: CellRef; text: string }

/** The effect of pasting: entries, covered area, and cells left out. */
export type Paste = {
  changes: GridEntry[]
  covers: Selection
  /** Cells that take no entry (computed, blocked) but lie under the block. */
  skipped: number
  /** Cells of the block outside the table. */
  outside: number
}

/**
 * Lays a block over the table from the top left of the selection. One cell fills the whole selection. A list
 * table grows as far as the block reaches.
 */
export function planPaste(model: GridModel, selection: Selection, block: Block): Paste {
  const area = rectangleOf(selection)
  const lone = block.length === 1 && block[0]?.length === 1
  const height = lone ? area.bottom - area.top + 1 : block.length
  const width = lone ? area.right - area.left + 1 : Math.max(0, ...block.map((row) => row.length))
  const changes: GridEntry[] = []
  let skipped = 0
  let outside = 0
  for (let down = 0; down < height; down += 1) {
    for (let right = 0; right < width; right += 1) {
      const text = lone ? block[0]?.[0] : block[down]?.[right]
      if (text === undefined) continue
      const at = { row: area.top + down, column: area.left + right }
      const beyond = at.column >= model.columns.length || (model.table.kind === 'grid' && at.row >= model.rows.length)
      if (beyond) outside += text.trim() === '' ? 0 : 1
      else if (isEntry(model, at)) changes.push({ cell: refBeyond(model, at), text })
      else skipped += text.trim() === '' ? 0 : 1
    }
  }
  const focus = {
    row: Math.min(area.top + height - 1, model.table.kind === 'grid' ? model.rows.length - 1 : Number.MAX_SAFE_INTEGER),
    column: Math.min(area.left + width - 1, model.columns.length - 1),
  }
  return { changes, covers: { anchor: { row: area.top, column: area.left }, focus }, skipped, outside }
}

function refBeyond(model: GridModel, at: Position): CellRef {
  if (at.row < model.rows.length) return model.refAt(at)
  return `${model.table.code}.${at.row + 1}.${model.columns[at.column]?.code ?? ''}`
}

/** The entries that clear a selection. */
export function planClear(model: GridModel, selection: Selection): GridEntry[] {
  return placesIn(rectangleOf(selection))
    .filter((at) => isEntry(model, at))
    .map((at) => ({ cell: model.refAt(at), text: '' }))
}
