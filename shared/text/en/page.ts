import type { PageSentences } from '../page-sentences.ts'
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

/** Every sentence of the page in English, by area. `titles` names the pages as the navigation shows them. */
export const page: PageSentences = {
  titles: {
    fill: 'Tables',
    checks: 'Checks',
    handover: 'Hand over',
    roster: 'Roster',
    receive: 'Receive',
    consolidate: 'Totals',
    indicators: 'Indicators',
    evaluate: 'Evaluation',
    report: 'Report',
    balance: 'Balance',
    parameters: 'Parameters',
    workspace: 'Workspace',
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
