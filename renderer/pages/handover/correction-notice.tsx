import { firstChanged } from '../../filing/changed-cells.ts'
import { derived, type FilingState } from '../../filing/filing-state.ts'
import { hashOf } from '../../place/router.ts'
import { useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { timeText } from '../../ui/time.ts'
import { tableOf } from '../../../shared/words.ts'

/** For a filing that was handed over and is open again: the last revision, the next one, and the changed cells with a link. */
export function CorrectionNotice({ state, unit }: { state: FilingState; unit: string | undefined }) {
  const t = useText('handover')
  const { revision, signedAt } = state.view
  if (revision === 0) return null
  const { changed } = derived(state)
  const first = firstChanged(state.scheme, changed)
  const words = t.correcting(revision, signedAt === null ? null : timeText(signedAt))
  return (
    <Notice
      tone="info"
      action={first === null ? undefined : <a href={hashOf('fill', [tableOf(first)], { unit, cell: first })}>{t.toChanged}</a>}
    >
      {state.handedOver === null ? words : `${words}${first === null ? t.unchanged : t.changed(countText(changed.size))}`}
    </Notice>
  )
}
