/** How a school's figure is shown: in a unit of its own (人/百生) to two decimals; else it is so much for one pupil, and small. */
export function figurePattern(unit: string): string {
  return unit === '' ? '#,##0.0000' : '#,##0.00'
}
