import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { batchApi, type BatchView } from '../../../shared/api/batch.ts'
import type { PageSentences } from '../../../shared/text/page-sentences.ts'
import { announce } from '../../api/changes.ts'
import { useScope } from '../../api/scope.ts'
import { useAction } from '../../api/use-query.ts'
import { go, hashOf } from '../../place/router.ts'
import { useText } from '../../text/language.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { countText } from '../../ui/figure.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { timeText } from '../../ui/time.ts'
import { decide, isTaken, noDecisions, outdoneFiles } from './decisions.ts'
import { DraftsNotice } from './drafts.tsx'
import { FileDetails } from './file-details.tsx'
import { FileTable } from './file-table.tsx'
import { IntakeNotice } from './intake-notice.tsx'
import { forgetIntake, useIntake } from './intake.ts'
import { shownVerdict, type ShownVerdict } from './shown-verdict.ts'
import { VerdictChips } from './verdict-chips.tsx'

/** One batch: an open one can be checked and received, a received one can be undone. */
export function BatchPage({ view, choose }: { view: BatchView; choose: ReactNode }) {
  const t = useText('receive')
  const scope = useScope()
  const running = useIntake().progress !== null
  const commit = useAction(batchApi.commit)
  const discard = useAction(batchApi.discard)
  const undo = useAction(batchApi.undo)
  const [decisions, setDecisions] = useState(noDecisions)
  const [chip, setChip] = useState<ShownVerdict | null>(null)
  const [selected, setSelected] = useState<number | null>(null)
  const open = view.state === 'open'
  const ready = open ? view.files.filter((file) => isTaken(file, decisions)).length : view.committed
  const shown = useMemo(() => (chip === null ? view.files : view.files.filter((file) => shownVerdict(file) === chip)), [view.files, chip])
  const outdone = useMemo(() => outdoneFiles(view.files), [view.files])
  const file = view.files.find(({ position }) => position === selected) ?? null
  const params = { batch: view.batch }

  const receiveBatch = async () => {
    const done = await commit.run({ params, input: { also: [...decisions.also], without: [...decisions.without] } })
    // A refused commit has compared the changed files again, so the batch is read again.
    if (done === undefined) return announce({ changes: ['batches'] })
    forgetIntake(scope)
    go(hashOf('receive', [String(view.batch)]))
  }
  const giveUp = async () => {
    if ((await discard.run({ params })) !== undefined) {
      forgetIntake(scope)
      go(hashOf('receive'))
    }
  }
  const takeBack = () => void undo.run({ params })
  const actions = open ? (
    <>
      <ConfirmButton
        ask={t.discardAsk}
        detail={t.discardDetail}
        loading={discard.running}
        disabled={running}
        onConfirm={() => void giveUp()}
      >
        {t.discard}
      </ConfirmButton>
      {choose}
      <Button type="primary" disabled={running || ready === 0} loading={commit.running} onClick={() => void receiveBatch()}>
        {ready === 0 ? t.receiveNothing : t.receiveAct(countText(ready))}
      </Button>
    </>
  ) : (
    <>
      {view.state === 'committed' && (
        <ConfirmButton danger ask={t.undoAsk(view.batch)} detail={t.undoDetail} loading={undo.running} onConfirm={takeBack}>
          {t.undo}
        </ConfirmButton>
      )}
      <Button type="primary" onClick={() => go(hashOf('receive'))}>
        {t.next}
      </Button>
    </>
  )
  return (
    <Page full title={t.title} state={stateOf(view, ready, t)} action={actions}>
      <IntakeNotice />
      <FailureNotice failure={commit.failure ?? discard.failure ?? undo.failure} />
      {view.state === 'committed' && <CommittedNotice committed={view.committed} />}
      {open && <DraftsNotice files={view.files} decisions={decisions} onDecide={setDecisions} />}
      <VerdictChips files={view.files} chosen={chip} onChoose={setChip} />
      <div className="receive-body">
        <FileTable
          files={shown}
          state={view.state}
          outdone={outdone}
          decisions={decisions}
          selected={selected}
          onSelect={setSelected}
          onDecide={(one, act) => setDecisions((before) => decide(before, one, act, view.files))}
        />
        <FileDetails key={selected} file={file} newerBeside={file !== null && outdone.has(file.position)} />
      </div>
    </Page>
  )
}

function CommittedNotice({ committed }: { committed: number }) {
  const t = useText('receive')
  return (
    <Notice
      tone="info"
      action={
        <Button size="small" onClick={() => go(hashOf('consolidate'))}>
          {t.toTotals}
        </Button>
      }
    >
      {t.done(countText(committed))}
    </Notice>
  )
}

function stateOf(view: BatchView, ready: number, t: PageSentences['receive']): string {
  const time = timeText(view.at)
  switch (view.state) {
    case 'open':
      return t.state(countText(view.files.length), countText(ready), countText(view.files.length - ready))
    case 'committed':
      return t.committed(view.batch, time, countText(view.committed), countText(view.parked))
    case 'undone':
      return t.undone(view.batch, time)
    case 'discarded':
      return t.discarded(view.batch, time)
  }
}
