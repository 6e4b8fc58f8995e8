const separated = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T ]\s*00:00(?::00(?:\.000)?)?Z?)?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Reads a calendar date as people write it (2021-09-01, 2021/9/1, 2021.9.1, 2021年9月1日, 20210901); ISO text, or null. */
export function parseDate(text: string): string | null {
  const match = separated.exec(text) ?? compact.exec(text)
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return null
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (day > (monthDays[month - 1] ?? 0) + (leap ? 1 : 0)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
