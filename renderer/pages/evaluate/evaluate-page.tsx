import { frame } from '../../text/frame.ts'
import { useText } from '../../text/language.tsx'
import { Page } from '../../ui/page.tsx'

export function EvaluatePage() {
  const t = useText(frame)
  return <Page title={t.evaluate}>{null}</Page>
}
