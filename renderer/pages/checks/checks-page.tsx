import { frame } from '../../text/frame.ts'
import { useText } from '../../text/language.tsx'
import { Page } from '../../ui/page.tsx'

export function ChecksPage() {
  const t = useText(frame)
  return <Page title={t.checks}>{null}</Page>
}
