import { useMemo } from 'react'
import { consolidationApi } from '../../../shared/api/consolidation.ts'
import { moneyChoices, schemeIn } from '../../../shared/consolidation/money.ts'
import type { Scheme, Table } from '../../../shared/scheme/scheme.ts'
import { controlledRoundingLines } from '../../../shared/text/controlled-rounding-lines.ts'
import { groupTitle } from '../../../shared/text/group-title.ts'
import { tableOf } from '../../../shared/words.ts'
import { useQuery } from '../../api/use-query.ts'
import { hashOf, usePlace } from '../../place/router.ts'
import { NextStep } from '../../frame/answered.tsx'
import { Waiting } from '../../frame/shell.tsx'
import { useScheme } from '../../place/workspace-context.tsx'
import { useLanguage, useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { consolidatePlace, goTo, type ConsolidatePlace } from './consolidate-place.ts'
import { CountyChecks } from './county-checks.tsx'
import { GroupPicker } from './group-picker.tsx'
import { LineagePanel } from './lineage-panel.tsx'
import { MoneyPicker } from './money-picker.tsx'
import { SummaryActions } from './summary-actions.tsx'
import { TableList } from './table-list.tsx'
import { totalsIn } from './totals-in.ts'
import { TotalsTable } from './totals-table.tsx'
import './consolidate.css'

/** 汇总: the tables with a group's totals, each figure with its lineage. */
export function ConsolidatePage() {
  const t = useText('consolidate')
  const { language } = useLanguage()
  const filed = useScheme()
  const choices = useMemo(() => moneyChoices(filed), [filed])
  const place = consolidatePlace(usePlace())
  const { by, group, cell, money } = place
  const scheme = useSchemeIn(filed, money)
  const groups = useQuery(consolidationApi.groups, { query: { by } })
  const totals = useQuery(consolidationApi.totals, { query: { by, group } })
  const checks = useQuery(consolidationApi.checks, {})
  const failing = by === 'county' ? (checks.data?.filter((finding) => finding.scope === 'county') ?? []) : []
  const table = tableAt(scheme, place)
  const shown = useMemo(
    () => totalsIn(filed, table?.code ?? '', totals.data?.tables[table?.code ?? ''] ?? {}, money),
    [filed, table, totals.data, money],
  )
  const to = (part: Partial<ConsolidatePlace>, how: 'push' | 'replace') => goTo({ ...place, ...part }, how)
  const { data } = totals
  const state = data === undefined ? undefined : <DrawnFrom filed={data.units.filed} expected={data.units.expected} />
  const nothing = data !== undefined && by === 'county' && data.units.filed === 0
  return (
    <Page
      full
      title={data === undefined || by === 'county' ? t.title : `${t.title} · ${groupTitle(data.title, language)}`}
      state={state}
      action={nothing ? undefined : <SummaryActions by={by} group={group} money={money} />}
    >
      <FailureNotice failure={totals.failure ?? groups.failure} retry={totals.reload} />
      {nothing && <NextStep title={t.emptyTitle} text={t.emptyText} act={t.toReceive} to="receive" />}
      {!nothing && table !== undefined && (
        <>
          <div className="row">
            <GroupPicker by={by} group={data?.key} groups={groups.data} onChange={(next) => to({ ...next, cell: null }, 'push')} />
            <span className="grow" />
            {choices.length > 0 && <MoneyPicker choices={choices} money={money} onChange={(next) => to({ money: next }, 'replace')} />}
          </div>
          <CountyChecks
            findings={failing}
            onCell={(ref) => goTo({ table: tableOf(ref), by: 'county', group: undefined, cell: ref, money }, 'push')}
          />
          <div className="consolidate-body">
            <TableList
              tables={scheme.tables}
              chosen={table.code}
              failing={failing}
              hrefOf={(code) => hashOf('consolidate', [code], { by: by === 'county' ? undefined : by, group, money: money ?? undefined })}
            />
            {data === undefined ? (
              <Waiting />
            ) : (
              <TotalsTable
                key={`${table.code} ${data.key}`}
                scheme={scheme}
                table={table}
                totals={shown.totals}
                rounding={controlledRoundingLines(shown.rounding, language)}
                failing={failing}
                cell={cell}
                onCell={(ref) => to({ cell: ref }, 'replace')}
              />
            )}
            {cell !== null && data !== undefined && (
              <LineagePanel
                cell={cell}
                by={by}
                group={data.key}
                total={totalOf(data.tables, cell)}
                onClose={() => to({ cell: null }, 'replace')}
              />
            )}
          </div>
        </>
      )}
    </Page>
  )
}

function totalOf(tables: Record<string, Record<string, string>>, cell: string): string | null {
  const code = tableOf(cell)
  return tables[code]?.[cell.slice(code.length + 1)] ?? null
}

/** The table of the address, otherwise that of its cell, otherwise the first. */
function tableAt({ tables }: Scheme, { table, cell }: ConsolidatePlace): Table | undefined {
  return tables.find(({ code }) => code === table) ?? tables.find(({ code }) => cell !== null && code === tableOf(cell)) ?? tables[0]
}

/** The scheme with money in the chosen unit; as filed when no unit is chosen. */
function useSchemeIn(filed: Scheme, money: ConsolidatePlace['money']): Scheme {
  return useMemo(() => (money === null ? filed : schemeIn(filed, money)), [filed, money])
}

/** The number of filings behind the totals, and a link to the units that are missing. */
function DrawnFrom({ filed, expected }: { filed: number; expected: number }) {
  const t = useText('consolidate')
  const missing = expected - filed
  return (
    <>
      {t.drawnFrom(countText(filed), countText(expected))}
      {missing > 0 && (
        <>
          {t.missing(countText(missing))} <a href={hashOf('roster')}>{t.toMissing}</a>
        </>
      )}
    </>
  )
}
