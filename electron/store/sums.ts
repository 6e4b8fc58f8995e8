import { NOT_APPLICABLE, type Fact } from '../../shared/filing/facts.ts'
import { groupingAttribute, type Grouping, type GroupingAttribute } from '../../shared/consolidation/grouping.ts'
import type { CellRef, UnitCode } from '../../shared/words.ts'
import { lastChangeOf } from './audit.ts'
import { cellDictionary, cellRefOf } from './cells.ts'
import type { ReadableDb } from './db.ts'
import { counts, type Counting } from './filings.ts'
import { readPack, unpackFacts } from './packs.ts'
import { all, rows, sql, type Query } from './sql.ts'
import { addPack, clearTotals, emptyTotals, totalOf, type CellTotal } from './totals.ts'

/** One cell's total in one group: `sum`, `min`, `max` in ten-thousandths, `count` filings with a number in the cell. */
export type CellSum = CellTotal & { group: string; cell: CellRef }

const columnOf: Readonly<Record<GroupingAttribute, Query>> = {
  township: sql`unit.township`,
  kind: sql`unit.kind`,
  class: sql`unit.class`,
  code: sql`unit.code`,
}

/** The filings that count with the group each falls in, group by group, units in roster order. */
function groupedFilings(db: ReadableDb, counting: Counting, by: Grouping): [group: string, filing: number, unit: UnitCode][] {
  const attribute = groupingAttribute(by)
  const column = attribute === null ? sql`''` : columnOf[attribute]
  return rows(
    db,
    sql`SELECT ${column}, filing.id, unit.code FROM filing JOIN unit ON unit.code = filing.unit
    WHERE ${counts(counting)} ORDER BY ${column}, unit.position, unit.code`,
  )
}

/**
 * The exact totals of every cell in every group (DESIGN §3), one group after the other; a cell without any number in a
 * group is left out. `cells` limits what is handed out. The county's key is ''.
 */
export function* sumFacts(db: ReadableDb, counting: Counting, by: Grouping, cells?: ReadonlySet<CellRef>): Generator<CellSum> {
  const dictionary = cellDictionary(db)
  const wanted: [id: number, cell: CellRef][] = []
  dictionary.refOf.forEach((cell, id) => {
    if (cells === undefined || cells.has(cell)) wanted.push([id, cell])
  })
  const filings = groupedFilings(db, counting, by)
  const totals = emptyTotals(dictionary.refOf.length)
  for (let from = 0; from < filings.length; ) {
    const group = filings[from]?.[0] ?? ''
    clearTotals(totals)
    for (; from < filings.length && filings[from]?.[0] === group; from += 1) {
      const pack = readPack(db, filings[from]?.[1] ?? 0)
      if (pack !== null) addPack(totals, pack)
    }
    for (const [id, cell] of wanted) {
      const total = totalOf(totals, id)
      if (total !== null) yield { group, cell, sum: total.sum, count: total.count, min: total.min, max: total.max }
    }
  }
}

/** Each counted filing with all its facts, in roster order: for rules and statistics across units. */
export function* eachFiling(db: ReadableDb, counting: Counting): Generator<{ filing: number; unit: UnitCode; facts: Map<CellRef, Fact> }> {
  const dictionary = cellDictionary(db)
  for (const [, filing, unit] of groupedFilings(db, counting, 'county')) {
    const pack = readPack(db, filing)
    yield { filing, unit, facts: pack === null ? new Map() : unpackFacts(pack, dictionary) }
  }
}

/** Each text, choice and date that counted filings hold, with its unit and group. */
export function* textFacts(
  db: ReadableDb,
  counting: Counting,
  by: Grouping,
  cells?: ReadonlySet<CellRef>,
): Generator<{ group: string; unit: UnitCode; cell: CellRef; text: string }> {
  const dictionary = cellDictionary(db)
  for (const [group, filing, unit] of groupedFilings(db, counting, by)) {
    for (const [id, text] of Object.entries(readPack(db, filing)?.texts ?? {})) {
      const cell = cellRefOf(dictionary, Number(id))
      if (cells === undefined || cells.has(cell)) yield { group, unit, cell, text }
    }
  }
}

/** How many filings of each group chose each choice (`aggregate: count`): group → cell → choice → how many. */
export function choiceCounts(
  db: ReadableDb,
  counting: Counting,
  by: Grouping,
  cells: ReadonlySet<CellRef>,
): Map<string, Map<CellRef, Map<string, number>>> {
  const groups = new Map<string, Map<CellRef, Map<string, number>>>()
  for (const { group, cell, text } of textFacts(db, counting, by, cells)) {
    let byCell = groups.get(group)
    if (byCell === undefined) groups.set(group, (byCell = new Map()))
    let choices = byCell.get(cell)
    if (choices === undefined) byCell.set(cell, (choices = new Map()))
    choices.set(text, (choices.get(text) ?? 0) + 1)
  }
  return groups
}

/** One unit's part in a total 数据来源: where the figure stands, which file brought it, when and by whom it was entered. */
export type CellSource = {
  filing: number
  unit: UnitCode
  fact: Fact
  original: string | null
  /** The name the file had when it was received. */
  file: string | null
  batch: number | null
  at: string
  by: string
}

type CellSourceRow = Omit<CellSource, 'fact' | 'at' | 'by'> & {
  value: number | string | null
  changedAt: string | null
  batchAt: string | null
  batchBy: string | null
}

/** What one cell holds in every counted filing that has something in it, in roster order (lineage). */
export function factsOfCell(db: ReadableDb, counting: Counting, ref: CellRef): CellSource[] {
  const cell = cellDictionary(db).idOf.get(ref)
  if (cell === undefined) return []
  return all<CellSourceRow>(db, factsOfCellQuery(counting, cell)).map(({ value, changedAt, batchAt, batchBy, ...rest }) => {
    const typed = lastChangeOf(db, counting.task, rest.unit, ref)
    // What was typed after the file came is the county's own correction; before it, the file replaced it.
    const byHand = typed !== null && (batchAt === null || typed.at > batchAt) ? typed : null
    const { at, by } = byHand ?? { at: batchAt ?? changedAt ?? '', by: batchBy ?? '' }
    return { ...rest, fact: value ?? NOT_APPLICABLE, at, by }
  })
}

/** The query of factsOfCell, by itself so that a test can hold it to its indexes. */
export function factsOfCellQuery(counting: Counting, cell: number): Query {
  return sql`SELECT filing.id AS filing, filing.unit, fact.value, filing.original, filing.batch, filing.changed_at AS changedAt,
      COALESCE(batch_file.name, original.name) AS file, batch.at AS batchAt, batch.by AS batchBy
    FROM filing JOIN unit ON unit.code = filing.unit JOIN fact ON fact.filing = filing.id AND fact.cell = ${cell}
    LEFT JOIN original ON original.sha256 = filing.original
    LEFT JOIN batch ON batch.id = filing.batch
    LEFT JOIN batch_file ON batch_file.filing = filing.id AND batch_file.batch = filing.batch AND batch_file.taken = 1
    WHERE ${counts(counting)} ORDER BY unit.position, unit.code`
}
