import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { problemSentence } from '../../shared/text/problem-sentences.ts'
import { CallFailed } from '../api/client.ts'
import { FileUnreadable } from '../api/read-file.ts'
import { useLanguage, useText } from '../text/language.tsx'

type Tone = 'error' | 'warning' | 'info'

/** One message in place, with an optional act; an icon and a colour show the tone. */
export function Notice({ tone, title, children, action }: { tone: Tone; title?: string; children?: ReactNode; action?: ReactNode }) {
  const body = title === undefined ? { title: children } : { title, description: children }
  return <Alert type={tone} showIcon role={tone === 'error' ? 'alert' : 'status'} {...body} action={action} />
}

/** Returns the function that words an error of `call` or `bytesOf`; its answer is null when no sentence is needed. */
export function useFailureSentence(): (thrown: unknown) => string | null {
  const { language } = useLanguage()
  const t = useText('common')
  return (thrown) => {
    if (thrown === null || thrown === undefined) return null
    if (thrown instanceof CallFailed) return thrown.failure.code === 'host-gone' ? t.hostGone : problemSentence(thrown.failure, language)
    return thrown instanceof FileUnreadable ? t.fileUnreadable : t.unknownFailure
  }
}

/** Shows the failure of a query or an action; draws nothing without a failure. */
export function FailureNotice({ failure, retry }: { failure: unknown; retry?: () => void }) {
  const t = useText('common')
  const sentence = useFailureSentence()(failure)
  if (sentence === null) return null
  const action =
    retry === undefined ? undefined : (
      <Button size="small" onClick={retry}>
        {t.retry}
      </Button>
    )
  return (
    <Notice tone="error" action={action}>
      {sentence}
    </Notice>
  )
}
