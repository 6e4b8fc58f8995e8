import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { languages, type LanguageCode } from '../../shared/text/languages.ts'
import { problemSentence } from '../../shared/text/problem-sentences.ts'
import { CallFailed } from '../api/client.ts'
import { FileUnreadable } from '../api/read-file.ts'
import { common } from '../text/common.ts'
import { useLanguage, useText } from '../text/language.tsx'

type Tone = 'error' | 'warning' | 'info'

/** One message in place, with an optional act; an icon and a colour show the tone. */
export function Notice({ tone, title, children, action }: { tone: Tone; title?: string; children?: ReactNode; action?: ReactNode }) {
  const body = title === undefined ? { title: children } : { title, description: children }
  return <Alert type={tone} showIcon role={tone === 'error' ? 'alert' : 'status'} {...body} action={action} />
}

/** An error of `call` or `bytesOf` as a sentence; null when no sentence is needed. */
export function failureSentence(thrown: unknown, language: LanguageCode): string | null {
  const t = common[languages[language].base]
  if (thrown === null || thrown === undefined) return null
  if (thrown instanceof CallFailed) return thrown.failure.code === 'host-gone' ? t.hostGone : problemSentence(thrown.failure, language)
  return thrown instanceof FileUnreadable ? t.fileUnreadable : t.unknownFailure
}

/** Shows the failure of a query or an action; draws nothing without a failure. */
export function FailureNotice({ failure, retry }: { failure: unknown; retry?: () => void }) {
  const { language } = useLanguage()
  const t = useText(common)
  const sentence = failureSentence(failure, language)
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
