import { balance } from './page/balance.ts'
import { carryOverText } from './page/carry-over.ts'
import { checks } from './page/checks.ts'
import { common } from './page/common.ts'
import { consolidateText } from './page/consolidate.ts'
import { evaluateText } from './page/evaluate.ts'
import { evidence } from './page/evidence.ts'
import { fill } from './page/fill.ts'
import { frame } from './page/frame.ts'
import { handover } from './page/handover.ts'
import { keys } from './page/keys.ts'
import { parameters } from './page/parameters.ts'
import { receive } from './page/receive.ts'
import { report } from './page/report.ts'
import { returned } from './page/returned.ts'
import { roster } from './page/roster.ts'
import { start } from './page/start.ts'
import { workspaceText } from './page/workspace.ts'

/** Every sentence of the page in Chinese, by area. `titles` names the pages as the navigation shows them. */
export const page = {
  titles: {
    fill: '填表',
    checks: '审核',
    handover: '报出',
    roster: '名录',
    receive: '接收',
    consolidate: '汇总',
    indicators: '指标',
    evaluate: '评价',
    report: '报告',
    balance: '均衡分析',
    parameters: '参数',
    workspace: '工作区',
  },
  balance,
  carryOver: carryOverText,
  checks,
  common,
  consolidate: consolidateText,
  evaluate: evaluateText,
  evidence,
  fill,
  frame,
  handover,
  keys,
  parameters,
  receive,
  report,
  returned,
  roster,
  start,
  workspace: workspaceText,
}
