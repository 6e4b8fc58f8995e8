import { Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { RosterRow } from '../../../shared/api/roster.ts'
import { urbanRuralClasses } from '../../../shared/unit/urban-rural.ts'
import { ReturnButton } from '../../filing/return-button.tsx'
import { useText } from '../../text/language.tsx'
import { roster } from '../../text/roster.ts'
import { useBox } from '../../ui/use-box.ts'
import { StatusMark } from './status-mark.tsx'
import { unitStatus } from './unit-status.ts'

const HEAD = 34

type RosterTableProps = { rows: readonly RosterRow[]; own: string; onEdit: (row: RosterRow) => void; onReturnFailure: (failure: unknown) => void }

/** The units, drawn only as far as they are seen: a roster of a thousand scrolls as easily as one of ten. */
export function RosterTable({ rows, own, onEdit, onReturnFailure }: RosterTableProps) {
  const t = useText(roster)
  const [ref, box] = useBox<HTMLDivElement>()
  const columns: TableColumnsType<RosterRow> = [
    { title: t.code, dataIndex: 'code', width: 124, className: 'figure', sorter: (a, b) => a.code.localeCompare(b.code) },
    {
      title: t.name,
      dataIndex: 'name',
      width: 200,
      ellipsis: true,
      sorter: (a, b) => a.name.localeCompare(b.name, 'zh'),
      render: (name: string, row) => (
        <button type="button" className="link-button" title={`${t.edit} ${name}`} onClick={() => onEdit(row)}>
          {name}
        </button>
      ),
    },
    { title: t.kind, dataIndex: 'kind', width: 100, ellipsis: true },
    { title: t.township, dataIndex: 'township', width: 110, ellipsis: true, sorter: (a, b) => a.township.localeCompare(b.township, 'zh') },
    { title: t.class, dataIndex: 'class', width: 110, ellipsis: true, render: (code: string) => `${code} ${urbanRuralClasses[code] ?? ''}` },
    {
      title: t.status,
      key: 'status',
      width: 220,
      render: (_, row) => (
        <span className="row roster-status">
          <span className="grow">
            <StatusMark status={unitStatus(row)} revision={row.revision} />
          </span>
          {row.code !== own && row.status !== null && row.status !== 'open' && <ReturnButton size="small" unit={row.code} name={row.name} onFailure={onReturnFailure} />}
        </span>
      ),
    },
  ]
  const width = columns.reduce((sum, column) => sum + Number(column.width ?? 0), 0)
  return (
    <div ref={ref} className="roster-table">
      {box.height > 0 && (
        <Table<RosterRow>
          virtual
          size="small"
          rowKey="code"
          columns={columns}
          dataSource={rows}
          pagination={false}
          showSorterTooltip={false}
          locale={{ emptyText: t.noneShown }}
          scroll={{ x: Math.max(width, box.width - 2), y: box.height - HEAD }}
        />
      )}
    </div>
  )
}
