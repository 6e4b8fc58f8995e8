import { Input } from 'antd'
import { useEffect, useEffectEvent, useId, useState } from 'react'
import { isBoilerplate } from '../../shared/check/explanations.ts'
import { reportSaving } from '../api/save-state.ts'
import { useText } from '../text/language.tsx'

/** Milliseconds between the last key and the saving of an explanation. */
const PAUSE_MS = 900

type ExplanationFieldProps = {
  /** The explanation of the current values, or of former values as a start for a new one. */
  held: string | null
  /** Keeps what was typed, also after the field is gone; null when explanations are only shown. */
  onExplain: ((text: string) => void) | null
}

/** The explanation of a query, kept after a pause in typing; a stock phrase is refused, and untouched text is not kept anew. */
export function ExplanationField({ held, onExplain }: ExplanationFieldProps) {
  const t = useText('fill')
  const [text, setText] = useState(held ?? '')
  /** True while something typed is not yet given to `onExplain`. */
  const [typed, setTyped] = useState(false)
  const name = useId()
  const said = text.trim()
  const boilerplate = said !== '' && isBoilerplate(said)
  const waiting = typed && !boilerplate && onExplain !== null

  const save = () => {
    if (!waiting) return
    setTyped(false)
    onExplain(said)
  }
  // The header shows an unsaved explanation, and leaving the page warns.
  useEffect(() => {
    if (!waiting) return
    reportSaving(name, { unsaved: 1 })
    return () => reportSaving(name, { unsaved: 0 })
  }, [name, waiting])
  const saveLatest = useEffectEvent(save)
  useEffect(() => {
    const timer = setTimeout(saveLatest, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => saveLatest, [])

  if (onExplain === null) return <blockquote className="explanation-kept">{text}</blockquote>
  return (
    <div>
      <Input.TextArea
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={1000}
        value={text}
        status={boilerplate ? 'warning' : undefined}
        placeholder={t.explanationPlaceholder}
        aria-label={t.explanation}
        onChange={(event) => {
          setText(event.target.value)
          setTyped(true)
        }}
        onBlur={save}
      />
      <div className="small explanation-word" role="status">
        {boilerplate ? t.explanationBoilerplate : ''}
      </div>
    </div>
  )
}
