import type { TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import type { RosterRow } from '../../../shared/api/roster.ts'
import { unitAttributes, unitAttributeTable, type UnitAttribute } from '../../../shared/unit/attributes.ts'
import { attributeText } from '../../../shared/unit/unit.ts'
import { urbanRuralClasses } from '../../../shared/unit/urban-rural.ts'
import type { Lang } from '../../../shared/words.ts'
import { ReturnButton } from '../../filing/return-button.tsx'
import { useLanguage, useText } from '../../text/language.tsx'
import { LongTable } from '../../ui/long-table.tsx'
import { StatusMark } from './status-mark.tsx'
import { unitStatus } from './unit-status.ts'

/** The width left by the attributes' columns (shared/unit/attributes.ts) on a screen 1366 wide; English needs it for the button. */
const statusWidth = { zh: 222, en: 262 } as const

type Drawn = Partial<Record<UnitAttribute, (text: string, row: RosterRow) => ReactNode>>
type RosterTableProps = {
  rows: readonly RosterRow[]
  own: string
  onEdit: (row: RosterRow) => void
  onReturnFailure: (failure: unknown) => void
}

/** The units with their filing states. */
export function RosterTable({ rows, own, onEdit, onReturnFailure }: RosterTableProps) {
  const t = useText('roster')
  const { lang } = useLanguage()
  const drawn: Drawn = {
    name: (name, row) => (
      <button type="button" className="link-button" title={`${t.edit} ${name}`} onClick={() => onEdit(row)}>
        {name}
      </button>
    ),
    class: (code) => `${code} ${urbanRuralClasses[code] ?? ''}`,
  }
  const columns: TableColumnsType<RosterRow> = [
    ...unitAttributes.flatMap((attribute) => attributeColumn(attribute, lang, drawn[attribute])),
    {
      title: t.status,
      key: 'status',
      width: statusWidth[lang],
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

/** The column of an attribute; none for an attribute that only the drawer shows. */
function attributeColumn(attribute: UnitAttribute, lang: Lang, render: Drawn[UnitAttribute]): TableColumnsType<RosterRow> {
  const { label, column } = unitAttributeTable[attribute]
  if (column === null) return []
  const isCode = attribute === 'code'
  const compare = (a: RosterRow, b: RosterRow) =>
    attributeText(a, attribute).localeCompare(attributeText(b, attribute), isCode ? undefined : 'zh')
  return [
    {
      title: label[lang],
      dataIndex: attribute,
      width: column.width[lang],
      ...(isCode ? { className: 'figure' } : { ellipsis: true }),
      ...(column.sorted ? { sorter: compare } : {}),
      ...(render === undefined ? {} : { render }),
    },
  ]
}
