import { Button } from 'antd'
import { progressOf } from '../../filing/filing-state.ts'
import { FilingLock } from '../../filing/filing-lock.tsx'
import { isLocked } from '../../filing/locked.ts'
import { useFiling } from '../../filing/use-filing.ts'
import { go, hashOf, usePlace } from '../../place/router.ts'
import { NextStep, Unanswered } from '../../frame/answered.tsx'
import { useWorkspace } from '../../place/workspace-context.tsx'
import { useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { Page } from '../../ui/page.tsx'
import { timeText } from '../../ui/time.ts'
import { Completeness } from './completeness.tsx'
import { CorrectionNotice } from './correction-notice.tsx'
import { HandIn } from './hand-in.tsx'
import { SignOffForm } from './sign-off-form.tsx'
import './handover.css'

/** 报出: the state of each table, the sign-off, the files to hand in; of the own unit unless the address names another. */
export function HandoverPage() {
  const place = usePlace()
  const { code } = useWorkspace().unit
  const unit = place.query['unit'] ?? code
  // A key by unit, because text typed for one unit must not stand in the fields of another.
  return <UnitHandover key={unit} unit={unit} own={unit === code} print={place.query['print']} />
}

function UnitHandover({ unit, own, print }: { unit: string; own: boolean; print: string | undefined }) {
  const t = useText('handover')
  const { filing, failure, reload } = useFiling(unit)
  if (filing === null)
    return (
      <Page title={t.title}>
        <Unanswered failure={failure} reload={reload} />
      </Page>
    )

  const { state } = filing
  if (state.tables.length === 0) {
    return (
      <Page title={own ? t.title : t.titleOf(state.view.unit.name)}>
        <FilingLock state={state} own={own} />
        <NextStep title={t.noTables} text={t.noTablesText(state.view.unit.kind)} act={t.toRoster} to="roster" />
      </Page>
    )
  }
  const { status, revision, signedAt } = state.view
  const progress = progressOf(state)
  const total = (count: (table: (typeof progress)[number]) => number) => progress.reduce((sum, table) => sum + count(table), 0)
  const errors = total((table) => table.errors)
  const queries = total((table) => table.queries)
  const refused = total((table) => table.refused)
  const missing = total((table) => table.missing)
  const outstanding = errors + queries + refused + missing
  const openText = (wrong: number, unexplained: number) =>
    [wrong > 0 ? t.wrong(countText(wrong)) : '', unexplained > 0 ? t.unexplained(countText(unexplained)) : ''].filter(Boolean).join(t.comma)
  const open = !isLocked(status, own)
  const words = open
    ? state.facts.size === 0
      ? t.nothing
      : outstanding > 0
        ? t.notReady(openText(errors + missing + refused, queries))
        : t.ready
    : status === 'signed'
      ? t.signedState(revision, timeText(signedAt ?? ''))
      : t.receivedState(revision)
  const settle = outstanding > 0 && (
    <Button type="primary" onClick={() => go(hashOf('checks', ['own'], { unit: own ? undefined : unit }))}>
      {t.settle}
    </Button>
  )
  return (
    <Page title={own ? t.title : t.titleOf(state.view.unit.name)} state={words} action={open ? settle : undefined}>
      <FilingLock state={state} own={own} />
      {open && <CorrectionNotice state={state} unit={own ? undefined : unit} />}
      <div className="handover">
        <Completeness progress={progress} unit={own ? undefined : unit} />
        <div className="handover-side">
          {open && (
            <SignOffForm
              key={state.view.revision}
              filing={filing}
              ready={outstanding === 0}
              empty={progress.filter(({ mark }) => mark === 'empty').length}
            />
          )}
          <HandIn key={print} view={state.view} printing={print === '1'} />
        </div>
      </div>
    </Page>
  )
}
