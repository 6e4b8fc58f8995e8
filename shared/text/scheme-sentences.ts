import { formulaSentence } from '../formula/words/sentences.ts'
import { missingCase } from '../problem.ts'
import type { SchemeFault, SchemeProblem } from '../scheme/problem.ts'
import type { Lang } from '../words.ts'

/** A scheme file's problem as one line: `file:line:column id sentence`. */
export function schemeSentence(problem: SchemeProblem, lang: Lang): string {
  const id = problem.id === '' ? '' : `${problem.id} `
  return `${problem.file}:${problem.line}:${problem.column} ${id}${faultSentence(problem.fault, lang)}`
}

const whats = {
  table: ['报表', 'table'],
  row: ['行', 'row'],
  column: ['列', 'column'],
  check: ['审核关系', 'check'],
  indicator: ['指标', 'indicator'],
  item: ['评价项目', 'item'],
  grade: ['等次', 'grade'],
  veto: ['一票否决', 'veto'],
  cell: ['单元格', 'cell'],
  units: ['单位条件', 'unit condition'],
  attribute: ['单位属性', 'unit attribute'],
} as const

/** What is wrong, without the place. */
export function faultSentence(fault: SchemeFault, lang: Lang): string {
  const zh = lang === 'zh'
  switch (fault.code) {
    case 'yaml':
      return zh ? `不是正确的 YAML：${fault.message}` : `not valid YAML: ${fault.message}`
    case 'shape':
      return shapeSentence(fault.path, fault.message, zh)
    case 'formula':
      return formulaSentence(fault.problem, lang)
    case 'duplicate-code':
      return zh
        ? `${whats[fault.what][0]} ${fault.name} 重复，代码在同一范围内只能用一次`
        : `${whats[fault.what][1]} ${fault.name} stands twice; a code is used once in its scope`
    case 'unknown-name': {
      const near = fault.nearest === null ? '' : zh ? `，是不是 ${fault.nearest}？` : `; did you mean ${fault.nearest}?`
      return zh ? `没有${whats[fault.what][0]} ${fault.name}${near}` : `no ${whats[fault.what][1]} ${fault.name}${near}`
    }
    case 'group-with-code':
      return zh ? `“${fault.title}”有下级，不能再有代码` : `“${fault.title}” has children and cannot have a code`
    case 'leaf-without-code':
      return zh ? `“${fault.title}”没有代码` : `“${fault.title}” has no code`
    case 'too-deep':
      return zh ? `“${fault.title}”超过 5 层表头` : `“${fault.title}” is more than 5 headers deep`
    case 'no-rows':
      return zh ? '没有行（rows）；列表请写 kind: list' : 'no rows; a list needs kind: list'
    case 'choices-missing':
      return zh ? `${fault.name} 是选择项，但没有 choices` : `${fault.name} is a choice without choices`
    case 'cycle':
      return zh ? `计算循环：${fault.cells.join(' → ')}` : `cells computed in a circle: ${fault.cells.join(' → ')}`
    case 'no-instance':
      return zh ? '这条审核关系没有一处可用：所指的单元格都不填数' : 'this check applies nowhere: all the cells it names are blocked'
    case 'not-a-condition':
      return zh ? '这里要一个成立或不成立的条件，例如 [02] <= [01]' : 'a condition is needed here, such as [02] <= [01]'
    case 'points-differ':
      return zh
        ? `分值 ${fault.points} 与下级之和 ${fault.sum} 不等`
        : `the points ${fault.points} are not the sum of the items, ${fault.sum}`
    case 'message-missing':
      return zh ? '缺少说明：强制性关系写 because，核实性关系写 ask' : 'a message is missing: because for an error, ask for a query'
    case 'number-malformed':
      return zh ? `“${fault.found}”不是数字` : `“${fault.found}” is not a number`
    default:
      return missingCase(fault)
  }
}

const shapes: Readonly<Record<string, readonly [string, string]>> = {
  'code-not-text': ["代码要写成带引号的文字，例如 '01'", "write a code as quoted text, such as '01'"],
  'code-malformed': ['代码只能用字母、汉字、数字、_ 和 -', 'a code has letters of any script, digits, _ and - only'],
  'version-not-text': ['version 要写成文字或数字', 'version is text or a number'],
  'show-malformed': ['show 要写成 0、#,##0、0.00、0.0% 的样子', 'write show like 0, #,##0, 0.00 or 0.0%'],
  'deadline-malformed': ['deadline 要写成 10-15（月-日）的样子', 'write a deadline as MM-DD, such as 10-15'],
  'valid-until-malformed': [
    '有效期至要写成 2027-09-30（年-月-日）或 2027-09（年-月）的样子',
    'write valid-until as YYYY-MM-DD or YYYY-MM, such as 2027-09-30',
  ],
  'target-malformed': ['target 要写成 >= 30% 的样子', 'write a target like >= 30%'],
  'from-malformed': [
    'from 要写成 方案:表.行.列 的样子，例如 base:JC01.19.计',
    'write from as SCHEME:TABLE.ROW.COLUMN, such as base:JC01.19.计',
  ],
}

function shapeSentence(path: string, message: string, zh: boolean): string {
  const known = shapes[message]
  const said = known === undefined ? message : known[zh ? 0 : 1]
  return path === '' ? said : `${path}: ${said}`
}
