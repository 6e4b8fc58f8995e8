import { problem } from '../../../shared/problem.ts'
import { axesOf } from './axes.ts'
import type { LocatedBook } from './locate.ts'
import { readTable, stands, type Reading, type StandingTable } from './read-table.ts'
import { addStructureProblem, emptyReport, type ReadFindings } from './read-findings.ts'

/**
 * Chooses the filled-in one of two sheets that look like the table. When both are filled in and differ, the located sheet is
 * read and the other is reported: nothing is merged or passed over.
 */
export function withoutRival(report: ReadFindings, reading: Reading, table: StandingTable, rivals: LocatedBook['rivals']): StandingTable {
  for (const { shape, rival } of rivals) {
    if (shape !== table.shape) continue
    const other: StandingTable = { shape, sheet: rival, axes: axesOf(shape, rival, null), named: null }
    const here = contentOf(reading, table)
    const there = stands(other) ? contentOf(reading, other) : ''
    if (there === '' || there === here) continue
    if (here === '') return other
    const { code, shortTitle: title } = shape.table
    addStructureProblem(report, problem('sheet-twice', { table: code, title, read: table.sheet.name, other: rival.name }), {
      sheet: rival,
      expected: table.sheet.name,
    })
  }
  return table
}

/** The content of a sheet for its table, as a text to compare; empty when nothing is filled in. */
function contentOf(reading: Reading, table: StandingTable): string {
  const report = emptyReport()
  readTable(report, reading, table)
  const { cells, numbers, others, refused } = report
  return cells.length + others.length + refused.length === 0 ? '' : JSON.stringify([cells, numbers, others, refused])
}
