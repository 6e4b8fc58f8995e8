import { Button } from 'antd'
import { useState } from 'react'
import { topics } from '../../shared/api/topics.ts'
import { workspaceApi } from '../../shared/api/workspace.ts'
import { announce } from '../api/changes.ts'
import { call, CallFailed } from '../api/client.ts'
import { retrySaving } from '../api/save-state.ts'
import { useWorkspaceLost, workspaceFound } from '../api/workspace-lost.ts'
import { useText } from '../text/language.tsx'
import { useFailureSentence, Notice } from '../ui/notice.tsx'
import { useWorkspace } from '../place/workspace-context.tsx'
import './lost-notice.css'

/** Warns that another page has opened another workspace, and reopens this page's workspace without loss of typed text. */
export function LostNotice() {
  const t = useText('frame')
  const sentenceOf = useFailureSentence()
  const { key, path, name } = useWorkspace()
  const lost = useWorkspaceLost(key)
  const [failure, setFailure] = useState<unknown>(null)
  if (lost === null) return null
  const openAgain = async () => {
    try {
      await call(workspaceApi.open, { input: { path } })
    } catch (reason) {
      return setFailure(reason)
    }
    setFailure(null)
    workspaceFound(key)
    retrySaving()
    // All data may have changed while another workspace was open.
    announce({ changes: topics.filter((topic) => topic !== 'open') })
  }
  return (
    <div className="lost-notice">
      <Notice
        tone="error"
        action={
          <Button size="small" type="primary" onClick={() => void openAgain()}>
            {t.openAgain(name)}
          </Button>
        }
      >
        {sentenceOf(failure) ?? sentenceOf(new CallFailed(lost))}
      </Notice>
    </div>
  )
}
