import type { FormulaProblem, ValueType } from '../syntax/problem.ts'

export type Language = 'zh' | 'en'

/** The sentence for a formula's problem and its remedy. The caller adds the place and the rule. */
export function formulaSentence(problem: FormulaProblem, lang: Language): string {
  return lang === 'zh' ? zh(problem) : en(problem)
}

const TYPES_ZH: Record<ValueType, string> = { number: '数', text: '文字', boolean: '条件（真或假）', date: '日期' }
const TYPES_EN: Record<ValueType, string> = { number: 'a number', text: 'a text', boolean: 'a condition (true or false)', date: 'a date' }

function perhapsZh(nearest: readonly string[]): string {
  return nearest.length === 0 ? '' : `，是不是「${nearest.join('」或「')}」？`
}

function perhapsEn(nearest: readonly string[]): string {
  return nearest.length === 0 ? '' : `; did you mean ${nearest.map((name) => `"${name}"`).join(' or ')}?`
}

function foundZh(found: string): string {
  return found === '' ? '公式到此就结束了' : `这里写的是「${found}」`
}

function foundEn(found: string): string {
  return found === '' ? 'the formula ends here' : `found "${found}"`
}

// eslint-disable-next-line max-lines-per-function -- a table: one sentence for each code, and the compiler holds it complete
function zh(p: FormulaProblem): string {
  switch (p.code) {
    case 'empty':
      return '公式是空的'
    case 'too-long':
      return `公式太长：${p.length} 个字符，最多 ${p.limit} 个；请拆成几个计算格`
    case 'too-deep':
      return `括号、函数或正负号嵌套太深，最多 ${p.limit} 层；请拆成几个计算格`
    case 'unexpected-character':
      return `不认识的符号「${p.character}」`
    case 'unfinished-text':
      return '文字缺少后面的引号'
    case 'unfinished-reference':
      return '单元格引用缺少后面的方括号 ]'
    case 'bad-number':
      return `「${p.text}」不是数；数写作 12 或 12.5，不写单位和千分位`
    case 'bad-reference':
      return `「${p.text}」不是单元格引用；应写作 [表.行.列]、[行.列]、[行] 或 [.列]`
    case 'value-expected':
      return `这里应是数、文字、单元格或函数，${foundZh(p.found)}`
    case 'bracket-expected':
      return `括号没有配对：缺少 )，${foundZh(p.found)}`
    case 'word-list-expected':
      return `in 的后面应是方括号里的一组词，如 [小学, 教学点]，${foundZh(p.found)}`
    case 'left-over':
      return `公式到此应已结束，多出「${p.found}」`
    case 'chained-comparison':
      return `比较不能连写（第二个「${p.operator}」）；请用 AND(…, …) 分开写`
    case 'unknown-table':
      return `没有报表「${p.table}」${perhapsZh(p.nearest)}`
    case 'unknown-row':
      return `报表 ${p.table} 没有行「${p.row}」${perhapsZh(p.nearest)}`
    case 'unknown-column':
      return `报表 ${p.table} 没有列「${p.column}」${perhapsZh(p.nearest)}`
    case 'row-needed':
      return `「${p.reference}」没有写行，而这条规则不是逐行的；请写明行`
    case 'column-needed':
      return `「${p.reference}」没有写列，而这条规则不是逐列的；请写明列`
    case 'list-row-needed':
      return `「${p.reference}」指清单本行的格，只能用在该清单自己的规则里；整列请写 [表.列]`
    case 'blocked-cell':
      return `「${p.reference}」是不填的格（×）`
    case 'reversed-range':
      return `「${p.reference}」的起止颠倒：${p.from} 在 ${p.to} 之后`
    case 'no-cells':
      return `「${p.reference}」里没有可以取数的格`
    case 'mixed-types':
      return `「${p.reference}」里既有数又有文字，不能放在一起计算`
    case 'unknown-function':
      return `没有函数 ${p.name}${perhapsZh(p.nearest)}`
    case 'argument-count':
      return `${p.name} 应有 ${countZh(p.least, p.most)} 个参数，这里有 ${p.found} 个`
    case 'pairs-needed':
      return `${p.name} 的条件和结果要成对：${p.name}(条件, 结果, 条件, 结果, …)`
    case 'reference-needed':
      return `${p.name} 的括号里只能是单元格引用，如 ${p.name}([02])`
    case 'single-reference-needed':
      return `${p.name} 的括号里只能是报表的一个单元格，不能是区域或清单`
    case 'name-in-quotes-needed':
      return `${p.name} 的括号里应是引号里的名称，如 ${p.name}("…")`
    case 'unknown-parameter':
      return `没有参数「${p.name}」${perhapsZh(p.nearest)}`
    case 'unknown-attribute':
      return `填报单位没有属性「${p.name}」${perhapsZh(p.nearest)}`
    case 'bare-name':
      return `「${p.name}」不能这样单独写：单元格加方括号 [${p.name}]，文字加引号 "${p.name}"，单位属性写 UNIT("…")${perhapsZh(p.nearest)}`
    case 'type-expected':
      return `这里应是${TYPES_ZH[p.expected]}，却是${TYPES_ZH[p.found]}`
    case 'different-types':
      return `${TYPES_ZH[p.left]}和${TYPES_ZH[p.right]}不能相比或混用；问是否没有填，请用 ISBLANK(…)`
    case 'no-order':
      return `${TYPES_ZH[p.type]}没有大小，不能用「${p.operator}」，只能用 = 和 <>`
    case 'bad-date':
      return `「${p.text}」不是日期；日期写作 2021-09-01`
    case 'vector-not-allowed':
      return `「${p.reference}」是许多格，这里只能是一格；请用 SUM(…) 等函数合成一个数`
    case 'vector-needed':
      return `${p.name} 的这个参数应是一组格，如 [01:05.2] 或 [清单.列]`
    case 'vectors-differ':
      return `${p.name} 的两组格不对应：${sizeZh(p.test)}和${sizeZh(p.sum)}`
    case 'bad-criterion':
      return `「${p.text}」不能作为条件；应写作 ">=50"、"国培" 或 "<>国培"，文字只能用 = 和 <>`
    case 'across-units-not-allowed':
      return `${p.name} 是对各单位的统计，只能用在指标和汇总一级的审核关系里`
    case 'across-units-nested':
      return `${p.name} 不能放在另一个对各单位的统计里面`
    case 'division-needed':
      return `${p.name} 的第一个参数应是除式，如 ${p.name}([教师.计] / [学生.计])，除数即权数`
  }
}

function countZh(least: number, most: number | null): string {
  return most === null ? `至少 ${least}` : least === most ? `${least}` : `${least} 至 ${most}`
}

function sizeZh(size: number | null): string {
  return size === null ? '清单的一列' : ` ${size} 格`
}

// eslint-disable-next-line max-lines-per-function -- a table: one sentence for each code, and the compiler holds it complete
function en(p: FormulaProblem): string {
  switch (p.code) {
    case 'empty':
      return 'The formula is empty'
    case 'too-long':
      return `The formula is too long: ${p.length} characters, at most ${p.limit}; split it into several computed cells`
    case 'too-deep':
      return `Brackets, functions or signs are nested too deep, at most ${p.limit}; split the formula into several computed cells`
    case 'unexpected-character':
      return `Unknown sign "${p.character}"`
    case 'unfinished-text':
      return 'The text has no closing quote'
    case 'unfinished-reference':
      return 'The cell reference has no closing bracket ]'
    case 'bad-number':
      return `"${p.text}" is not a number; write 12 or 12.5, without units or thousands separators`
    case 'bad-reference':
      return `"${p.text}" is not a cell reference; write [table.row.column], [row.column], [row] or [.column]`
    case 'value-expected':
      return `A number, text, cell or function should stand here; ${foundEn(p.found)}`
    case 'bracket-expected':
      return `A bracket is not closed: ) is missing; ${foundEn(p.found)}`
    case 'word-list-expected':
      return `After "in" a list of words in brackets should stand, like [primary, middle]; ${foundEn(p.found)}`
    case 'left-over':
      return `The formula should end here; "${p.found}" is left over`
    case 'chained-comparison':
      return `Comparisons do not chain (the second "${p.operator}"); write AND(…, …)`
    case 'unknown-table':
      return `There is no table "${p.table}"${perhapsEn(p.nearest)}`
    case 'unknown-row':
      return `Table ${p.table} has no row "${p.row}"${perhapsEn(p.nearest)}`
    case 'unknown-column':
      return `Table ${p.table} has no column "${p.column}"${perhapsEn(p.nearest)}`
    case 'row-needed':
      return `"${p.reference}" names no row, and this rule does not run over rows; name the row`
    case 'column-needed':
      return `"${p.reference}" names no column, and this rule does not run over columns; name the column`
    case 'list-row-needed':
      return `"${p.reference}" means this row of a list and works only in a rule of that list; for the whole column write [table.column]`
    case 'blocked-cell':
      return `"${p.reference}" is a blocked cell (×)`
    case 'reversed-range':
      return `The range "${p.reference}" is reversed: ${p.from} comes after ${p.to}`
    case 'no-cells':
      return `"${p.reference}" holds no cell to read`
    case 'mixed-types':
      return `"${p.reference}" holds numbers and texts, which cannot be computed together`
    case 'unknown-function':
      return `There is no function ${p.name}${perhapsEn(p.nearest)}`
    case 'argument-count':
      return `${p.name} takes ${countEn(p.least, p.most)}, found ${p.found}`
    case 'pairs-needed':
      return `${p.name} takes conditions and results in pairs: ${p.name}(condition, result, condition, result, …)`
    case 'reference-needed':
      return `${p.name} takes only a cell reference, like ${p.name}([02])`
    case 'single-reference-needed':
      return `${p.name} takes only one cell of a table, not a range or a list`
    case 'name-in-quotes-needed':
      return `${p.name} takes a name in quotes, like ${p.name}("…")`
    case 'unknown-parameter':
      return `There is no parameter "${p.name}"${perhapsEn(p.nearest)}`
    case 'unknown-attribute':
      return `A unit has no attribute "${p.name}"${perhapsEn(p.nearest)}`
    case 'bare-name':
      return `"${p.name}" cannot stand alone: cells take brackets [${p.name}], texts quotes "${p.name}", attributes of the unit UNIT("…")${perhapsEn(p.nearest)}`
    case 'type-expected':
      return `This should be ${TYPES_EN[p.expected]}, but is ${TYPES_EN[p.found]}`
    case 'different-types':
      return `${capital(TYPES_EN[p.left])} and ${TYPES_EN[p.right]} cannot be compared or mixed; to ask whether a cell is filled in, use ISBLANK(…)`
    case 'no-order':
      return `"${p.operator}" does not apply: ${TYPES_EN[p.type]} has no order; use = or <>`
    case 'bad-date':
      return `"${p.text}" is not a date; write 2021-09-01`
    case 'vector-not-allowed':
      return `"${p.reference}" is many cells where one is needed; use SUM(…) or the like to make one figure of them`
    case 'vector-needed':
      return `This argument of ${p.name} should be many cells, like [01:05.2] or [list.column]`
    case 'vectors-differ':
      return `The two groups of cells of ${p.name} do not match: ${sizeEn(p.test)} and ${sizeEn(p.sum)}`
    case 'bad-criterion':
      return `"${p.text}" is not a test; write ">=50", "word" or "<>word"; texts take only = and <>`
    case 'across-units-not-allowed':
      return `${p.name} is a statistic across units, for indicators and for checks at the collecting level only`
    case 'across-units-nested':
      return `${p.name} cannot stand inside another statistic across units`
    case 'division-needed':
      return `The first argument of ${p.name} should be a division, like ${p.name}([teachers] / [pupils]); the divisor is the weight`
  }
}

function countEn(least: number, most: number | null): string {
  if (most === null) return `at least ${least} argument${least === 1 ? '' : 's'}`
  return least === most ? `${least} argument${least === 1 ? '' : 's'}` : `${least} to ${most} arguments`
}

function sizeEn(size: number | null): string {
  return size === null ? 'a column of a list' : `${size} cells`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
