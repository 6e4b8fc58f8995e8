import { SearchOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useMemo } from 'react'
import type { RosterRow } from '../../../shared/api/roster.ts'
import { useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { noFilter, unitStatus, unitStatuses, type RosterFilter } from './unit-status.ts'

type RosterFiltersProps = { rows: readonly RosterRow[]; shown: number; filter: RosterFilter; onChange: (filter: RosterFilter) => void }

/** Narrows the roster by text, township, kind and filing state; each choice has its number of units. */
export function RosterFilters({ rows, shown, filter, onChange }: RosterFiltersProps) {
  const t = useText('roster')
  const { townships, kinds, statuses } = useMemo(
    () => ({
      townships: counted(rows, (row) => row.township),
      kinds: counted(rows, (row) => row.kind),
      statuses: counted(rows, unitStatus),
    }),
    [rows],
  )
  const choices = (counts: ReadonlyMap<string, number>) =>
    [...counts].map(([value, count]) => ({ value, label: `${value || t.noTownship}  ${countText(count)}` }))
  const filtered = filter.text !== '' || filter.township !== null || filter.kind !== null || filter.status !== null
  return (
    <div className="row" role="search">
      <Input
        className="roster-search"
        allowClear
        prefix={<SearchOutlined />}
        placeholder={t.search}
        aria-label={t.search}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      <Select
        className="roster-select"
        allowClear
        showSearch
        placeholder={t.allTownships}
        aria-label={t.allTownships}
        value={filter.township}
        options={choices(townships)}
        onChange={(township: string | undefined) => onChange({ ...filter, township: township ?? null })}
      />
      <Select
        className="roster-select"
        allowClear
        placeholder={t.allKinds}
        aria-label={t.allKinds}
        value={filter.kind}
        options={choices(kinds)}
        onChange={(kind: string | undefined) => onChange({ ...filter, kind: kind ?? null })}
      />
      <Select
        className="roster-select"
        allowClear
        placeholder={t.allStatuses}
        aria-label={t.allStatuses}
        value={filter.status}
        options={unitStatuses
          .filter((status) => statuses.has(status))
          .map((status) => ({ value: status, label: `${t.statusWord(status)}  ${countText(statuses.get(status) ?? 0)}` }))}
        onChange={(status) => onChange({ ...filter, status: status ?? null })}
      />
      <span className="secondary grow">{t.shown(countText(shown))}</span>
      {filtered && (
        <Button size="small" onClick={() => onChange(noFilter)}>
          {t.clearFilters}
        </Button>
      )}
    </div>
  )
}

function counted<Key extends string>(rows: readonly RosterRow[], keyOf: (row: RosterRow) => Key): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  return counts
}
