import { problem, type Result } from '../problem.ts'
import type { Lang } from '../words.ts'
import type { TenThousandths } from '../decimal/decimal.ts'

export type PeriodKind = 'year' | 'school-year' | 'term' | 'month'

/** A dated local constant 参数; the value in force in a period has the latest date not after the period. */
export type Parameter = { name: string; unit: string; source: string; values: readonly { from: string; value: TenThousandths }[] }

/**
 * A reporting period 报告期 as text that sorts by time.
 *
 * | kind        | written     | means                                                            |
 * |-------------|-------------|------------------------------------------------------------------|
 * | year        | 2021        | the calendar year                                                |
 * | school-year | 2021-2022   | 1 September 2021 to 31 August 2022 (docs/design/domain.md: Time) |
 * | term        | 2021-2022-1 | first term of that school year                                   |
 * | month       | 2021-09     | the month                                                        |
 */
const shapes: Readonly<Record<PeriodKind, { pattern: RegExp; example: string }>> = {
  year: { pattern: /^\d{4}$/, example: '2021' },
  'school-year': { pattern: /^(\d{4})-(\d{4})$/, example: '2021-2022' },
  term: { pattern: /^(\d{4})-(\d{4})-([12])$/, example: '2021-2022-1' },
  month: { pattern: /^\d{4}-(0[1-9]|1[0-2])$/, example: '2021-09' },
}

/** Checks a period's spelling for a scheme's kind; full-width digits are made plain. */
export function parsePeriod(text: string, kind: PeriodKind): Result<string> {
  const plain = text.normalize('NFKC').trim()
  const match = shapes[kind].pattern.exec(plain)
  const spansOneYear = match?.[2] === undefined || kind === 'month' || Number(match[2]) === Number(match[1]) + 1
  if (match === null || !spansOneYear)
    return { ok: false, problem: problem('period-invalid', { found: text, expected: shapes[kind].example }) }
  return { ok: true, value: plain }
}

/**
 * Checks the period from which a parameter's value holds: a period of the scheme's kind, or the year in which it begins. Both sort by
 * time among the scheme's periods.
 */
export function parseFrom(text: string, kind: PeriodKind): Result<string> {
  const year = parsePeriod(text, 'year')
  return year.ok ? year : parsePeriod(text, kind)
}

/** The period before, for PRIOR and GROWTH: last year, last school year, the same term a year ago, the same month a year ago. */
export function priorPeriod(period: string, kind: PeriodKind): string {
  const year = Number(period.slice(0, 4)) - 1
  if (kind === 'year') return String(year)
  if (kind === 'month') return `${year}${period.slice(4)}`
  return `${year}-${year + 1}${period.slice(9)}`
}

/** A period in words: 2021 年度, 2021–2022 学年第一学期, 2021 年 9 月. */
export function periodTitle(period: string, kind: PeriodKind, lang: Lang): string {
  const zh = lang === 'zh'
  switch (kind) {
    case 'year':
      return zh ? `${period} 年度` : period
    case 'school-year':
      return zh ? `${period.replace('-', '–')} 学年` : `School year ${period.replace('-', '–')}`
    case 'term': {
      const years = period.slice(0, 9).replace('-', '–')
      const first = period.endsWith('1')
      return zh ? `${years} 学年${first ? '第一学期' : '第二学期'}` : `${years}, ${first ? 'first' : 'second'} term`
    }
    case 'month':
      return zh ? `${period.slice(0, 4)} 年 ${Number(period.slice(5))} 月` : period
  }
}

/** The first day of a period, ISO text; a second term begins on 1 February. */
export function firstDay(period: string, kind: PeriodKind): string {
  if (kind === 'year') return `${period}-01-01`
  if (kind === 'month') return `${period}-01`
  return period.endsWith('-2') ? `${period.slice(5, 9)}-02-01` : `${period.slice(0, 4)}-09-01`
}

/** True when a period begins after `until`, an inclusive day or month. */
export function beginsAfter(period: string, kind: PeriodKind, until: string): boolean {
  return firstDay(period, kind).slice(0, until.length) > until
}

/** Each parameter's value with the latest date not after the period; a parameter that starts later is left out. */
export function parametersInForce(parameters: ReadonlyMap<string, Parameter>, period: string): Map<string, TenThousandths> {
  const inForce = new Map<string, TenThousandths>()
  for (const parameter of parameters.values()) {
    const current = parameter.values.filter((one) => one.from <= period).at(-1)
    if (current !== undefined) inForce.set(parameter.name, current.value)
  }
  return inForce
}
