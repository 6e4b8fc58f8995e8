import { Button } from 'antd'
import type { BatchFile } from '../../../shared/api/batch.ts'
import { useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { isTaken, leaveOutDrafts, type Decisions } from './decisions.ts'

type DraftsNoticeProps = { files: readonly BatchFile[]; decisions: Decisions; onDecide: (decisions: Decisions) => void }

/** The number of unsigned files that would be received; hidden when there is none. */
export function DraftsNotice({ files, decisions, onDecide }: DraftsNoticeProps) {
  const t = useText('receive')
  const drafts = files.filter((file) => file.draft && isTaken(file, decisions))
  if (drafts.length === 0) return null
  return (
    <Notice
      tone="warning"
      action={
        <Button size="small" onClick={() => onDecide(leaveOutDrafts(decisions, files))}>
          {t.leaveDrafts}
        </Button>
      }
    >
      {t.drafts(countText(drafts.length))}
    </Notice>
  )
}

/** The mark of a file written before the sign-off, beside the verdict. */
export function DraftMark() {
  const t = useText('receive')
  return (
    <span className="verdict verdict-amber" title={t.draftLong}>
      {t.draft}
    </span>
  )
}
