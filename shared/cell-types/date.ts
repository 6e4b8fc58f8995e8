import { parseDate } from '../period/parse-date.ts'
import { problem } from '../problem.ts'
import type { CellTypeDefinition, DayOfNumber, SheetContent, Taken } from './definition.ts'
import { shortened } from './shortened.ts'

/** The days that a workbook allows in a cell; a day number outside is refused, because no school means such a day. */
const FIRST_DAY = '1950-01-01'
const LAST_DAY = '2100-12-31'
const dayNumber = /^\d{5}$/

/** The type of a cell with a day, kept as ISO text. */
export const dateType: CellTypeDefinition = {
  holds: 'date',
  entry: 'line',
  verbatim: false,
  align: 'center',
  decimals: () => 0,
  pattern: () => '',
  aggregate: 'list',
  read: ({ kept, plain }) => {
    const day = parseDate(plain)
    return day === null ? noDay(kept) : { ok: true, fact: day }
  },
  readSheet,
  pageWidth: () => 104,
  sheetWidth: () => 12,
  numberFormat: () => 'yyyy-mm-dd',
  allowed: () => ({ kind: 'days', first: FIRST_DAY, last: LAST_DAY }),
  refusal: () => '应为日期，例如 2021-09-01。',
  expected: () => '日期，如 2021-09-01',
  rule: { zh: () => '日期，如 2021-09-01', en: () => 'a date like 2021-09-01' },
}

function readSheet(content: SheetContent, _terms: unknown, dayOf: DayOfNumber): Taken | null {
  switch (content.kind) {
    case 'number':
      return numberedDay(content.plain ?? content.text, dayOf)
    case 'day': {
      const day = parseDate(content.text)
      return day === null || isSlip(day) ? { ok: false, problem: problem('not-a-date', { found: content.text }) } : { ok: true, fact: day }
    }
    case 'text': {
      const digits = content.text.trim()
      return dayNumber.test(digits) ? numberedDay(digits, dayOf) : null
    }
    case 'truth':
      return null
  }
}

function numberedDay(plain: string, dayOf: DayOfNumber): Taken {
  const day = parseDate(plain) ?? dayOf(plain)?.slice(0, 10) ?? null
  return day !== null && day >= FIRST_DAY && day <= LAST_DAY && parseDate(day) !== null ? { ok: true, fact: day } : noDay(plain)
}

/** True for a small number (12) or a year (2021) that a cell's date format turned into a day. */
function isSlip(day: string): boolean {
  return day < '1900-03-01' || (day >= '1905-03-14' && day <= '1905-09-30')
}

function noDay(found: string): Taken {
  return { ok: false, problem: problem('not-a-date', { found: shortened(found) }) }
}
