import { Button, Tooltip } from 'antd'
import { useSaveState } from '../api/save-state.ts'
import { useText } from '../text/language.tsx'
import { useFailureSentence } from '../ui/notice.tsx'
import { clockText } from '../ui/time.ts'

/** ● 已保存 10:42: shows «saved» only after the host's answer; a save button does not exist (docs/design/promises.md: Promise 1). */
export function SaveIndicator() {
  const t = useText('frame')
  const { unsaved, failure, savedAt, retry } = useSaveState()
  const reason = useFailureSentence()(failure)
  if (reason !== null) {
    return (
      <Tooltip title={`${reason} ${t.notSavedHint}`}>
        <span className="save save-failing" role="alert">
          ▲ {t.notSaved(unsaved)}
          <Button size="small" onClick={retry}>
            {t.retryNow}
          </Button>
        </span>
      </Tooltip>
    )
  }
  return (
    <span className="save" role="status">
      {unsaved > 0 && <span className="save-busy">○ {t.saving(unsaved)}</span>}
      {unsaved === 0 && savedAt !== null && (
        <span className="save-done" title={t.savedNone}>
          ● {t.saved(clockText(savedAt))}
        </span>
      )}
    </span>
  )
}
