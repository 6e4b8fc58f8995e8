import { filingApi } from '../../shared/api/filing.ts'
import { useAction } from '../api/use-query.ts'
import { useText } from '../text/language.tsx'
import { ConfirmButton } from '../ui/confirm-button.tsx'
import { FailureNotice, Notice } from '../ui/notice.tsx'
import type { FilingState } from './filing-state.ts'

/** Shows that a filing is locked and offers to reopen the filing; draws nothing for an open filing. */
export function FilingLock({ state, own }: { state: FilingState; own: boolean }) {
  const t = useText('fill')
  const sentBack = useText('returned')
  const reopen = useAction(filingApi.reopen)
  const { status, revision, unit } = state.view
  if (status === 'open') return null
  if (status === 'returned' && own) return <Notice tone="warning">{sentBack.here}</Notice>
  const button = (
    <ConfirmButton
      size="small"
      ask={t.reopenAsk}
      detail={own ? t.reopenOwn : t.reopenOther}
      act={t.reopen}
      loading={reopen.running}
      onConfirm={() => void reopen.run({ params: { unit: unit.code } })}
    >
      {t.reopen}
    </ConfirmButton>
  )
  return (
    <>
      <Notice tone="info" action={button}>
        {status === 'signed' ? t.signed(revision) : status === 'returned' ? sentBack.there(revision) : t.received(revision)}
      </Notice>
      <FailureNotice failure={reopen.failure} />
    </>
  )
}
