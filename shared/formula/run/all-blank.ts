import type { BoundNode } from '../bound/bound.ts'
import type { CellSource, Content } from '../bound/cell-source.ts'
import { anyPart, cellsReadBy } from './cells-read.ts'

/**
 * Blank rule 1 (docs/design/formula.md: Blanks): true when every referenced cell is blank, so that the result is blank.
 * Never true for a formula with ISBLANK or NZ, without references, or across units. Cells of the period before count only
 * when the formula references no others, so that an unfilled form is not measured against last year's figures.
 */
export function allBlank(root: BoundNode): (source: CellSource) => boolean {
  const { cells, priorCells, lists, listCells, asksAboutBlanks } = cellsReadBy(root)
  if (asksAboutBlanks || anyPart(root, (node) => node.kind === 'across')) return () => false
  if (cells.length + lists.length + listCells.length > 0) {
    return (source) =>
      cells.every((key) => isBlank(source.cell(key))) &&
      listCells.every(({ table, column }) => isBlank(source.listCell?.(table, column) ?? null)) &&
      lists.every(({ table, column }) => source.listColumn(table, column).every(isBlank))
  }
  if (priorCells.length === 0) return () => false
  return ({ prior }) => prior === undefined || priorCells.every((key) => isBlank(prior.cell(key)))
}

function isBlank(content: Content): boolean {
  return content === null || content === ''
}
