import { Button } from 'antd'
import { useState } from 'react'
import { filingApi, type CarriedCells } from '../../shared/api/filing.ts'
import { blankCarried, originPeriod, originSchemes } from '../../shared/filing/carry-over.ts'
import { useAction } from '../api/use-query.ts'
import { useTask, useWorkspace } from '../place/workspace-context.tsx'
import { useText } from '../text/language.tsx'
import { FailureNotice, Notice } from '../ui/notice.tsx'
import type { OpenFiling } from './use-filing.ts'

/** Offers to fill blank cells from the filings of other schemes; draws nothing when no such cell exists. */
export function CarryOverNotice({ filing: { state, store } }: { filing: OpenFiling }) {
  const t = useText('carryOver')
  const { listComma } = useText('common')
  const { tasks } = useWorkspace()
  const task = useTask()
  const act = useAction(filingApi.carryOver)
  const [answer, setAnswer] = useState<CarriedCells | null>(null)
  const held = originSchemes(state.scheme).flatMap((id) => {
    const own = tasks.filter((one) => one.scheme === id)
    const period = originPeriod(
      task.period,
      own.map((one) => one.period),
    )
    return own.filter((one) => one.period === period)
  })
  const from = held.map((one) => `${one.title} ${one.period}`).join(listComma)
  const blank = blankCarried(
    state.scheme,
    state.tables,
    (ref) => state.facts.has(ref) || state.refused.has(ref),
    held.map((one) => one.scheme),
  )
  const take = async () => {
    const said = { params: { unit: state.view.unit.code } }
    setAnswer((await act.run(store.settled().then(() => said))) ?? null)
  }
  if (answer !== null)
    return <Notice tone="info">{answer.filled.length === 0 ? t.none(from) : t.taken(String(answer.filled.length), from)}</Notice>
  if (blank.length === 0) return null
  return (
    <>
      <Notice
        tone="info"
        action={
          <Button size="small" loading={act.running} onClick={() => void take()}>
            {t.take}
          </Button>
        }
      >
        {t.offer(String(blank.length), from)}
      </Notice>
      <FailureNotice failure={act.failure} />
    </>
  )
}
