/** The pattern of a school's figure: two decimals in a unit of its own (人/百生), else four, because a figure for one pupil is small. */
export function figurePattern(unit: string): string {
  return unit === '' ? '#,##0.0000' : '#,##0.00'
}
