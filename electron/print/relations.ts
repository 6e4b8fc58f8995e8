import type { Cell, Check, Table } from '../../shared/scheme/scheme.ts'
import type { CellRef } from '../../shared/words.ts'

/** The longest relation that prints in signs, in characters; a relation with functions prints no signs. */
const LONGEST = 60
const FUNCTION = /[A-Za-z]\w*\s*\(/

/**
 * The relations printed under a statutory table (docs/design/domain.md: Statutory form): computed columns and rows as
 * 列(3) = (1) + (2), and the unit's checks of level error. Cross-table relations print with the other table's code.
 */
export function printedRelations(table: Table, cells: ReadonlyMap<CellRef, Cell>, checks: readonly Check[]): string[] {
  const computed = new Set<string>()
  for (const cell of cells.values()) {
    if (cell.table !== table.code || cell.state !== 'computed') continue
    const line = computedLine(cell)
    if (line !== null && readsWell(line)) computed.add(line)
  }
  const demanded = checks
    .filter((check) => check.table === table.code && check.level === 'error' && check.scope === 'unit')
    .map((check) => {
      const relation = plainRelation(check.source)
      return readsWell(relation) ? `${relation}　${check.message}` : check.message
    })
  return [...computed, ...demanded]
}

/** `[.1] + [.2]` in column 3 gives 列(3) = (1) + (2). Returns null unless all references are columns or all are rows. */
function computedLine(cell: Cell): string | null {
  const references = [...cell.source.matchAll(/\[([^\]]*)\]/g)].map(([, text = '']) => text)
  if (references.length === 0) return null
  const inRow = references.every((text) => text.startsWith('.'))
  const inColumn = references.every((text) => !text.includes('.'))
  if (!inRow && !inColumn) return null
  return `${inRow ? `列(${cell.column})` : `行(${cell.row})`} = ${plainRelation(cell.source)}`
}

function readsWell(relation: string): boolean {
  return relation.length <= LONGEST && !FUNCTION.test(relation)
}

/** A formula in printed signs: (02) ≤ (01). */
export function plainRelation(source: string): string {
  return source
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/\[\.?([^\]]*)\]/g, (_, codes: string) => `(${codes.replace(/^\./, '').replace(':', '…')})`)
    .replaceAll('<=', '≤')
    .replaceAll('>=', '≥')
    .replaceAll('<>', '≠')
    .replaceAll('*', '×')
    .trim()
}
