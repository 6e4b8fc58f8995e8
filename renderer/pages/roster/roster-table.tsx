import type { TableColumnsType } from 'antd'
import type { RosterRow } from '../../../shared/api/roster.ts'
import { urbanRuralClasses } from '../../../shared/unit/urban-rural.ts'
import { ReturnButton } from '../../filing/return-button.tsx'
import { useLanguage, useText } from '../../text/language.tsx'
import { roster } from '../../text/roster.ts'
import { LongTable } from '../../ui/long-table.tsx'
import { StatusMark } from './status-mark.tsx'
import { unitStatus } from './unit-status.ts'

/** Together what a screen 1366 wide has room for; English needs it for the act, Chinese for the name. */
const widths = { zh: { name: 190, class: 132, status: 222 }, en: { name: 152, class: 138, status: 262 } } as const

type RosterTableProps = {
  rows: readonly RosterRow[]
  own: string
  onEdit: (row: RosterRow) => void
  onReturnFailure: (failure: unknown) => void
}

/** The units with their filing states. */
export function RosterTable({ rows, own, onEdit, onReturnFailure }: RosterTableProps) {
  const t = useText(roster)
  const { lang } = useLanguage()
  const columns: TableColumnsType<RosterRow> = [
    { title: t.code, dataIndex: 'code', width: 114, className: 'figure', sorter: (a, b) => a.code.localeCompare(b.code) },
    {
      title: t.name,
      dataIndex: 'name',
      width: widths[lang].name,
      ellipsis: true,
      sorter: (a, b) => a.name.localeCompare(b.name, 'zh'),
      render: (name: string, row) => (
        <button type="button" className="link-button" title={`${t.edit} ${name}`} onClick={() => onEdit(row)}>
          {name}
        </button>
      ),
    },
    { title: t.kind, dataIndex: 'kind', width: 100, ellipsis: true },
    { title: t.township, dataIndex: 'township', width: 106, ellipsis: true, sorter: (a, b) => a.township.localeCompare(b.township, 'zh') },
    {
      title: t.class,
      dataIndex: 'class',
      width: widths[lang].class,
      ellipsis: true,
      render: (code: string) => `${code} ${urbanRuralClasses[code] ?? ''}`,
    },
    {
      title: t.status,
      key: 'status',
      width: widths[lang].status,
      render: (_, row) => (
        <span className="row roster-status">
          <span className="grow">
            <StatusMark status={unitStatus(row)} revision={row.revision} />
          </span>
          {row.code !== own && row.status !== null && row.status !== 'open' && (
            <ReturnButton size="small" unit={row.code} name={row.name} onFailure={onReturnFailure} />
          )}
        </span>
      ),
    },
  ]
  return (
    <LongTable<RosterRow>
      className="roster-table"
      table={{ rowKey: 'code', columns, dataSource: rows, locale: { emptyText: t.noneShown } }}
    />
  )
}
