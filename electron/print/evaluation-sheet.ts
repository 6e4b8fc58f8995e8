import type { EvaluationView, ItemScore } from '../../shared/api/consolidation.ts'
import { fromText } from '../../shared/decimal/decimal.ts'
import { display, NO_FIGURE } from '../../shared/decimal/display.ts'
import { markup, type Markup } from './markup.ts'

/** The display format of points: at most four decimals, as on screen. */
const POINTS = '0.####'

/** The scored evaluation 评价 as a table: the tree of items with points, scores and reasons, then total, grade and vetoes. */
export function evaluationSheet(title: string, evaluation: EvaluationView): Markup {
  const rows = evaluation.items.flatMap((item) => itemRows(item, 0))
  const vetoes = evaluation.vetoes.map((veto) => markup`<p>${veto.code}　${veto.text}　→　${veto.effect}</p>`)
  return markup`<section class="upright"><h2>${title} 自评得分表</h2>
<p class="lead">满分 ${points(evaluation.full)} 分，自评 ${points(evaluation.score)} 分${evaluation.grade === null ? '' : `，等次：${evaluation.grade}`}</p>
<table class="plain"><colgroup><col style="width: 16mm"><col><col style="width: 14mm"><col style="width: 14mm"><col style="width: 50mm"><col style="width: 26mm"></colgroup>
<thead><tr><th>序号</th><th>评价内容</th><th>分值</th><th>得分</th><th>扣分原因</th><th>责任单位</th></tr></thead>
<tbody>${rows}<tr class="total"><td></td><td>合计</td><td class="figure">${points(evaluation.full)}</td><td class="figure">${points(evaluation.score)}</td><td></td><td></td></tr></tbody></table>
${vetoes.length === 0 ? null : markup`<div class="notes"><span>一票否决：</span><div>${vetoes}</div></div>`}
<div class="foot"><span>单位负责人：　　　　　　</span><span>填表人：　　　　　　</span><span>日期：　　　年　　月　　日</span></div></section>`
}

function itemRows(item: ItemScore, depth: number): Markup[] {
  const indent = { html: ` style="padding-left: ${1.6 + depth * 4}mm"` }
  const row = markup`<tr><td>${item.code}</td><td${indent}>${item.title}</td><td class="figure">${points(item.points)}</td><td class="figure">${points(item.score)}</td><td>${item.reason}</td><td>${item.responsible.join('、')}</td></tr>`
  return [row, ...item.items.flatMap((child) => itemRows(child, depth + 1))]
}

function points(text: string | null): string {
  const value = text === null ? null : fromText(text)
  return value === null ? NO_FIGURE : display(value, POINTS)
}
