import type { PeriodKind } from '../../../shared/period/period.ts'

/** In which month a school year begins (docs/design/domain.md: Time). */
const SEPTEMBER = 9
/** In which month the second term begins. */
const FEBRUARY = 2

/** The period in which a day (`2021-10-09`) lies: what a new workspace is most likely about. */
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
