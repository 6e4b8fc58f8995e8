import { memo } from 'react'
import { CellOfForm } from './cell.tsx'
import type { CellView } from './cell-state.ts'
import type { ColumnWidths } from './column-widths.ts'
import type { GridModel } from './grid-model.ts'
import { RowHead } from './row-head.tsx'

type GridRowProps = { model: GridModel; row: number; views: readonly CellView[]; widths: ColumnWidths }

/** A row of a form: titles, code and cells; drawn again only when one of its cells changes. */
export const GridRowOfForm = memo(function GridRowOfForm({ model, row, views, widths }: GridRowProps) {
  const titled = model.rows[row]
  return (
    <tr>
      {titled !== undefined && <RowHead row={titled} widths={widths} />}
      {views.map((view, column) => (
        <CellOfForm key={column} view={view} name={model.refAt({ row, column })} />
      ))}
    </tr>
  )
})
