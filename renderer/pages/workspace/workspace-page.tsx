import { Button } from 'antd'
import { useState } from 'react'
import { hostContract } from '../../../shared/api/host.ts'
import { workspaceApi } from '../../../shared/api/workspace.ts'
import { useAction, useQuery } from '../../api/use-query.ts'
import { enterWorkspace } from '../../place/enter-workspace.ts'
import { useWorkspace } from '../../place/workspace-context.tsx'
import { useText } from '../../text/language.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Backups } from './backups.tsx'
import { Tasks } from './tasks.tsx'
import './workspace.css'

/** 工作区: the place of the data, its tasks, its backups. */
export function WorkspacePage() {
  const t = useText('workspace')
  const workspace = useWorkspace()
  const host = useQuery(hostContract.about, {}).data
  const close = useAction(workspaceApi.close)
  const [copied, setCopied] = useState(false)
  const leave = async () => {
    if ((await close.run({})) !== undefined) enterWorkspace(null)
  }
  const copy = async () => {
    await navigator.clipboard.writeText(workspace.path)
    setCopied(true)
  }
  return (
    <Page
      title={t.title}
      state={t.state(workspace.name)}
      action={
        <Button loading={close.running} onClick={() => void leave()}>
          {t.close}
        </Button>
      }
    >
      <FailureNotice failure={close.failure} />
      <div className="workspace-columns">
        <div className="stack-wide grow">
          <section className="card stack">
            <h2>{t.about}</h2>
            <dl className="facts">
              <dt>{t.unit}</dt>
              <dd>
                {workspace.unit.name}{' '}
                <span className="secondary">
                  {[workspace.unit.code, workspace.unit.kind, workspace.unit.township].filter(Boolean).join(' · ')}
                </span>
              </dd>
              <dt>{t.role}</dt>
              <dd>{t.roles(workspace.role)}</dd>
              <dt>{t.file}</dt>
              <dd>
                <code className="path">{workspace.path}</code>{' '}
                <Button size="small" onClick={() => void copy()}>
                  {copied ? t.copied : t.copyPath}
                </Button>
                <div className="secondary small">{t.fileHint}</div>
              </dd>
              <dt>{t.version}</dt>
              <dd data-testid="version">{host?.version}</dd>
            </dl>
          </section>
          <Tasks />
        </div>
        <Backups />
      </div>
    </Page>
  )
}
