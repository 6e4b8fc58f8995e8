import { cellTypes } from '../../../shared/cell-types/cell-types.ts'
import { problem } from '../../../shared/problem.ts'
import { cellRef } from '../../../shared/words.ts'
import { listRows, type ListOnSheet } from './list-rows.ts'
import { addStray, addStructureProblem, addTypedOver, type ReadFindings } from './read-findings.ts'
import { mostLines } from './shape.ts'
import { readCell } from './read-cell.ts'

/** The lines of a list on its sheet: sheet row → number of the line. */
export type Lines = ReadonlyMap<number, number>

/**
 * Reads a list table from its sheet: the rows below the head with content in an input column, also inserted and added rows
 * (listRows). Returns the lines. With `written`, the program wrote a filing into the workbook; its lines keep their numbers,
 * also with empty lines between, unless a row was inserted. Otherwise lines are numbered from 1.
 */
export function readList(report: ReadFindings, list: ListOnSheet, written: boolean, date1904: boolean): Lines {
  const { shape, sheet, axes } = list
  reportMissing(report, list)
  const { lines: rows, computed, outside, offered } = listRows(list, written)
  const lines = numbered([...rows.keys()], written ? offered : null)
  for (const cell of outside) addStray(report, sheet, cell, 'cells')
  for (const [row, cells] of rows) {
    const line = lines.get(row)
    for (const found of cells) {
      const cell = shape.cells[axes.columnAt.get(found.column) ?? -1]
      if (line === undefined) addStray(report, sheet, found, 'structure')
      else if (cell !== undefined && cell !== null)
        readCell(report, sheet, found, cell, cellRef(shape.table.code, line, cell.column), -1, date1904)
    }
  }
  for (const found of computed) {
    const line = lines.get(found.row)
    const cell = shape.cells[axes.columnAt.get(found.column) ?? -1]
    if (line !== undefined && cell !== undefined && cell !== null)
      addTypedOver(report, sheet, found, cellRef(shape.table.code, line, cell.column))
  }
  return lines
}

/** The lines of a list without their contents, for finding the place of a cell. */
export function linesOnSheet(list: ListOnSheet, written: boolean): Lines {
  const { lines, offered } = listRows(list, written)
  return numbered([...lines.keys()], written ? offered : null)
}

/** Numbers the lines as offered when no offered number is missing and every row has one, in order; otherwise from 1. */
function numbered(rows: readonly number[], offered: ReadonlyMap<number, number> | null): Lines {
  const lines = new Map<number, number>()
  const whole = offered !== null && [...offered.values()].every((line, index) => line === index + 1)
  if (offered !== null && whole) {
    let before = 0
    for (const row of rows) {
      const line = offered.get(row) ?? 0
      if (line <= before) break
      lines.set(row, line)
      before = line
    }
    if (lines.size === rows.length) return lines
    lines.clear()
  }
  rows.slice(0, mostLines).forEach((row, index) => lines.set(row, index + 1))
  return lines
}

function reportMissing(report: ReadFindings, { shape, sheet, axes }: ListOnSheet): void {
  shape.table.leafColumns.forEach((leaf, index) => {
    const cell = shape.cells[index]
    if (axes.columns[index] !== 0 || cell === undefined || cell?.state !== 'input') return
    addStructureProblem(report, problem('cell-missing', { cell: `${shape.table.code}.${leaf.code}`, title: leaf.path.join(' ') }), {
      sheet,
      expected: cellTypes[cell.type].expected(cell),
    })
  })
}
