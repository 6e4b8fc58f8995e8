/** Dates are ISO text, so that text order is date order; arithmetic on dates counts days without any clock. */

const FIRST_YEAR = 1900
const LAST_YEAR = 9999

/** True when the text is a day of the calendar from 1900 on, written 2021-09-01. */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  return year !== undefined && Number(year) >= FIRST_YEAR && dateOf(Number(year), Number(month), Number(day)) === text
}

/**
 * The date of DATE(y, m, d): months and days beyond the calendar roll over as in Excel (month 13 is January, day 0 the last of the
 * month before); null for a year below 1900 and for a result outside 1900 to 9999.
 */
export function dateOf(year: number, month: number, day: number): string | null {
  if (![year, month, day].every((part) => Number.isSafeInteger(part) && Math.abs(part) < 1e6)) return null
  const months = year * 12 + (month - 1)
  const [y, m, d] = civil(daysBefore(Math.floor(months / 12), months - Math.floor(months / 12) * 12 + 1) + day - 1)
  if (year < FIRST_YEAR || y < FIRST_YEAR || y > LAST_YEAR) return null
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

/** The number of days from 0000-03-01 to the first of a month, in the Gregorian calendar throughout. */
function daysBefore(year: number, month: number): number {
  const y = month <= 2 ? year - 1 : year
  const m = month <= 2 ? month + 9 : month - 3
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5)
}

function civil(days: number): [year: number, month: number, day: number] {
  const era = Math.floor(days / 146097)
  const ofEra = days - era * 146097
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365)
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * ofYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - Math.floor((153 * m + 2) / 5) + 1]
}
