import { isNumberText } from './number-text.ts'

const millisecondsADay = 86_400_000
/** The day after 9999-12-31, the last day of a spreadsheet, counted from 1900. */
const lastSerial = 2_958_466
/** Days from 1899-12-30 to 1970-01-01, and from 1899-12-30 to 1904-01-01, the start of the other calendar. */
const unixEpochSerial = 25_569
const offset1904 = 1_462

/**
 * A spreadsheet's day number as ISO text: `2024-03-01`, with a time `2024-03-01T08:30:00`, below one day only the time.
 * In the calendar of 1900 the file format keeps Lotus's 29 February 1900 (day 60), so days before it are one off.
 * `calendar` is the year that the workbook counts from. Null when the text is no number or outside the calendar (negative, or after 9999):
 * such a cell shows #### and stays a number.
 */
export function serialToIso(text: string, calendar: 1900 | 1904): string | null {
  const date1904 = calendar === 1904
  if (!isNumberText(text)) return null
  const given = Number(text)
  if (!(given >= 0 && given < lastSerial - (date1904 ? offset1904 : 0))) return null
  let day = Math.floor(given)
  // Times are kept to the millisecond; a float that rounds to 24:00 is the next day.
  let milliseconds = Math.round((given - day) * millisecondsADay)
  if (milliseconds === millisecondsADay) {
    milliseconds = 0
    day += 1
  }
  if (day === 0 && (milliseconds > 0 || !date1904)) return timeText(milliseconds)
  const date = dayText(date1904 ? day + offset1904 : day)
  return milliseconds === 0 ? date : `${date}T${timeText(milliseconds)}`
}

/** The ISO text of a `t="d"` cell in the form of serialToIso; null for other texts. */
export function normaliseIso(text: string): string | null {
  const found = /^(\d{4}-\d{2}-\d{2})?(?:(?:^|T)(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)Z?)?$/.exec(text.trim())
  if (!found || (!found[1] && !found[2])) return null
  const time = found[2] === undefined ? undefined : withSeconds(found[2])
  if (found[1] === undefined) return time!
  return time === undefined || time === '00:00:00' ? found[1] : `${found[1]}T${time}`
}

function withSeconds(time: string): string {
  const full = time.length === 5 ? `${time}:00` : time
  return full.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
}

function dayText(serial: number): string {
  if (serial === 60) return '1900-02-29'
  const days = (serial < 60 ? serial + 1 : serial) - unixEpochSerial
  // The civil calendar from a day count (Howard Hinnant's days_from_civil, reversed).
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

function timeText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const rest = milliseconds % 1000
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return rest === 0 ? clock : `${clock}.${String(rest).padStart(3, '0').replace(/0+$/, '')}`
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
