import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { lazy, useEffect, useMemo } from 'react'
import type { ComponentType, ReactElement } from 'react'
import { workspaceApi, type WorkspaceInfo } from '../shared/api/workspace.ts'
import { loadScheme } from './api/load-scheme.ts'
import { hasUnsaved } from './api/save-state.ts'
import { useQuery } from './api/use-query.ts'
import { ErrorBoundary } from './frame/error-boundary.tsx'
import { go, hashOf, usePlace } from './frame/router.ts'
import { Shell, Waiting } from './frame/shell.tsx'
import { OpenedProvider } from './frame/workspace-context.tsx'
import { StartPage } from './pages/start/start-page.tsx'
import { UnknownPage } from './pages/unknown-page.tsx'
import { theme } from './style/theme.ts'
import { LanguageProvider, useLanguage } from './text/language.tsx'
import { FailureNotice } from './ui/notice.tsx'

/** Each page is a file of its own, loaded when it is first opened. */
const pages: Record<string, ComponentType> = {
  fill: lazy(() => import('./pages/fill/fill-page.tsx').then((module) => ({ default: module.FillPage }))),
  checks: lazy(() => import('./pages/checks/checks-page.tsx').then((module) => ({ default: module.ChecksPage }))),
  handover: lazy(() => import('./pages/handover/handover-page.tsx').then((module) => ({ default: module.HandoverPage }))),
  roster: lazy(() => import('./pages/roster/roster-page.tsx').then((module) => ({ default: module.RosterPage }))),
  receive: lazy(() => import('./pages/receive/receive-page.tsx').then((module) => ({ default: module.ReceivePage }))),
  consolidate: lazy(() => import('./pages/consolidate/consolidate-page.tsx').then((module) => ({ default: module.ConsolidatePage }))),
  indicators: lazy(() => import('./pages/evaluate/indicators-page.tsx').then((module) => ({ default: module.IndicatorsPage }))),
  evaluate: lazy(() => import('./pages/evaluate/evaluate-page.tsx').then((module) => ({ default: module.EvaluatePage }))),
  report: lazy(() => import('./pages/report/report-page.tsx').then((module) => ({ default: module.ReportPage }))),
  balance: lazy(() => import('./pages/balance/balance-page.tsx').then((module) => ({ default: module.BalancePage }))),
  parameters: lazy(() => import('./pages/parameters/parameters-page.tsx').then((module) => ({ default: module.ParametersPage }))),
  workspace: lazy(() => import('./pages/workspace/workspace-page.tsx').then((module) => ({ default: module.WorkspacePage }))),
}

/** The page's root: language, look, and what is open. */
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
    <ConfigProvider locale={lang === 'zh' ? zhCN : enUS} theme={theme} button={{ autoInsertSpace: false }} componentSize="middle">
      <ErrorBoundary where={lang}>
        <Opening />
      </ErrorBoundary>
    </ConfigProvider>
  )
}

/** The start page while nothing is open, the frame with the asked page otherwise. */
function Opening() {
  const place = usePlace()
  const { data: workspace, failure, reload } = useQuery(workspaceApi.current, {})
  if (workspace === undefined) return failure === null ? <Waiting /> : <Alone failure={failure} retry={reload} />
  if (workspace === null || place.page === 'start') return <StartPage open={workspace} />
  return <Opened key={`${workspace.path} ${workspace.task.scheme} ${workspace.task.period}`} workspace={workspace} />
}

function Opened({ workspace }: { workspace: WorkspaceInfo }) {
  const { page } = usePlace()
  const { data, failure, reload } = useQuery(workspaceApi.scheme, {})
  const scheme = useMemo(() => (data === undefined ? null : loadScheme(data.file, data.text)), [data])
  const opened = useMemo(() => (scheme === null ? null : { workspace, scheme }), [workspace, scheme])
  useEffect(() => {
    if (page === '') go(hashOf(workspace.role === 'school' ? 'fill' : 'roster'), 'replace')
  }, [page, workspace.role])
  if (opened === null) return failure === null ? <Waiting /> : <Alone failure={failure} retry={reload} />
  const Asked = pages[page]
  return (
    <OpenedProvider value={opened}>
      <Shell>{Asked === undefined ? page === '' ? null : <UnknownPage /> : <Asked />}</Shell>
    </OpenedProvider>
  )
}

/** A failure with no frame around it yet. */
function Alone({ failure, retry }: { failure: unknown; retry: () => void }) {
  return (
    <div className="page">
      <FailureNotice failure={failure} retry={retry} />
    </div>
  )
}
