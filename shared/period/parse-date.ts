import { calendarDay } from './calendar.ts'

const separated =
  /^(\d{4})\s*([-/.年])\s*(\d{1,2})\s*([-/.月])\s*(\d{1,2})\s*日?(?:(?:\s+|T)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?|T00:00(?::00(?:\.0+)?)?Z)?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/

/**
 * Reads a calendar date in common spellings; ISO text, or null. Never guesses which number is the day.
 *
 * | written                                                     | read       |
 * |-------------------------------------------------------------|------------|
 * | 2021-09-01, 2021/9/1, 2021.9.1, 2021年9月1日, 20210901       | 2021-09-01 |
 * | 2021-09-01 08:30, 2021-09-01T00:00:00Z                       | 2021-09-01 |
 * | 9/1/2021, 21.9.1, 2021年9月, 2021-02-30, T16:00Z (which day?) | null       |
 */
export function parseDate(text: string): string | null {
  const match = separated.exec(text)
  if (match !== null) {
    const chinese = match[2] === '年'
    return chinese === (match[4] === '月') ? calendarDay(Number(match[1]), Number(match[3]), Number(match[5])) : null
  }
  const digits = compact.exec(text)
  return digits === null ? null : calendarDay(Number(digits[1]), Number(digits[2]), Number(digits[3]))
}
