import {
  AuditOutlined,
  BarChartOutlined,
  ControlOutlined,
  DatabaseOutlined,
  ExportOutlined,
  FileWordOutlined,
  FormOutlined,
  FundOutlined,
  InboxOutlined,
  OrderedListOutlined,
  StarOutlined,
  TableOutlined,
} from '@ant-design/icons'
import { lazy } from 'react'
import type { ComponentType, ReactNode } from 'react'
import type { PageName } from '../place/page-names.ts'

/** The parts of a page for the frame: its icon in the navigation, and its content, a file that is loaded at the first opening. */
export type PageParts = { icon: ReactNode; Content: ComponentType }

export const pages: Record<PageName, PageParts> = {
  fill: { icon: <FormOutlined />, Content: lazy(() => import('./fill/fill-page.tsx').then(({ FillPage }) => ({ default: FillPage }))) },
  checks: {
    icon: <AuditOutlined />,
    Content: lazy(() => import('./checks/checks-page.tsx').then(({ ChecksPage }) => ({ default: ChecksPage }))),
  },
  handover: {
    icon: <ExportOutlined />,
    Content: lazy(() => import('./handover/handover-page.tsx').then(({ HandoverPage }) => ({ default: HandoverPage }))),
  },
  roster: {
    icon: <OrderedListOutlined />,
    Content: lazy(() => import('./roster/roster-page.tsx').then(({ RosterPage }) => ({ default: RosterPage }))),
  },
  receive: {
    icon: <InboxOutlined />,
    Content: lazy(() => import('./receive/receive-page.tsx').then(({ ReceivePage }) => ({ default: ReceivePage }))),
  },
  consolidate: {
    icon: <TableOutlined />,
    Content: lazy(() => import('./consolidate/consolidate-page.tsx').then(({ ConsolidatePage }) => ({ default: ConsolidatePage }))),
  },
  indicators: {
    icon: <FundOutlined />,
    Content: lazy(() => import('./indicators/indicators-page.tsx').then(({ IndicatorsPage }) => ({ default: IndicatorsPage }))),
  },
  evaluate: {
    icon: <StarOutlined />,
    Content: lazy(() => import('./evaluate/evaluate-page.tsx').then(({ EvaluatePage }) => ({ default: EvaluatePage }))),
  },
  report: {
    icon: <FileWordOutlined />,
    Content: lazy(() => import('./report/report-page.tsx').then(({ ReportPage }) => ({ default: ReportPage }))),
  },
  balance: {
    icon: <BarChartOutlined />,
    Content: lazy(() => import('./balance/balance-page.tsx').then(({ BalancePage }) => ({ default: BalancePage }))),
  },
  parameters: {
    icon: <ControlOutlined />,
    Content: lazy(() => import('./parameters/parameters-page.tsx').then(({ ParametersPage }) => ({ default: ParametersPage }))),
  },
  workspace: {
    icon: <DatabaseOutlined />,
    Content: lazy(() => import('./workspace/workspace-page.tsx').then(({ WorkspacePage }) => ({ default: WorkspacePage }))),
  },
}
