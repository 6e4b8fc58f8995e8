/** Where the time comes from: passed in, so that tests can stand still (docs/design/shape.md: Purity). */
export type Clock = () => Date

/** The machine's own clock. */
export function systemClock(): Date {
  return new Date()
}

/** The time as it is stored: ISO 8601 in UTC with milliseconds. */
export function timestamp(clock: Clock): string {
  return clock().toISOString()
}
