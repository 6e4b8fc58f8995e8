import { Button } from 'antd'
import { useMemo } from 'react'
import { tableOf, type CellRef } from '../../../shared/words.ts'
import { progressOf } from '../../filing/filing-state.ts'
import { CarryOverNotice } from '../../filing/carry-over-notice.tsx'
import { FilingLock } from '../../filing/filing-lock.tsx'
import { FilingSummary } from '../../filing/filing-summary.tsx'
import { isLocked } from '../../filing/locked.ts'
import { useTakeBack } from '../../filing/take-back.tsx'
import { useFiling } from '../../filing/use-filing.ts'
import { go, hashOf, usePlace } from '../../place/router.ts'
import { NextStep, Unanswered } from '../../frame/answered.tsx'
import { useWorkspace } from '../../place/workspace-context.tsx'
import { useText } from '../../text/language.tsx'
import { Page } from '../../ui/page.tsx'
import { FormView } from './form-view.tsx'
import { TableTabs } from './table-tabs.tsx'
import './fill.css'

/** 填表: the tables of one unit, its own unless the address names another. */
export function FillPage() {
  const t = useText('fill')
  const place = usePlace()
  const workspace = useWorkspace()
  const unit = place.query['unit'] ?? workspace.unit.code
  const other = unit === workspace.unit.code ? undefined : unit
  const { filing, failure, reload } = useFiling(unit)
  // The button is quiet for a county, because a county may report to nobody.
  const takeBack = useTakeBack(unit, workspace.role === 'school' ? 'default' : 'text')
  // Filings of other units come in through 接收.
  const takesBack = other === undefined
  const cell = place.query['cell']
  // Every change of place makes a new target, so that a link to the same cell works again.
  const target = useMemo(() => (cell === undefined ? null : { ref: cell, place }), [cell, place])
  if (filing === null)
    return (
      <Page title={t.title}>
        <Unanswered failure={failure} reload={reload} />
      </Page>
    )

  const { state } = filing
  const title = other === undefined ? t.title : t.titleOf(state.view.unit.name)
  const progress = progressOf(state)
  const wanted = place.parts[0] ?? (cell === undefined ? undefined : tableOf(cell))
  const table = state.tables.find((one) => one.code === wanted) ?? state.tables[0]
  if (table === undefined) {
    return (
      <Page title={title}>
        <NextStep title={t.noTables} text={t.noTablesText(state.view.unit.kind)} act={t.toRoster} to="roster" />
      </Page>
    )
  }
  const jump = (ref: CellRef) => go(hashOf('fill', [tableOf(ref)], { unit: other, cell: ref }), cell === ref ? 'replace' : 'push')
  const locked = isLocked(state.view.status, other === undefined)
  return (
    <Page
      full
      title={title}
      state={<FilingSummary progress={progress} />}
      action={
        <>
          {takesBack && takeBack.button}
          <Button type="primary" onClick={() => go(hashOf('handover', [], { unit: other }))}>
            {t.toHandover}
          </Button>
        </>
      }
    >
      {takesBack && takeBack.notice}
      <FilingLock state={state} own={other === undefined} />
      {!locked && <CarryOverNotice key={unit} filing={filing} />}
      <TableTabs tables={progress} current={table.code} onChoose={(code) => go(hashOf('fill', [code], { unit: other }))} />
      <FormView key={`${unit} ${table.code}`} filing={filing} table={table} readOnly={locked} target={target} onJump={jump} />
    </Page>
  )
}
