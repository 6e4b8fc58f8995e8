import type { IndicatorFigure } from '../../shared/indicator/compute.ts'
import { markup, type Markup } from './markup.ts'
import { plainRelation } from './relations.ts'

/** The indicators of one group with their targets; the result column says 达到 or 未达到. */
export function indicatorSheet(title: string, indicators: readonly Pick<IndicatorFigure, 'indicator' | 'shown' | 'met'>[]): Markup {
  const rows = indicators.map(({ indicator, shown, met }, index) => {
    const verdict = met === null ? '' : met ? '达到' : '未达到'
    return markup`<tr><td class="middle">${index + 1}</td><td>${indicator.code}</td><td class="figure">${shown}</td><td class="middle">${indicator.unit}</td><td class="middle">${plainRelation(indicator.target?.source ?? '')}</td><td class="middle${met === false ? ' unmet' : ''}">${verdict}</td></tr>`
  })
  return markup`<section class="upright"><h2>${title} 指标</h2>
<table class="plain"><colgroup><col style="width: 12mm"><col><col style="width: 30mm"><col style="width: 24mm"><col style="width: 30mm"><col style="width: 20mm"></colgroup>
<thead><tr><th>序号</th><th>指标</th><th>数值</th><th>单位</th><th>目标</th><th>结果</th></tr></thead><tbody>${rows}</tbody></table></section>`
}
