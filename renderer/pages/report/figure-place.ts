import type { ReportView } from '../../../shared/api/report.ts'
import { parseTag, type Tag } from '../../../shared/report/tags.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import { tableOf } from '../../../shared/words.ts'
import { hashOf } from '../../place/router.ts'

export type ReportFigure = ReportView['figures'][number]
/** The place that explains a figure of the report, as an address of the page. */
export type FigurePlace = { kind: 'indicator' | 'cell' | 'parameter' | 'evaluation' | 'roster'; hash: string }

/**
 * The place behind a figure (shared/report/tags.ts names the tags); null for words without a place, such as the unit's name.
 *
 *
 * | tag                         | place                                |
 * |-----------------------------|--------------------------------------|
 * | 指标                        | the indicator                        |
 * | 数, 列                      | the cell's lineage on the totals page |
 * | 参数                        | the parameter                        |
 * | 得分, 满分, 原因, 总得分 …   | the evaluation                       |
 * | 已报单位数, 应报单位数      | the roster                           |
 */
export function figurePlace(figure: ReportFigure, scheme: Pick<Scheme, 'indicators'>): FigurePlace | null {
  const tag = parseTag(figure.tag)
  switch (tag?.kind) {
    case 'indicator': {
      const indicator = scheme.indicators.find(({ code }) => code.normalize('NFKC') === tag.name)
      return { kind: 'indicator', hash: hashOf('indicators', indicator === undefined ? [] : [indicator.code]) }
    }
    case 'cell':
    case 'column':
      return figure.cell === null ? null : { kind: 'cell', hash: hashOf('consolidate', [tableOf(figure.cell)], { cell: figure.cell }) }
    case 'parameter':
      return { kind: 'parameter', hash: hashOf('parameters', [tag.name]) }
    case 'score':
    case 'points':
    case 'reason':
      return { kind: 'evaluation', hash: hashOf('evaluate') }
    case 'plain':
      return plainPlace(tag.name)
    case 'loop':
    case undefined:
      return null
  }
}

function plainPlace(name: Extract<Tag, { kind: 'plain' }>['name']): FigurePlace | null {
  switch (name) {
    case '已报单位数':
    case '应报单位数':
      return { kind: 'roster', hash: hashOf('roster') }
    case '单位':
    case '报告期':
    case '方案':
    case '序号':
      return null
    case '总得分':
    case '总分':
    case '等级':
    case '编号':
    case '标题':
    case '满分':
    case '得分':
    case '原因':
      return { kind: 'evaluation', hash: hashOf('evaluate') }
  }
}
