import { Table } from 'antd'
import type { TableProps } from 'antd'
import type { ComponentProps } from 'react'
import { useBox } from './use-box.ts'

/** The height of the table's head, in CSS pixels. */
const HEAD = 34

type LongTableProps<Row> = ComponentProps<'div'> & { table: Omit<TableProps<Row>, 'columns'> & Required<Pick<TableProps<Row>, 'columns'>> }

/**
 * A table of any length that draws only its visible rows. Its frame fills the given place; every column of `table` has a width, and the
 * columns share the rest of the frame.
 */
export function LongTable<Row extends object>({ table, ...frame }: LongTableProps<Row>) {
  const [ref, box] = useBox<HTMLDivElement>()
  const width = table.columns.reduce((sum, column) => sum + Number(column.width ?? 0), 0)
  return (
    <div ref={ref} {...frame}>
      {box.height > 0 && (
        <Table<Row>
          virtual
          size="small"
          pagination={false}
          showSorterTooltip={false}
          scroll={{ x: Math.max(width, box.width - 2), y: box.height - HEAD }}
          {...table}
        />
      )}
    </div>
  )
}
