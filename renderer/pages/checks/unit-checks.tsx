import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Finding } from '../../../shared/check/findings.ts'
import { cellTitle } from '../../../shared/scheme/cells.ts'
import { tableOf, type CellRef } from '../../../shared/words.ts'
import { derived, isMissing } from '../../filing/filing-state.ts'
import { FilingLock } from '../../filing/filing-lock.tsx'
import { isLocked } from '../../filing/locked.ts'
import { ReturnButton } from '../../filing/return-button.tsx'
import { FindingCard } from '../../filing/finding-card.tsx'
import { MissingCard } from '../../filing/missing-card.tsx'
import { RefusedCard } from '../../filing/refused-card.tsx'
import { RemarkCard } from '../../filing/remark-card.tsx'
import { useFiling, type OpenFiling } from '../../filing/use-filing.ts'
import { go, hashOf } from '../../place/router.ts'
import { Unanswered } from '../../frame/answered.tsx'
import { useText } from '../../text/language.tsx'
import { EmptyPage } from '../../ui/empty-page.tsx'
import { countText } from '../../ui/figure.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'

/** The findings of one filing, table by table; every finding leads to its cell, a query takes its explanation here. */
export function UnitChecks({ unit, own, switcher }: { unit: string; own: boolean; switcher: ReactNode }) {
  const t = useText('checks')
  const r = useText('returned')
  const { filing, failure, reload } = useFiling(unit)
  const [returnFailure, setReturnFailure] = useState<unknown>(null)
  if (filing === null)
    return (
      <Page title={t.title}>
        <Unanswered failure={failure} reload={reload} />
      </Page>
    )
  const { findings } = derived(filing.state)
  const errors = findings.filter((finding) => finding.level === 'error').length + filing.state.refused.size
  const queries = findings.filter((finding) => finding.level === 'query' && !finding.explained).length
  const remarks = filing.state.remarks.size
  const other = own ? undefined : unit
  const clean = errors + queries === 0
  const words = clean ? t.clean : t.state(countText(errors), countText(queries))
  const next = (
    <Button type="primary" onClick={() => go(hashOf(clean ? 'handover' : 'fill', [], { unit: other }))}>
      {clean ? t.toHandover : t.toFill}
    </Button>
  )
  return (
    <Page
      title={own ? t.title : t.titleOf(filing.state.view.unit.name)}
      state={remarks === 0 ? words : `${words} · ${r.remarks(countText(remarks))}`}
      action={
        <>
          {switcher}
          {!own && !clean && filing.state.view.status !== 'open' && (
            <ReturnButton unit={unit} name={filing.state.view.unit.name} onFailure={setReturnFailure} />
          )}
          {next}
        </>
      }
    >
      <FailureNotice failure={returnFailure} />
      <FilingLock state={filing.state} own={own} />
      {clean && findings.length === 0 && remarks === 0 ? (
        <EmptyPage title={t.cleanTitle} action={next}>
          {filing.state.facts.size === 0 ? t.cleanNothing : t.cleanOwn}
        </EmptyPage>
      ) : (
        <FindingsByTable filing={filing} findings={findings} other={other} />
      )}
    </Page>
  )
}

function FindingsByTable({ filing, findings, other }: { filing: OpenFiling; findings: readonly Finding[]; other: string | undefined }) {
  const { state, store } = filing
  const open = !isLocked(state.view.status, other === undefined)
  const place = (cell: CellRef) => hashOf('fill', [tableOf(cell)], { unit: other, cell })
  return state.tables.map((table) => {
    const here = findings.filter((finding) => tableOf(finding.cell) === table.code)
    const refused = [...state.refused].filter(([ref]) => tableOf(ref) === table.code)
    const remarks = [...state.remarks].filter(([ref]) => tableOf(ref) === table.code)
    if (here.length + refused.length + remarks.length === 0) return null
    return (
      <section key={table.code} className="checks-table" aria-label={table.title}>
        <h2>
          {table.title} <span className="secondary small">{table.code}</span>
        </h2>
        {remarks.map(([ref, text]) => (
          <RemarkCard key={`${ref} remark`} place={cellTitle(state.scheme, ref)} text={text} onJump={() => go(place(ref))} />
        ))}
        {refused.map(([ref, { problem }]) => (
          <RefusedCard key={ref} place={cellTitle(state.scheme, ref)} problem={problem} onJump={() => go(place(ref))} />
        ))}
        {here
          .filter((finding) => !isMissing(finding))
          .map((finding) => (
            <FindingCard
              key={finding.key}
              finding={finding}
              place={cellTitle(state.scheme, finding.cell)}
              onJump={() => go(place(finding.cell))}
              onExplain={open ? (text) => store.explain(finding, text) : null}
            />
          ))}
        <MissingCard findings={here.filter(isMissing)} onJump={(cell) => go(place(cell))} />
      </section>
    )
  })
}
