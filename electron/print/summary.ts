import type { Table } from '../../shared/scheme/scheme.ts'
import { roundingOf, drawnFrom, type Summary, type SummaryGroup } from '../../shared/summary/summary.ts'
import { controlledRoundingLines, moneySentence } from '../../shared/text/controlled-rounding-lines.ts'
import { statutoryHead, unitNoteLine } from '../../shared/text/statutory-head.ts'
import { printDocument } from './document.ts'
import { evaluationSheet } from './evaluation-sheet.ts'
import { indicatorSheet } from './indicator-sheet.ts'
import { markup, type Markup } from './markup.ts'
import { printTable } from './printed-table.ts'

/** The largest number of missing units that the cover names per group. */
const NAMED_MISSING = 60

/**
 * A county's summary as a complete HTML document (docs/design/numbers.md: Levels): each table for each group, indicators, evaluation.
 * `fontFaces` is CSS from fonts.ts, or ''.
 */
export function summaryHtml(input: Summary, fontFaces: string): string {
  const { scheme, collector, periodTitle } = input
  const sections = input.groups.flatMap((group) => [
    ...input.tables.map((table) => groupTable(input, group, table)),
    ...(group.indicators.length === 0 ? [] : [indicatorSheet(group.title, group.indicators)]),
  ])
  const evaluation = input.evaluation === null ? [] : [evaluationSheet(scheme.title, input.evaluation)]
  return printDocument(`${collector} ${scheme.title} 汇总`, `${collector}　${scheme.title}　${periodTitle}　汇总表`, fontFaces, [
    summaryCover(input),
    ...sections,
    ...evaluation,
  ])
}

function groupTable(input: Summary, group: SummaryGroup, table: Table): Markup {
  return printTable({
    table,
    cells: input.scheme.cells,
    values: group.values,
    head: statutoryHead(input.scheme, table, 'zh'),
    band: [`汇总范围：${group.title}`, input.periodTitle, unitNoteLine(table, 'zh')],
    lead: drawnFrom(group),
    notes: [
      { heading: '注', lines: table.notes },
      { heading: '舍位平衡', lines: controlledRoundingLines(roundingOf(group, table.code), 'zh') },
    ],
    foot: [`汇总单位：${input.collector}`, '单位负责人：　　　　　', '统计负责人：　　　　　', '汇总人：　　　　　'],
  })
}

function summaryCover(input: Summary): Markup {
  const { scheme, collector, periodTitle } = input
  const rows = input.groups.map((group) => {
    const missing =
      group.missing.length > NAMED_MISSING
        ? `${group.missing
            .slice(0, NAMED_MISSING)
            .map(({ name }) => name)
            .join('、')} 等`
        : group.missing.map(({ name }) => name).join('、')
    return markup`<tr><td>${group.title}</td><td class="figure">${group.filed}</td><td class="figure">${group.expected}</td><td>${missing}</td></tr>`
  })
  return markup`<section class="upright"><h1>${scheme.title}</h1><h3>汇　总　表</h3><p class="lead">${collector}　${periodTitle}</p>
${input.money === null ? null : markup`<p class="lead">${moneySentence(input.money, 'zh')}</p>`}
<table class="plain tall"><colgroup><col style="width: 46mm"><col style="width: 18mm"><col style="width: 18mm"><col></colgroup>
<thead><tr><th>汇总范围</th><th>已报</th><th>应报</th><th>未报单位</th></tr></thead><tbody>${rows}</tbody></table>
<table class="contents" style="margin-inline: auto">${input.tables.map((table) => markup`<tr><td>${table.code}</td><td>${table.title}</td></tr>`)}</table>
${findings(input)}</section>`
}

function findings(input: Summary): Markup | null {
  if (input.findings.length === 0) return null
  const rows = input.findings.map(
    (one) => markup`<tr><td>${one.check}</td><td>${one.cell}</td><td>${one.message}</td><td>${one.explanation ?? ''}</td></tr>`,
  )
  return markup`<h3 style="margin-top: 8mm">汇总审核</h3><table class="plain"><colgroup><col style="width: 22mm"><col style="width: 26mm"><col><col style="width: 44mm"></colgroup>
<thead><tr><th>审核关系</th><th>单元格</th><th>审核结果</th><th>说明</th></tr></thead><tbody>${rows}</tbody></table>`
}
