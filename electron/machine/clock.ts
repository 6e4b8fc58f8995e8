/** The source of the current time; tests pass a fixed clock (docs/design/shape.md: Purity). */
export type Clock = () => Date

/** The machine's own clock. */
export function systemClock(): Date {
  return new Date()
}

/** The current time in stored form: ISO 8601 in UTC with milliseconds. */
export function timestamp(clock: Clock): string {
  return clock().toISOString()
}
