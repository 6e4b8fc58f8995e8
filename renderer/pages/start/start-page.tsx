import { Button, Select } from 'antd'
import { useState } from 'react'
import { workspaceApi, type WorkspaceInfo } from '../../../shared/api/workspace.ts'
import { useAction, useQuery } from '../../api/use-query.ts'
import { enterWorkspace } from '../../place/enter-workspace.ts'
import { go, hashIn } from '../../place/router.ts'
import { LanguageSwitch } from '../../frame/header.tsx'
import { useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { usePageTitle } from '../../ui/page.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { timeText } from '../../ui/time.ts'
import { NewWorkspaceForm } from './new-workspace.tsx'
import './start.css'

function enter(workspace: WorkspaceInfo | undefined): void {
  if (workspace !== undefined) enterWorkspace(workspace)
}

/** 开始: create a workspace, open an existing one, or open a demo. */
export function StartPage({ open }: { open: boolean }) {
  const t = useText('start')
  const { product } = useText('frame')
  usePageTitle(t.title)
  return (
    <div className="start">
      <header className="start-head">
        <div className="grow">
          <h1>{product}</h1>
          <p className="secondary">{t.lead}</p>
        </div>
        {open && <Button onClick={() => go(hashIn(null, ''))}>{t.back}</Button>}
        <LanguageSwitch />
      </header>
      <main className="start-columns">
        <section className="card grow">
          <NewWorkspaceForm onOpened={enter} />
        </section>
        <div className="start-aside">
          <RecentWorkspaces />
          <Demo />
        </div>
      </main>
    </div>
  )
}

/** The number of workspaces that fit beside the form; a button shows the rest. */
const FIRST_SHOWN = 5

function RecentWorkspaces() {
  const t = useText('start')
  const { data, failure, reload } = useQuery(workspaceApi.list, {})
  const open = useAction(workspaceApi.open)
  const [all, setAll] = useState(false)
  const found = data?.workspaces ?? []
  return (
    <section className="card stack">
      <h2>{t.recent}</h2>
      <FailureNotice failure={failure} retry={reload} />
      <FailureNotice failure={open.failure} />
      {data?.workspaces.length === 0 && <p className="secondary">{t.recentNone}</p>}
      <ul className="recent">
        {(all ? found : found.slice(0, FIRST_SHOWN)).map((workspace) => (
          <li key={workspace.path}>
            <button
              type="button"
              className="recent-item"
              disabled={open.running}
              onClick={() => void open.run({ input: { path: workspace.path } }).then(enter)}
            >
              <span className="recent-name">{workspace.name}</span>
              <span className="secondary small">
                {workspace.file} · <span className="recent-time">{t.changed(timeText(workspace.changedAt))}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {!all && found.length > FIRST_SHOWN && (
        <Button className="recent-all" onClick={() => setAll(true)}>
          {t.recentAll(countText(found.length))}
        </Button>
      )}
      {found.length > 0 && data !== undefined && <p className="secondary small recent-folder">{t.folder(data.folder)}</p>}
    </section>
  )
}

/** The demo with the most units, which the guide describes. */
const FIRST_DEMO = 'minsheng'

function Demo() {
  const t = useText('start')
  const demo = useAction(workspaceApi.demo)
  const demos = useQuery(workspaceApi.demos, {}).data ?? []
  const [scheme, setScheme] = useState(FIRST_DEMO)
  return (
    <section className="card stack">
      <h2>{t.demoTitle}</h2>
      <p className="secondary">{t.demoText}</p>
      <FailureNotice failure={demo.failure} />
      {demo.running ? (
        <ProgressBar title={t.demoMaking} progress={demo.progress} onCancel={demo.cancel} />
      ) : (
        <div className="stack">
          <Select
            className="demo-scheme"
            popupMatchSelectWidth
            listHeight={400}
            optionRender={({ label }) => <span className="demo-option">{label}</span>}
            aria-label={t.demoScheme}
            value={scheme}
            onChange={setScheme}
            options={demos.map((one) => ({ value: one.scheme, label: one.title }))}
          />
          <Button className="demo-open" onClick={() => void demo.run({ query: { scheme } }).then(enter)}>
            {t.demoOpen}
          </Button>
        </div>
      )}
    </section>
  )
}
