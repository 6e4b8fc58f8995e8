import type { SchemeFault } from '../../scheme/problem.ts'
import { wordOf } from '../mistaken-files.ts'
import type { FaultSentences } from '../sentences.ts'

type Named = Extract<SchemeFault, { what: string }>['what']

const whats: Readonly<Record<Named, string>> = {
  table: '报表',
  row: '行',
  column: '列',
  check: '审核关系',
  indicator: '指标',
  item: '评价项目',
  grade: '等次',
  veto: '一票否决',
  cell: '单元格',
  units: '单位条件',
  attribute: '单位属性',
}

/** The required shape of a value in a scheme file, by the schema's word. */
const shapes: Readonly<Record<string, string>> = {
  'code-not-text': "代码要写成带引号的文字，例如 '01'",
  'code-malformed': '代码只能用字母、汉字、数字、_ 和 -',
  'version-not-text': 'version 要写成文字或数字',
  'show-malformed': 'show 要写成 0、#,##0、0.00、0.0% 的样子',
  'deadline-malformed': 'deadline 要写成 10-15（月-日）的样子',
  'valid-until-malformed': '有效期至要写成 2027-09-30（年-月-日）或 2027-09（年-月）的样子',
  'target-malformed': 'target 要写成 >= 30% 的样子',
  'from-malformed': 'from 要写成 方案:表.行.列 的样子，例如 base:JC01.19.计',
}

export const faults: FaultSentences = {
  yaml: ({ message }) => `不是正确的 YAML：${message}`,
  shape: ({ path, message }) => `${path === '' ? '' : `${path}: `}${wordOf(shapes, message) || message}`,
  'duplicate-code': ({ what, name }) => `${whats[what]} ${name} 重复，代码在同一范围内只能用一次`,
  'unknown-name': ({ what, name, nearest }) => `没有${whats[what]} ${name}${nearest === null ? '' : `，是不是 ${nearest}？`}`,
  'group-with-code': ({ title }) => `“${title}”有下级，不能再有代码`,
  'leaf-without-code': ({ title }) => `“${title}”没有代码`,
  'too-deep': ({ title }) => `“${title}”超过 5 层表头`,
  'no-rows': () => '没有行（rows）；列表请写 kind: list',
  'choices-missing': ({ name }) => `${name} 是选择项，但没有 choices`,
  cycle: ({ cells }) => `计算循环：${cells.join(' → ')}`,
  'no-instance': () => '这条审核关系没有一处可用：所指的单元格都不填数',
  'not-a-condition': () => '这里要一个成立或不成立的条件，例如 [02] <= [01]',
  'points-differ': ({ points, sum }) => `分值 ${points} 与下级之和 ${sum} 不等`,
  'message-missing': () => '缺少说明：强制性关系写 because，核实性关系写 ask',
  'number-malformed': ({ found }) => `“${found}”不是数字`,
}
