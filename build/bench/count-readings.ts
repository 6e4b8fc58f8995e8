import Sqlite from 'better-sqlite3'

/** The readings of facts since the last `take`: the number of readings of each filing, by its id, and other queries on facts. */
export type Readings = { filings: Map<number, number>; others: string[] }

/**
 * Counts the readings of all statements that this process prepares from now on, on every connection; the call must come before the
 * workspace opens. `take` returns the readings since the last `take`.
 */
export function countReadings(): { take: () => Readings; stop: () => void } {
  const { prepare } = Sqlite.prototype
  let readings: Readings = { filings: new Map(), others: [] }
  Sqlite.prototype.prepare = function (this: Sqlite.Database, text: string): Sqlite.Statement {
    const statement = prepare.call(this, text)
    if (!/\b(FROM|JOIN) (pack|fact)\b/.test(text) || !statement.readonly) return statement
    const one = /FROM (pack|fact) WHERE filing = \?/.test(text)
    for (const method of ['get', 'all', 'iterate'] as const) {
      const run = statement[method].bind(statement) as (...values: unknown[]) => never
      statement[method] = (...values: unknown[]) => {
        const filing = Number(values[0])
        if (one) readings.filings.set(filing, (readings.filings.get(filing) ?? 0) + 1)
        else readings.others.push(text)
        return run(...values)
      }
    }
    return statement
  } as typeof prepare
  return {
    take: () => {
      const taken = readings
      readings = { filings: new Map(), others: [] }
      return taken
    },
    stop: () => {
      Sqlite.prototype.prepare = prepare
    },
  }
}
