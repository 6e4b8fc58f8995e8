import { z } from 'zod'
import { moneyUnits } from '../consolidation/money.ts'
import type { ItemFlag } from '../evaluation/flags.ts'
import { finding, grouping } from './common.ts'
import { route } from './contract.ts'

/**
 * A group with its numbers of filed and expected units. `title` is null for the units without a value of the grouping's attribute
 * (shared/text/group-title.ts). Figures in this file are decimal strings.
 */
const groupHead = z.object({ key: z.string(), title: z.string().nullable(), units: z.object({ filed: z.number(), expected: z.number() }) })
const groupTotals = groupHead.extend({
  /** The totals by table and `ROW.COLUMN` (lists: `ORDINAL.COLUMN`), as exact decimal or text; blank cells are left out. */
  tables: z.record(z.string(), z.record(z.string(), z.string())),
})
export type GroupTotals = z.infer<typeof groupTotals>
export const indicatorValue = z.object({
  value: z.string().nullable(),
  shown: z.string(),
  target: z.string().nullable(),
  met: z.boolean().nullable(),
})
export const lineageRow = z.object({
  unit: z.string(),
  name: z.string(),
  township: z.string(),
  value: z.string(),
  share: z.string().nullable(),
  file: z.string().nullable(),
  sha256: z.string().nullable(),
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  at: z.string(),
  by: z.string(),
})
const itemScore: z.ZodType<ItemScore> = z.lazy(() =>
  z.object({
    code: z.string(),
    title: z.string(),
    points: z.string(),
    score: z.string().nullable(),
    reason: z.string(),
    how: z.enum(['manual', 'formula', 'sum']),
    explain: z.string(),
    responsible: z.array(z.string()),
    deadline: z.string().nullable(),
    evidence: z.boolean(),
    flags: z.array(z.enum(['unscored', 'reason-missing', 'evidence-missing'])),
    items: z.array(itemScore),
  }),
)
export type ItemScore = {
  code: string
  title: string
  points: string
  score: string | null
  reason: string
  how: 'manual' | 'formula' | 'sum'
  explain: string
  responsible: string[]
  /** The last day of filing, MM-DD in the period's year. */
  deadline: string | null
  evidence: boolean
  flags: ItemFlag[]
  items: ItemScore[]
}
const evaluationView = z.object({
  full: z.string(),
  score: z.string().nullable(),
  grade: z.string().nullable(),
  vetoes: z.array(z.object({ code: z.string(), text: z.string(), effect: z.string() })),
  items: z.array(itemScore),
  /** Each department 责任单位 with its items, its filing day, and `late` when its deadline was past on the filing day, or is past today. */
  departments: z.array(
    z.object({
      department: z.string(),
      unit: z.string().nullable(),
      leads: z.array(z.string()),
      joins: z.array(z.string()),
      points: z.string(),
      score: z.string().nullable(),
      deadline: z.string().nullable(),
      filedOn: z.string().nullable(),
      late: z.boolean(),
    }),
  ),
})
export type EvaluationView = z.infer<typeof evaluationView>

const chosen = z.object({ by: grouping.default('county'), group: z.string().max(120).optional() })
/** A summary to keep or print; `money` is the unit for money in its tables, balanced. */
const chosenSummary = chosen.extend({ money: z.enum(moneyUnits).optional() })

export const consolidationApi = {
  groups: route({
    scope: 'task',
    reads: ['roster', 'filings'],
    method: 'GET',
    path: '/api/groups',
    query: z.object({ by: grouping }),
    output: z.array(groupHead),
  }),
  /** Answers one group's totals; the first group's without `group`. */
  totals: route({
    scope: 'task',
    reads: ['roster', 'filings', 'parameters', 'tasks'],
    method: 'GET',
    path: '/api/consolidation',
    query: chosen,
    output: groupTotals,
  }),
  lineage: route({
    scope: 'task',
    reads: ['roster', 'filings', 'parameters', 'batches'],
    method: 'GET',
    path: '/api/lineage',
    query: chosen.extend({ cell: z.string().max(200) }),
    output: z.array(lineageRow),
  }),
  indicators: route({
    scope: 'task',
    reads: ['roster', 'filings', 'parameters'],
    method: 'GET',
    path: '/api/indicators',
    query: z.object({ by: grouping.default('county') }),
    output: z.array(groupHead.extend({ indicators: z.record(z.string(), indicatorValue) })),
  }),
  /** Answers the findings of every unit's filing and of the county's totals. */
  checks: route({
    scope: 'task',
    reads: ['roster', 'filings', 'explanations', 'parameters'],
    method: 'GET',
    path: '/api/checks',
    output: z.array(finding),
  }),
  evaluation: route({
    scope: 'task',
    reads: ['roster', 'filings', 'parameters', 'scores', 'evidence'],
    method: 'GET',
    path: '/api/evaluation',
    output: evaluationView,
  }),
  score: route({
    scope: 'task',
    changes: ['scores'],
    method: 'PUT',
    path: '/api/evaluation/items/:item',
    params: z.object({ item: z.string().max(40) }),
    input: z.object({ points: z.string().max(20).nullable(), reason: z.string().max(2000) }),
    output: evaluationView,
  }),
  summaryWorkbook: route({
    scope: 'task',
    reads: ['roster', 'filings', 'explanations', 'parameters', 'scores', 'evidence'],
    method: 'GET',
    path: '/api/summary.xlsx',
    query: chosenSummary,
    output: 'file',
  }),
  summaryPage: route({
    scope: 'task',
    reads: ['roster', 'filings', 'explanations', 'parameters', 'scores', 'evidence'],
    method: 'GET',
    path: '/api/summary.html',
    query: chosenSummary,
    output: 'file',
  }),
  summaryPdf: route({
    scope: 'task',
    reads: ['roster', 'filings', 'explanations', 'parameters', 'scores', 'evidence'],
    method: 'GET',
    path: '/api/summary.pdf',
    query: chosenSummary,
    output: 'file',
  }),
}
