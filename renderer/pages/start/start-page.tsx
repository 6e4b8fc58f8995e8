import type { WorkspaceInfo } from '../../../shared/api/workspace.ts'
import { frame } from '../../text/frame.ts'
import { useText } from '../../text/language.tsx'
import { Page } from '../../ui/page.tsx'

export function StartPage({ open }: { open: WorkspaceInfo | null }) {
  const t = useText(frame)
  return <Page title={t.product}>{open?.name ?? null}</Page>
}
