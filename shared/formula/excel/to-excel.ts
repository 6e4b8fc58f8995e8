import type { Bound, BoundNode, Operand } from '../bound/bound.ts'
import type { CellKey } from '../bound/cell-source.ts'
import { canFail } from './can-fail.ts'
import { bare, excelCall, LONGEST_EXCEL_FORMULA, NoExcelForm, type Addresses, type Excel } from '../kit/excel-text.ts'
import { excelNodes } from './excel-nodes.ts'
import { noneFilled } from '../kit/excel-vectors.ts'
import { partsOf } from '../run/cells-read.ts'

/** The limits of Excel 2007. */
const DEEPEST_EXCEL_NESTING = 64
const MOST_EXCEL_ARGUMENTS = 255

/**
 * The formula for a cell of the workbook, without the `=`: WPS, Excel and LibreOffice compute it to the figure that
 * evaluate() gives; a blank result is an empty text (docs/design/formula.md: Three readers). Null when the formula reads
 * other units, or is longer or deeper than a spreadsheet takes; the caller then writes the figure itself.
 *
 * The blank rules in the workbook: figures are read through N(), so that an empty text, or 不适用 written as "/",
 * counts as 0; rule 1 is IF(COUNT(cells)=0,"",…), where COUNT counts figures and dates only; rule 3 is an error inside
 * and IFERROR(…,"") outside. Binary errors are hidden: comparisons are of ROUND(…,6), and a computed figure is rounded to
 * nine decimals before a coarser rounding or cut.
 */
export function toExcel(bound: Bound, addresses: Addresses): string | null {
  if (bound.acrossUnits) return null
  try {
    const excel: Excel = excelNodes(addresses)
    const value = bare(excel.value(bound.root))
    const guarded = guardAllBlank(excel, bound, value)
    const formula = canFail(bound.root) ? excelCall('IFERROR', guarded, '""') : guarded
    return fitsExcel(formula) ? formula : null
  } catch (error) {
    if (error instanceof NoExcelForm) return null
    throw error
  }
}

/** Adds blank rule 1, unless the result already tests the same condition. */
function guardAllBlank(excel: Excel, { root, usesBlanks }: Bound, value: string): string {
  if (usesBlanks) return value
  const leaves = leavesOf(root)
  const current = leaves.filter(({ kind }) => kind !== 'prior' && kind !== 'prior-cells')
  const asked = current.length > 0 ? current : leaves
  if (asked.length === 0) return value
  const condition = noneFilled(excel, asked)
  return excel.isBlank(root) === condition || value.startsWith(`IF(${condition},""`) ? value : excelCall('IF', condition, '""', value)
}

/** The cells, vectors and list columns that a formula references, each once. */
function leavesOf(root: BoundNode): Operand[] {
  const leaves = new Map<string, Operand>()
  const waiting: Operand[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const name = leafName(node)
    if (name !== null) leaves.set(name, node)
    waiting.push(...partsOf(node).reverse())
  }
  return [...leaves.values()]
}

function leafName(node: Operand): string | null {
  switch (node.kind) {
    case 'cell':
    case 'prior':
      return `${node.kind} ${node.key satisfies CellKey}`
    case 'cells':
    case 'prior-cells':
      return `${node.kind} ${node.keys.join(' ')}`
    case 'list-cell':
    case 'list-column':
      return `${node.kind} ${node.table} ${node.column}`
    default:
      return null
  }
}

/**
 * True when Excel 2007 takes a formula, without the `=`, for its length, depth and arguments. A formula built around the
 * text of toExcel() is longer and deeper.
 */
export function fitsExcel(formula: string): boolean {
  if (formula.length > LONGEST_EXCEL_FORMULA) return false
  const counts: number[] = []
  let quoted: string | null = null
  for (const character of formula) {
    if (quoted !== null) quoted = character === quoted ? null : quoted
    else if (character === '"' || character === "'") quoted = character
    else if (character === '(') counts.push(1)
    else if (character === ')') counts.pop()
    else if (character === ',' && counts.length > 0) counts[counts.length - 1]! += 1
    if (counts.length > DEEPEST_EXCEL_NESTING || (counts.at(-1) ?? 0) > MOST_EXCEL_ARGUMENTS) return false
  }
  return true
}
