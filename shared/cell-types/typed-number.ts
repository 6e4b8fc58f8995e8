import { divide, fromInteger, fromText, multiply, type Decimal } from '../decimal/decimal.ts'
import { problem, type Problem } from '../problem.ts'
import type { CellTerms } from './definition.ts'
import { shortened } from './shortened.ts'

/** The number, the problem that refuses it, or null when the text is no number. */
export type TypedNumber = { ok: true; value: Decimal } | { ok: false; problem: Problem } | null

/** A number and its unit; commas or blanks may separate groups of three digits, and no other sign may. */
const numberAndUnit =
  /^[¥￥]?\s*([+-]?)\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)([eE][+-]?\d{1,2})?\s*(\D.*)?$/u
/** Marks that would be read as digits: a footnote mark behind a figure (12²), and ① or ½, which are no counts. */
const marksLikeDigits = /[\d０-９]\s*[\u00b2\u00b3\u00b9\u2070-\u209c]|[\u00bc-\u00be\u2150-\u218b\u2460-\u24ff\u2776-\u2793]/u
const minusSigns = /[−–—](?=\s*[\d.])/gu
const factors: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 1e2],
]
/** Different words for the same unit. */
const sameUnits: Readonly<Record<string, string>> = { 名: '人', 位: '人', 圆: '元', m2: '平方米', 平米: '平方米' }
/** The units that are refused as another cell's; any other word behind a number (左右, 多) makes the text no number. */
const knownUnits = new Set([
  '人',
  '人次',
  '元',
  '角',
  '分',
  '平方米',
  '米',
  '公里',
  '亩',
  '公顷',
  '吨',
  '所',
  '校',
  '个',
  '班',
  '户',
  '家',
  '间',
  '栋',
  '幢',
  '座',
  '处',
  '台',
  '套',
  '件',
  '辆',
  '张',
  '块',
  '本',
  '册',
  '篇',
  '篇次',
  '次',
  '期',
  '场',
  '起',
  '例',
  '项',
  '份',
  '条',
  '门',
  '科',
  '课时',
  '学时',
  '节',
  '天',
  '日',
  '周',
  '月',
  '年',
  '岁',
  '学期',
  '小时',
  '分钟',
  '公斤',
  '斤',
  '度',
  '‰',
])

/**
 * Reads a number with or without a unit and converts the number to the cell's unit. `plain` is NFKC text without blanks at its ends,
 * `kept` the typed text. A different unit is refused, never dropped; 「12左右」 and 「12 34」 are no numbers.
 */
export function parseTypedNumber(plain: string, kept: string, cell: CellTerms): TypedNumber {
  const match = marksLikeDigits.test(kept) ? null : numberAndUnit.exec(plain.replace(minusSigns, '-').replace(/\s/gu, ' '))
  const value = match === null ? null : decimalOf(match)
  if (match === null || value === null) return null
  const suffix = (match[4] ?? '').replace(/\s/gu, '')
  const money = /^[¥￥]/u.test(plain)
  if (money && !meansUnit('元', splitUnit(cell.quantity).base))
    return { ok: false, problem: problem('wrong-unit', { found: shortened(kept), unit: cell.quantity }) }
  return scaleByUnit(value, suffix, cell, kept)
}

function decimalOf(match: RegExpExecArray): Decimal | null {
  const digits = (match[2] ?? '').replace(/[, ]/g, '')
  const number = fromText((match[1] === '-' ? '-' : '') + (digits.startsWith('.') ? `0${digits}` : digits))
  if (number === null || match[3] === undefined) return number
  const exponent = Number(match[3].slice(1))
  const power = fromText(`1${'0'.repeat(Math.abs(exponent))}`)
  return power === null ? null : exponent < 0 ? divide(number, power) : multiply(number, power)
}

function scaleByUnit(value: Decimal, suffix: string, cell: CellTerms, kept: string): TypedNumber {
  if (suffix === '') return { ok: true, value }
  if (suffix === '%') return percent(value, cell, kept)
  const own = splitUnit(cell.quantity)
  const typed = splitUnit(suffix)
  const bare = typed.base === ''
  if (!bare && !meansUnit(typed.base, own.base)) {
    return knownUnits.has(typed.base)
      ? { ok: false, problem: problem('wrong-unit', { found: shortened(kept), unit: cell.quantity }) }
      : null
  }
  // 「2000万」 in a column of 万元 means 2000 of that unit; elsewhere 万 multiplies.
  if (bare && typed.factor === own.factor) return { ok: true, value }
  return scaled(multiply(value, fromInteger(typed.factor)), own.factor)
}

function percent(value: Decimal, cell: CellTerms, kept: string): TypedNumber {
  if (cell.quantity === '%') return { ok: true, value }
  return cell.show.endsWith('%')
    ? scaled(value, 100)
    : { ok: false, problem: problem('wrong-unit', { found: shortened(kept), unit: cell.quantity }) }
}

function scaled(value: Decimal, divisor: number): TypedNumber {
  const quotient = divide(value, fromInteger(divisor))
  return quotient === null ? null : { ok: true, value: quotient }
}

/** True when the typed unit is the cell's unit: in full, or 元 for a figure per head (元/生). */
function meansUnit(typed: string, own: string): boolean {
  return typed === own || typed === own.replace(/\/.*$/u, '')
}

/** Splits a unit: 「万元」 → 10,000 × 元; 「人次」 → 1 × 人次; 「名」 → 1 × 人. */
function splitUnit(text: string): { factor: number; base: string } {
  const unit = text.normalize('NFKC')
  const found = factors.find(([word]) => unit.startsWith(word))
  const base = found === undefined ? unit : unit.slice(found[0].length)
  return { factor: found?.[1] ?? 1, base: Object.hasOwn(sameUnits, base) ? (sameUnits[base] ?? base) : base }
}
