import { Input } from 'antd'
import { useEffect, useEffectEvent, useId, useState } from 'react'
import { isBoilerplate } from '../../shared/check/explanations.ts'
import { reportSaving } from '../api/save-state.ts'
import { useText } from '../text/language.tsx'
import { useFailureSentence } from '../ui/notice.tsx'

/** Milliseconds between the last key and the saving of an explanation. */
const PAUSE_MS = 900

type ExplanationFieldProps = {
  /** The explanation that fits the current values. */
  kept: string
  /** An explanation of former values, as a start for a new one. */
  former: string | null
  onExplain: ((text: string) => Promise<void>) | null
}

/** The explanation of a query, saved after a pause in typing; a stock phrase is refused. */
export function ExplanationField({ kept, former, onExplain }: ExplanationFieldProps) {
  const t = useText('fill')
  const sentenceOf = useFailureSentence()
  const [text, setText] = useState(kept !== '' ? kept : (former ?? ''))
  const [sent, setSent] = useState(kept)
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const name = useId()
  const open = onExplain !== null
  const said = text.trim()
  const boilerplate = said !== '' && isBoilerplate(said)

  const save = async () => {
    if (onExplain === null || boilerplate || said === sent.trim()) return
    setSaving(true)
    try {
      await onExplain(said)
      setSent(said)
      setFailure(null)
    } catch (reason) {
      setFailure(reason)
    }
    setSaving(false)
  }
  // The header shows an unsaved explanation, and leaving the page warns.
  useEffect(() => {
    if (!open) return
    reportSaving(name, { unsaved: said !== sent.trim() && !boilerplate ? 1 : 0, failure })
    return () => reportSaving(name, { unsaved: 0, failure: null })
  }, [name, open, said, sent, boilerplate, failure])
  const saveLatest = useEffectEvent(() => void save())
  useEffect(() => {
    const timer = setTimeout(saveLatest, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => saveLatest, [])

  if (onExplain === null) return <blockquote className="explanation-kept">{text}</blockquote>
  const reason = sentenceOf(failure)
  return (
    <div>
      <Input.TextArea
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={1000}
        value={text}
        status={boilerplate ? 'warning' : undefined}
        placeholder={t.explanationPlaceholder}
        aria-label={t.explanation}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => void save()}
      />
      <div className="small explanation-word" role="status">
        {boilerplate ? t.explanationBoilerplate : saving ? t.explanationSaving : (reason ?? '')}
      </div>
    </div>
  )
}
