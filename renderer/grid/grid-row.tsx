import { memo } from 'react'
import { CellOfForm } from './cell.tsx'
import type { CellView } from './cell-state.ts'
import type { ColumnWidths } from './column-widths.ts'
import { stubLeft } from './grid-head.tsx'
import type { GridModel } from './grid-model.ts'

type GridRowProps = { model: GridModel; row: number; views: readonly CellView[]; widths: ColumnWidths }

/** A row of a form: titles, code, cells. Drawn again only when one of its cells changes. */
export const GridRowOfForm = memo(function GridRowOfForm({ model, row, views, widths }: GridRowProps) {
  const { body, code } = model.rows[row] ?? { body: null, code: '' }
  return (
    <tr>
      {body === null ? (
        <th scope="row" className="frozen first stub-ordinal" style={{ left: 0 }}>
          {code}
        </th>
      ) : (
        <>
          {body.stub.map((stub) => (
            <th
              key={stub.column}
              scope={stub.rowSpan > 1 ? 'rowgroup' : 'row'}
              rowSpan={stub.rowSpan}
              colSpan={stub.colSpan}
              className={`frozen stub${stub.rowSpan > 1 ? ' stub-group' : ''}${stub.column === 0 ? ' first' : ''}`}
              style={{ left: stubLeft(widths, stub.column), paddingLeft: 6 + stub.indent * 14 }}
            >
              {stub.title}
            </th>
          ))}
          <td className="frozen stub-code" style={{ left: stubLeft(widths, widths.stubs.length) }}>
            {code}
          </td>
        </>
      )}
      {views.map((view, column) => (
        <CellOfForm key={column} view={view} name={model.refAt({ row, column })} />
      ))}
    </tr>
  )
})
