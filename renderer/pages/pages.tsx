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
import type { PageName, PagesInOrder } from '../place/page-names.ts'

/** The parts of a page for the frame: its group and icon in the navigation, and its content, a file that is loaded at the first opening. */
type PageParts = PagesInOrder[PageName] & { icon: ReactNode; Content: ComponentType }

/** Every page of the navigation, in its order. */
export const pages: Record<PageName, PageParts> = {
  fill: {
    group: 'fill',
    icon: <FormOutlined />,
    Content: lazy(() => import('./fill/fill-page.tsx').then(({ FillPage }) => ({ default: FillPage }))),
  },
  checks: {
    group: 'fill',
    icon: <AuditOutlined />,
    Content: lazy(() => import('./checks/checks-page.tsx').then(({ ChecksPage }) => ({ default: ChecksPage }))),
  },
  handover: {
    group: 'fill',
    icon: <ExportOutlined />,
    Content: lazy(() => import('./handover/handover-page.tsx').then(({ HandoverPage }) => ({ default: HandoverPage }))),
  },
  roster: {
    group: 'collect',
    icon: <OrderedListOutlined />,
    Content: lazy(() => import('./roster/roster-page.tsx').then(({ RosterPage }) => ({ default: RosterPage }))),
  },
  receive: {
    group: 'collect',
    icon: <InboxOutlined />,
    Content: lazy(() => import('./receive/receive-page.tsx').then(({ ReceivePage }) => ({ default: ReceivePage }))),
  },
  consolidate: {
    group: 'collect',
    icon: <TableOutlined />,
    Content: lazy(() => import('./consolidate/consolidate-page.tsx').then(({ ConsolidatePage }) => ({ default: ConsolidatePage }))),
  },
  indicators: {
    group: 'collect',
    icon: <FundOutlined />,
    Content: lazy(() => import('./indicators/indicators-page.tsx').then(({ IndicatorsPage }) => ({ default: IndicatorsPage }))),
  },
  evaluate: {
    group: 'collect',
    icon: <StarOutlined />,
    Content: lazy(() => import('./evaluate/evaluate-page.tsx').then(({ EvaluatePage }) => ({ default: EvaluatePage }))),
  },
  report: {
    group: 'collect',
    icon: <FileWordOutlined />,
    Content: lazy(() => import('./report/report-page.tsx').then(({ ReportPage }) => ({ default: ReportPage }))),
  },
  balance: {
    group: 'collect',
    icon: <BarChartOutlined />,
    Content: lazy(() => import('./balance/balance-page.tsx').then(({ BalancePage }) => ({ default: BalancePage }))),
  },
  parameters: {
    group: 'workspace',
    icon: <ControlOutlined />,
    Content: lazy(() => import('./parameters/parameters-page.tsx').then(({ ParametersPage }) => ({ default: ParametersPage }))),
  },
  workspace: {
    group: 'workspace',
    icon: <DatabaseOutlined />,
    Content: lazy(() => import('./workspace/workspace-page.tsx').then(({ WorkspacePage }) => ({ default: WorkspacePage }))),
  },
}

/** True when an address names a page of the navigation. */
export function isPageName(text: string): text is PageName {
  return Object.hasOwn(pages, text)
}
