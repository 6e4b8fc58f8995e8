/** Days since 1899-12-30, the day number of spreadsheets; null for a text that is no ISO date after February 1900. */
export function dayNumber(iso: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (parts === null) return null
  const days = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / 86_400_000 + 25_569
  return days > 60 ? days : null
}
