import type { EvaluationView } from '../../shared/api/consolidation.ts'
import type { Scheme, Table } from '../../shared/scheme/scheme.ts'
import { statutoryHead } from '../../shared/text/statutory-head.ts'
import type { CellRef } from '../../shared/words.ts'
import { printDocument } from './document.ts'
import { evaluationSheet } from './evaluation-sheet.ts'
import type { PrintValues } from './figures.ts'
import { indicatorSheet, type PrintedIndicator } from './indicator-sheet.ts'
import { markup, type Markup } from './markup.ts'
import { printTable } from './printed-table.ts'
import { rescaleTable, type CoarserUnit, type Rescaled } from './rescale.ts'

/** One group's totals: the county, a township, a kind of unit, a class, or a single unit. */
export type SummaryGroup = {
  title: string
  filed: number
  expected: number
  missing: readonly { code: string; name: string }[]
  values: PrintValues
  indicators: readonly PrintedIndicator[]
}

export type SummaryInput = {
  scheme: Scheme
  /** Who collects: the county's office. */
  collector: string
  /** 「2021 年度」 */
  periodTitle: string
  tables: readonly Table[]
  groups: readonly SummaryGroup[]
  /** Failed checks of totals, in Chinese. */
  findings: readonly { check: string; cell: CellRef; message: string; explanation: string | null }[]
  evaluation: EvaluationView | null
  /** Prints money of one unit in a coarser one, balanced; null prints figures as they are kept. */
  coarser: CoarserUnit | null
  fontFaces: string
}

/** More missing units than these are counted, not named, on the cover. */
const NAMED_MISSING = 60

/** The summary a county prints (DESIGN §1 Consolidation): each table for each group, indicators, evaluation. A whole HTML document. */
export function summaryHtml(input: SummaryInput): string {
  const { scheme, collector, periodTitle } = input
  const sections = input.groups.flatMap((group) => [
    ...input.tables.map((table) => groupTable(input, group, table)),
    ...(group.indicators.length === 0 ? [] : [indicatorSheet(group.title, group.indicators)]),
  ])
  const evaluation = input.evaluation === null ? [] : [evaluationSheet(scheme.title, input.evaluation)]
  return printDocument(
    `${collector} ${scheme.title} 汇总`,
    `${collector}　${scheme.title}　${periodTitle}　汇总表`,
    input.fontFaces,
    [summaryCover(input), ...sections, ...evaluation],
  )
}

/** 「汇总自 183/186 个单位，未报 3 个」: stands under every title of a summary. */
export function drawnFrom(filed: number, expected: number): string {
  const missing = expected - filed
  return `汇总自 ${filed}/${expected} 个单位${missing > 0 ? `，未报 ${missing} 个` : ''}`
}

function groupTable(input: SummaryInput, group: SummaryGroup, table: Table): Markup {
  const rescaled = input.coarser === null ? null : rescaleTable(table, input.scheme.cells, group.values, input.coarser)
  return printTable({
    table,
    cells: input.scheme.cells,
    values: group.values,
    head: statutoryHead(input.scheme, table, 'zh'),
    band: [`汇总范围：${group.title}`, input.periodTitle, unitNote(table, input.coarser, rescaled)],
    lead: drawnFrom(group.filed, group.expected),
    notes: [
      { heading: '注', lines: table.notes },
      { heading: '舍位平衡', lines: rescaled?.notes ?? [] },
    ],
    foot: [`汇总单位：${input.collector}`, '单位负责人：　　　　　', '统计负责人：　　　　　', '汇总人：　　　　　'],
    texts: rescaled?.texts,
  })
}

function unitNote(table: Table, coarser: CoarserUnit | null, rescaled: Rescaled | null): string {
  return coarser === null || rescaled === null || rescaled.texts.size === 0
    ? table.unitNote
    : table.unitNote.replace(new RegExp(`(?<!万)${coarser.from}`), coarser.to)
}

function summaryCover(input: SummaryInput): Markup {
  const { scheme, collector, periodTitle } = input
  const rows = input.groups.map((group) => {
    const missing = group.missing.length > NAMED_MISSING ? `${group.missing.slice(0, NAMED_MISSING).map(({ name }) => name).join('、')} 等` : group.missing.map(({ name }) => name).join('、')
    return markup`<tr><td>${group.title}</td><td class="figure">${group.filed}</td><td class="figure">${group.expected}</td><td>${missing}</td></tr>`
  })
  return markup`<section class="upright"><h1>${scheme.title}</h1><h3>汇　总　表</h3><p class="lead">${collector}　${periodTitle}</p>
<table class="plain"><colgroup><col style="width: 46mm"><col style="width: 18mm"><col style="width: 18mm"><col></colgroup>
<thead><tr><th>汇总范围</th><th>已报</th><th>应报</th><th>未报单位</th></tr></thead><tbody>${rows}</tbody></table>
<table class="contents" style="margin-inline: auto">${input.tables.map((table) => markup`<tr><td>${table.code}</td><td>${table.title}</td></tr>`)}</table>
${findings(input)}</section>`
}

function findings(input: SummaryInput): Markup | null {
  if (input.findings.length === 0) return null
  const rows = input.findings.map((one) => markup`<tr><td>${one.check}</td><td>${one.cell}</td><td>${one.message}</td><td>${one.explanation ?? ''}</td></tr>`)
  return markup`<h3 style="margin-top: 8mm">汇总审核</h3><table class="plain"><colgroup><col style="width: 22mm"><col style="width: 26mm"><col><col style="width: 44mm"></colgroup>
<thead><tr><th>审核关系</th><th>单元格</th><th>审核结果</th><th>说明</th></tr></thead><tbody>${rows}</tbody></table>`
}
