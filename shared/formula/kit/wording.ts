import type { Lang } from '../../words.ts'
import type { CompareOperator } from '../syntax/tree.ts'

type ByOperator = Readonly<Record<CompareOperator, string>>

/** The fixed words of a formula in words, in one language; functions bring their own (../functions). */
export type Wording = {
  blank: string
  comma: string
  semicolon: string
  quoted(text: string): string
  /** The operators of a demand, for figures and texts, and for dates. */
  must: ByOperator
  mustDate: ByOperator
  /** The operators of a statement. */
  is: ByOperator
  difference(amount: string): string
  over(amount: string): string
  short(amount: string): string
  equal: string
  /** The value of a blank side of a comparison, of figures and of dates. */
  blankIsZero: string
  blankIsEarliest: string
  points(amount: string): string
  prior(name: string): string
  /** The first names of many. */
  many(names: readonly string[], count: number): string
  allRows(column: string): string
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
  many: (names, count) => `${names.join('、')} 等 ${count} 格`,
  allRows: (column) => `${column} 各行`,
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
  many: (names, count) => `${names.join(', ')} … (${count} cells)`,
  allRows: (column) => `all rows of ${column}`,
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
  bothOrNone: (left, right) => `should both hold or both not hold, and they disagree: ${left}; ${right}`,
  oneOnly: (left, right) => `should not both hold or both not hold, and they agree: ${left}; ${right}`,
  notApplicable: 'none of the cells referred to is filled in; not applicable',
  never: 'this rule allows no filing',
}

export function wordsOf(lang: Lang): Wording {
  return lang === 'zh' ? ZH : EN
}

/** The number of decimals in English: `1 decimal`, `2 decimals`. */
export function decimalsInEnglish(places: string): string {
  return places === '1' ? '1 decimal' : `${places} decimals`
}
