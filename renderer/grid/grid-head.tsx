import { memo } from 'react'
import type { HeadCell } from '../../shared/scheme/layout.ts'
import type { GridModel } from './grid-model.ts'
import type { ColumnWidths } from './column-widths.ts'

/** The columns of a form and its merged headers, with the row of codes last. */
export const GridHead = memo(function GridHead({ model, widths }: { model: GridModel; widths: ColumnWidths }) {
  const stubs = model.layout.stubColumns + (widths.code > 0 ? 1 : 0)
  return (
    <>
      <colgroup>
        {widths.stubs.map((width, index) => (
          <col key={index} style={{ width }} />
        ))}
        {widths.code > 0 && <col style={{ width: widths.code }} />}
        {widths.data.map((width, index) => (
          <col key={index} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        {model.layout.headRows.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell) => (
              <th
                key={cell.column}
                scope={cell.colSpan > 1 ? 'colgroup' : 'col'}
                rowSpan={cell.rowSpan}
                colSpan={cell.colSpan}
                className={classOfHead(cell, stubs)}
                style={cell.column < stubs ? { left: stubLeft(widths, cell.column) } : undefined}
              >
                {cell.title}
              </th>
            ))}
          </tr>
        ))}
      </thead>
    </>
  )
})

function classOfHead(cell: HeadCell, stubs: number): string {
  const names = [cell.kind === 'code' ? 'head-code' : 'head-title']
  if (cell.column < stubs) names.push('frozen')
  if (cell.column === 0) names.push('first')
  return names.join(' ')
}

/** The distance of a frozen column from the left, in CSS pixels. */
export function stubLeft(widths: ColumnWidths, column: number): number {
  return [...widths.stubs, widths.code].slice(0, column).reduce((sum, width) => sum + width, 0)
}
