import { useMemo } from 'react'
import { layoutTable } from '../../../shared/scheme/layout.ts'
import type { Table } from '../../../shared/scheme/scheme.ts'
import { cellRef, parseCellRef, tableOf, type CellRef } from '../../../shared/words.ts'
import { useScheme } from '../../place/workspace-context.tsx'
import { useText } from '../../text/language.tsx'

/** Small pictures of the forms with the given cells marked. */
export function SheetPicture({ cells }: { cells: readonly CellRef[] }) {
  const t = useText('receive')
  const scheme = useScheme()
  const tables = useMemo(() => {
    const touched = new Set(cells.map(tableOf))
    return scheme.tables.filter((table) => touched.has(table.code))
  }, [scheme, cells])
  const marked = useMemo(() => new Set(cells), [cells])
  if (tables.length === 0) return null
  return (
    <div className="pictures" role="img" aria-label={t.whereOnForm}>
      {tables.map((table) => (
        <figure key={table.code}>
          <table className="picture">
            <tbody>
              {rowsOf(table, cells).map((row) => (
                <tr key={row}>
                  <th />
                  {table.leafColumns.map((column) => (
                    <td key={column.code} className={marked.has(cellRef(table.code, row, column.code)) ? 'picture-marked' : undefined} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <figcaption className="secondary small">
            {table.code} {table.shortTitle}
          </figcaption>
        </figure>
      ))}
    </div>
  )
}

/** The rows of a form; of a list, the lines up to the last given cell, at least 3 and at most 30. */
function rowsOf(table: Table, cells: readonly CellRef[]): string[] {
  if (table.kind === 'grid') return layoutTable(table).body.map(({ code }) => code)
  const last = Math.max(3, ...cells.filter((cell) => tableOf(cell) === table.code).map((cell) => Number(parseCellRef(cell)?.row ?? 0)))
  return Array.from({ length: Math.min(last, 30) }, (_, index) => String(index + 1))
}
