import Sqlite from 'better-sqlite3'

/** The readings of facts in one piece of work: how often each filing was read, by its id, and queries that read facts otherwise. */
export type Readings = { filings: Map<number, number>; others: string[] }

/**
 * Watches every statement that this process prepares from now on, whatever connection it is for: start it before a workspace is opened.
 * `take` answers what was read since the last `take`.
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
