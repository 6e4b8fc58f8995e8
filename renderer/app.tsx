import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useMemo } from 'react'
import type { ReactElement } from 'react'
import { workspaceApi, type TaskInfo, type WorkspaceInfo } from '../shared/api/workspace.ts'
import type { TaskKey } from '../shared/words.ts'
import { schemeFromHost } from './api/load-scheme.ts'
import { hasUnsaved } from './api/save-state.ts'
import { ScopeProvider } from './api/scope.ts'
import { useAction, useQuery } from './api/use-query.ts'
import { ErrorBoundary } from './frame/error-boundary.tsx'
import { go, usePlace, withTask } from './place/router.ts'
import { Shell, Waiting } from './frame/shell.tsx'
import { OpenedProvider } from './place/workspace-context.tsx'
import { isPageName, pages } from './pages/pages.tsx'
import { StartPage } from './pages/start/start-page.tsx'
import { UnknownTask } from './pages/unknown-task.tsx'
import { UnknownPage } from './pages/unknown-page.tsx'
import { theme } from './style/theme.ts'
import { LanguageProvider } from './frame/language-provider.tsx'
import { useLanguage } from './text/language.tsx'
import { FailureNotice } from './ui/notice.tsx'

const antdLocales = { zh: zhCN, en: enUS }

/** The page's root: language, look and the open workspace. */
export function App(): ReactElement {
  return (
    <LanguageProvider>
      <Themed />
    </LanguageProvider>
  )
}

function Themed() {
  const { lang } = useLanguage()
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (hasUnsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])
  return (
    <ConfigProvider locale={antdLocales[lang]} theme={theme} button={{ autoInsertSpace: false }} componentSize="middle">
      <ErrorBoundary where={lang}>
        <Opening />
      </ErrorBoundary>
    </ConfigProvider>
  )
}

/** The start page while no workspace is open, otherwise the frame with the requested page. */
function Opening() {
  const place = usePlace()
  const { data: current, failure, reload } = useQuery(workspaceApi.current, {})
  if (current === undefined) return failure === null ? <Waiting /> : <Alone failure={failure} retry={reload} />
  if (current === null || place.page === 'start') return <StartPage open={current !== null} />
  return <InScope key={current.key} workspace={current.key} task={place.task} />
}

/** Gives the parts inside their scope: the workspace, and the task of the address. */
function InScope({ workspace, task }: { workspace: string; task: TaskKey | null }) {
  const scope = useMemo(() => ({ workspace, task: task ?? '' }), [workspace, task])
  return (
    <ScopeProvider value={scope}>
      <InWorkspace asked={task} />
    </ScopeProvider>
  )
}

function InWorkspace({ asked }: { asked: TaskKey | null }) {
  const place = usePlace()
  const { data: workspace, failure, reload } = useQuery(workspaceApi.info, {})
  const { page } = place
  useEffect(() => {
    if (workspace === undefined) return
    const begun = page === '' ? { ...place, page: workspace.role === 'school' ? 'fill' : 'roster' } : place
    if (asked === null || page === '') go(withTask(begun, asked ?? workspace.lastTask), 'replace')
  }, [asked, page, place, workspace])
  if (workspace === undefined) return failure === null ? <Waiting /> : <Alone failure={failure} retry={reload} />
  if (asked === null) return <Waiting />
  const task = workspace.tasks.find(({ key }) => key === asked)
  return task === undefined ? <UnknownTask asked={asked} workspace={workspace} /> : <InTask key={asked} workspace={workspace} task={task} />
}

function InTask({ workspace, task }: { workspace: WorkspaceInfo; task: TaskInfo }) {
  const { page } = usePlace()
  const { data, failure, reload } = useQuery(workspaceApi.scheme, {})
  const loaded = useMemo(() => (data === undefined ? null : { scheme: schemeFromHost(data.file, data.text), digest: data.digest }), [data])
  const opened = useMemo(() => (loaded === null ? null : { workspace, task, ...loaded }), [workspace, task, loaded])
  const { run: remember } = useAction(workspaceApi.useTask)
  useEffect(() => {
    void remember({})
  }, [remember])
  if (opened === null) return failure === null ? <Waiting /> : <Alone failure={failure} retry={reload} />
  const Asked = isPageName(page) ? pages[page].Content : null
  return (
    <OpenedProvider value={opened}>
      <Shell pages={pages}>{Asked === null ? page === '' ? null : <UnknownPage /> : <Asked />}</Shell>
    </OpenedProvider>
  )
}

/** A failure shown without the frame. */
function Alone({ failure, retry }: { failure: unknown; retry: () => void }) {
  return (
    <div className="page">
      <FailureNotice failure={failure} retry={retry} />
    </div>
  )
}
