import type { PeriodKind } from '../../../shared/period/period.ts'

/** The first month of a school year (docs/design/domain.md: Time). */
const SEPTEMBER = 9
/** The first month of the second term. */
const FEBRUARY = 2

/** The period of a day (`2021-10-09`), the most likely one for a new workspace. */
export function periodOfDay(kind: PeriodKind, day: string): string {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  const began = month >= SEPTEMBER ? year : year - 1
  switch (kind) {
    case 'year':
      return String(year)
    case 'month':
      return day.slice(0, 7)
    case 'school-year':
      return `${began}-${began + 1}`
    case 'term':
      return `${began}-${began + 1}-${month >= FEBRUARY && month < SEPTEMBER ? 2 : 1}`
  }
}
