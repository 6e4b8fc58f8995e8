import type { AcrossFunction, AggregateFunction } from '../bound/bound.ts'
import type { CompareOperator } from '../syntax/tree.ts'

type ByOperator = Readonly<Record<CompareOperator, string>>

/** Everything that explain() says beside names and figures, in one language. */
export type Wording = {
  blank: string
  comma: string
  semicolon: string
  quoted(text: string): string
  /** What should hold, for figures and texts, and for dates. */
  must: ByOperator
  mustDate: ByOperator
  /** What does hold. */
  is: ByOperator
  difference(amount: string): string
  over(amount: string): string
  short(amount: string): string
  equal: string
  /** What a comparison takes a blank side for: of figures, and of dates. */
  blankIsZero: string
  blankIsEarliest: string
  points(amount: string): string
  prior(name: string): string
  growth(name: string, now: string, before: string, rate: string): string
  change(name: string, now: string, before: string, rate: string): string
  aggregate: Readonly<Record<AggregateFunction, (list: string) => string>>
  /** The first names of many. */
  many(names: readonly string[], count: number): string
  allRows(column: string): string
  rowsWhere(column: string, test: string): string
  cellsWhere(list: string, test: string): string
  sumWhere(summed: string, where: string): string
  countWhere(where: string): string
  meets(operator: CompareOperator, operand: string): string
  absolute(x: string): string
  whole(x: string): string
  remainder(x: string, y: string): string
  rounded: Readonly<Record<'ROUND' | 'ROUNDUP' | 'ROUNDDOWN', (x: string, places: string) => string>>
  length(x: string): string
  mustContain(x: string, part: string): string
  mustNotContain(x: string, part: string): string
  contains(x: string, part: string): string
  containsNot(x: string, part: string): string
  year(x: string): string
  instead(otherwise: string): string
  across: Readonly<Record<AcrossFunction, string>>
  oneOf(words: readonly string[]): string
  mustBeOneOf: string
  mustNotBeOneOf: string
  isOneOf: string
  isNotOneOf: string
  mustBeBlank: string
  mustBeFilled: string
  isBlank: string
  isFilled: string
  and: string
  or: string
  growthOf(name: string): string
  /** What NZ takes for a blank. */
  whenBlank(otherwise: string): string
  /** A branch of IF, and the last one. */
  inCase(condition: string, value: string): string
  otherwise(value: string): string
  /** A statistic of units; `value` and `where` are empty where there is none. */
  ofUnits(name: AcrossFunction, value: string, where: string): string
  anyOf(parts: readonly string[]): string
  notAllOf(parts: readonly string[]): string
  when(condition: string, then: string): string
  bothOrNone(left: string, right: string): string
  oneOnly(left: string, right: string): string
  notApplicable: string
  never: string
}

const ZH: Wording = {
  blank: '空',
  comma: '，',
  semicolon: '；',
  quoted: (text) => `“${text}”`,
  must: { '=': '应等于', '<>': '不应等于', '<': '应小于', '<=': '不应大于', '>': '应大于', '>=': '不应小于' },
  mustDate: { '=': '应是', '<>': '不应是', '<': '应早于', '<=': '不应晚于', '>': '应晚于', '>=': '不应早于' },
  is: { '=': '等于', '<>': '不等于', '<': '小于', '<=': '不大于', '>': '大于', '>=': '不小于' },
  difference: (amount) => `相差 ${amount}`,
  over: (amount) => `多 ${amount}`,
  short: (amount) => `少 ${amount}`,
  equal: '两者相等',
  blankIsZero: '没有填的按 0 计',
  blankIsEarliest: '没有填的早于任何日期',
  points: (amount) => `${amount} 个百分点`,
  prior: (name) => `上期 ${name}`,
  growth: (name, now, before, rate) => `${name} (${now}，上期 ${before}) 的增长率 ${rate}`,
  change: (name, now, before, rate) => `${name} (${now}，上期 ${before}) 的变动幅度 ${rate}`,
  aggregate: {
    SUM: (list) => `${list}之和`,
    AVERAGE: (list) => `${list}的平均数`,
    MIN: (list) => `${list}中最小的数`,
    MAX: (list) => `${list}中最大的数`,
    COUNT: (list) => `${list}中已填的个数`,
  },
  many: (names, count) => `${names.join('、')} 等 ${count} 格`,
  allRows: (column) => `${column} 各行`,
  rowsWhere: (column, test) => `${column} ${test}的各行`,
  cellsWhere: (list, test) => `${list}中${test}的`,
  sumWhere: (summed, where) => `${where} ${summed} 之和`,
  countWhere: (where) => `${where}个数`,
  meets: (operator, operand) =>
    `${{ '=': '为', '<>': '不为', '<': '小于', '<=': '不大于', '>': '大于', '>=': '不小于' }[operator]} ${operand} `,
  absolute: (x) => `${x} 的绝对值`,
  whole: (x) => `${x} 取整`,
  remainder: (x, y) => `${x} 除以 ${y} 的余数`,
  rounded: {
    ROUND: (x, places) => `${x} 四舍五入到 ${places} 位小数`,
    ROUNDUP: (x, places) => `${x} 进位到 ${places} 位小数`,
    ROUNDDOWN: (x, places) => `${x} 舍去 ${places} 位小数以后的数`,
  },
  length: (x) => `${x} 的字数`,
  mustContain: (x, part) => `${x} 应含有 ${part}`,
  mustNotContain: (x, part) => `${x} 不应含有 ${part}`,
  contains: (x, part) => `${x} 含有 ${part}`,
  containsNot: (x, part) => `${x} 不含 ${part}`,
  year: (x) => `${x} 的年份`,
  instead: (otherwise) => `，按 ${otherwise} 计`,
  across: {
    UNITS: '符合条件的单位数',
    MEETS: '达到要求的单位数',
    SHARE: '达到要求的单位所占比例',
    MEDIAN: '各单位的中位数',
    MINU: '各单位中最小的数',
    MAXU: '各单位中最大的数',
    CV: '各单位的差异系数',
  },
  oneOf: (words) => words.join('、'),
  mustBeOneOf: '应是下列之一：',
  mustNotBeOneOf: '不应是下列之一：',
  isOneOf: '是下列之一：',
  isNotOneOf: '不是下列之一：',
  mustBeBlank: '不应填写',
  mustBeFilled: '应填写',
  isBlank: '没有填',
  isFilled: '已填',
  and: '，且 ',
  or: '，或 ',
  growthOf: (name) => `${name} 的增长率`,
  whenBlank: (otherwise) => `（没有的按 ${otherwise}）`,
  inCase: (condition, value) => `${condition} 时为 ${value}`,
  otherwise: (value) => `否则为 ${value}`,
  ofUnits: (name, value, where) => {
    const units = where === '' ? '各单位' : `${where} 的各单位`
    if (name === 'UNITS') return `${where === '' ? '' : `${where} 的`}单位数`
    const statistic = {
      MEETS: '的单位数',
      SHARE: '的单位所占比例',
      MEDIAN: '的中位数',
      MINU: '中最小的数',
      MAXU: '中最大的数',
      CV: '的差异系数',
    }[name]
    return `${units}${name === 'MEETS' || name === 'SHARE' ? '中' : ''} ${value} ${statistic}`
  },
  anyOf: (parts) => `下列至少应有一项成立：${parts.map((part, i) => `${i + 1}) ${part}`).join('；')}`,
  notAllOf: (parts) => `下列不应同时成立：${parts.map((part, i) => `${i + 1}) ${part}`).join('；')}`,
  when: (condition, then) => `因为 ${condition}，所以 ${then}`,
  bothOrNone: (left, right) => `应同时成立或同时不成立，现在不一致：${left}；${right}`,
  oneOnly: (left, right) => `不应同时成立或同时不成立，现在一致：${left}；${right}`,
  notApplicable: '所引用的单元格都没有填，不适用',
  never: '这条规则不允许填报',
}

const EN: Wording = {
  blank: 'blank',
  comma: ', ',
  semicolon: '; ',
  quoted: (text) => `"${text}"`,
  must: {
    '=': 'should equal',
    '<>': 'should not equal',
    '<': 'should be less than',
    '<=': 'should not exceed',
    '>': 'should be greater than',
    '>=': 'should not be less than',
  },
  mustDate: {
    '=': 'should be',
    '<>': 'should not be',
    '<': 'should be before',
    '<=': 'should not be later than',
    '>': 'should be after',
    '>=': 'should not be before',
  },
  is: {
    '=': 'equals',
    '<>': 'differs from',
    '<': 'is less than',
    '<=': 'does not exceed',
    '>': 'is greater than',
    '>=': 'is not less than',
  },
  difference: (amount) => `difference ${amount}`,
  over: (amount) => `over by ${amount}`,
  short: (amount) => `short by ${amount}`,
  equal: 'the two are equal',
  blankIsZero: 'a blank counting as 0',
  blankIsEarliest: 'a blank coming before any date',
  points: (amount) => `${amount} percentage points`,
  prior: (name) => `${name} one period before`,
  growth: (name, now, before, rate) => `growth of ${name} (${now}, one period before ${before}) of ${rate}`,
  change: (name, now, before, rate) => `change of ${name} (${now}, one period before ${before}) of ${rate}`,
  aggregate: {
    SUM: (list) => `the sum of ${list}`,
    AVERAGE: (list) => `the average of ${list}`,
    MIN: (list) => `the smallest of ${list}`,
    MAX: (list) => `the largest of ${list}`,
    COUNT: (list) => `the number filled in of ${list}`,
  },
  many: (names, count) => `${names.join(', ')} … (${count} cells)`,
  allRows: (column) => `all rows of ${column}`,
  rowsWhere: (column, test) => `the rows where ${column} ${test}`,
  cellsWhere: (list, test) => `those of ${list} that ${test.replace(/^is /, 'are ')}`,
  sumWhere: (summed, where) => `the sum of ${summed} over ${where}`,
  countWhere: (where) => `the number of ${where}`,
  meets: (operator, operand) =>
    `${{ '=': 'is', '<>': 'is not', '<': 'is below', '<=': 'is at most', '>': 'is above', '>=': 'is at least' }[operator]} ${operand}`,
  absolute: (x) => `the absolute value of ${x}`,
  whole: (x) => `${x} cut to a whole number`,
  remainder: (x, y) => `the remainder of ${x} divided by ${y}`,
  rounded: {
    ROUND: (x, places) => `${x} rounded to ${decimals(places)}`,
    ROUNDUP: (x, places) => `${x} rounded up to ${decimals(places)}`,
    ROUNDDOWN: (x, places) => `${x} cut to ${decimals(places)}`,
  },
  length: (x) => `the number of characters of ${x}`,
  mustContain: (x, part) => `${x} must contain ${part}`,
  mustNotContain: (x, part) => `${x} must not contain ${part}`,
  contains: (x, part) => `${x} contains ${part}`,
  containsNot: (x, part) => `${x} does not contain ${part}`,
  year: (x) => `the year of ${x}`,
  instead: (otherwise) => `, taken as ${otherwise}`,
  across: {
    UNITS: 'number of units',
    MEETS: 'number of units that meet it',
    SHARE: 'share of units that meet it',
    MEDIAN: 'median of the units',
    MINU: 'smallest of the units',
    MAXU: 'largest of the units',
    CV: 'coefficient of variation of the units',
  },
  oneOf: (words) => words.join(', '),
  mustBeOneOf: 'should be one of: ',
  mustNotBeOneOf: 'should not be one of: ',
  isOneOf: 'is one of: ',
  isNotOneOf: 'is none of: ',
  mustBeBlank: 'should not be filled in',
  mustBeFilled: 'should be filled in',
  isBlank: 'is blank',
  isFilled: 'is filled in',
  and: ', and ',
  or: ', or ',
  growthOf: (name) => `the growth of ${name}`,
  whenBlank: (otherwise) => ` (${otherwise} if blank)`,
  inCase: (condition, value) => `${value} when ${condition}`,
  otherwise: (value) => `otherwise ${value}`,
  ofUnits: (name, value, where) => {
    const units = where === '' ? 'the units' : `the units where ${where}`
    const statistic = {
      UNITS: 'number',
      MEETS: 'number',
      SHARE: 'share',
      MEDIAN: 'median',
      MINU: 'smallest',
      MAXU: 'largest',
      CV: 'coefficient of variation',
    }[name]
    if (name === 'UNITS') return `the number of ${units}`
    if (name === 'MEETS' || name === 'SHARE') return `the ${statistic} of ${units} in which ${value}`
    return `the ${statistic} of ${value} over ${units}`
  },
  anyOf: (parts) => `at least one of these should hold: ${parts.map((part, i) => `${i + 1}) ${part}`).join('; ')}`,
  notAllOf: (parts) => `these should not all hold: ${parts.map((part, i) => `${i + 1}) ${part}`).join('; ')}`,
  when: (condition, then) => `because ${condition}, ${then}`,
  bothOrNone: (left, right) => `should both hold or both not hold, and they disagree: ${left}; ${right}`,
  oneOnly: (left, right) => `should not both hold or both not hold, and they agree: ${left}; ${right}`,
  notApplicable: 'none of the cells referred to is filled in; not applicable',
  never: 'this rule allows no filing',
}

function decimals(places: string): string {
  return places === '1' ? '1 decimal' : `${places} decimals`
}

export function wordsOf(lang: 'zh' | 'en'): Wording {
  return lang === 'zh' ? ZH : EN
}
