import { NOT_APPLICABLE, type Fact } from '../../shared/filing/facts.ts'
import type { CellRef, UnitCode } from '../../shared/words.ts'
import { lastChangeOf, receiptOf } from './audit.ts'
import { cellDictionary, cellRefOf } from './cells.ts'
import type { ReadableDb } from './db.ts'
import { counts, type Counting } from './filings.ts'
import type { Pack } from './packs.ts'
import { all, sql, type SqlQuery } from './sql.ts'
import { addPack, emptyTotals, storedTotal, type CellTotal } from './totals.ts'

/** A cell's total: `sum`, `min`, `max` in ten-thousandths; `count`: the number of filings with a number in the cell. */
type CellSum = CellTotal & { cell: CellRef }
/** The number of filings with this text, choice or date in the cell. */
type TextSum = { cell: CellRef; text: string; count: number }

/** The running sums of a group's filings, added pack by pack; a null pack is a filing without facts. */
export type FilingSums = {
  addNumbers: (pack: Pack | null) => void
  addTexts: (pack: Pack | null) => void
  /** The exact totals (docs/design/numbers.md) in the order of cell ids, without cells that have no number. */
  numbers: () => CellSum[]
  /** Each added text with the number of its filings, in the order of first adding. */
  texts: () => TextSum[]
}

/** Starts sums without a filing. The caller reads the packs, so that each filing is read once for all uses. */
export function startSums(db: ReadableDb): FilingSums {
  const dictionary = cellDictionary(db)
  const totals = emptyTotals(dictionary.refOf.length)
  const texts = new Map<string, TextSum>()
  return {
    addNumbers: (pack) => {
      if (pack !== null) addPack(totals, pack)
    },
    addTexts: (pack) => {
      for (const [id, text] of Object.entries(pack?.texts ?? {})) {
        const key = `${id}\n${text}`
        const known = texts.get(key)
        if (known === undefined) texts.set(key, { cell: cellRefOf(dictionary, Number(id)), text, count: 1 })
        else known.count += 1
      }
    },
    numbers: () => {
      const sums: CellSum[] = []
      dictionary.refOf.forEach((cell, id) => {
        const total = storedTotal(totals, id)
        if (total !== null) sums.push({ cell, ...total })
      })
      return sums
    },
    texts: () => [...texts.values()],
  }
}

/** A unit's part in a total 数据来源: its filing, its fact, the source file, and the time and person of the entry. */
export type CellPart = {
  filing: number
  unit: UnitCode
  fact: Fact
  original: string | null
  /** The file's name when received. */
  file: string | null
  batch: number | null
  at: string
  by: string
}

type CellSourceRow = Omit<CellPart, 'fact' | 'at' | 'by'> & {
  value: number | string | null
  changedAt: string | null
}

/** The facts of one cell in every counted filing, in roster order, each with its source. */
export function factsOfCell(db: ReadableDb, counting: Counting, ref: CellRef): CellPart[] {
  const cell = cellDictionary(db).idOf.get(ref)
  if (cell === undefined) return []
  return all<CellSourceRow>(db, factsOfCellQuery(counting, cell)).map(({ value, changedAt, ...rest }) => {
    const typed = lastChangeOf(db, counting.task, rest.unit, ref)
    // An entry after the receipt is the county's correction; the file replaced an earlier entry.
    const received = rest.batch === null ? null : receiptOf(db, counting.task, rest.unit, rest.batch)
    const last = typed !== null && (received === null || typed.id > received.id) ? typed : received
    const { at, by } = last ?? { at: changedAt ?? '', by: '' }
    return { ...rest, fact: value ?? NOT_APPLICABLE, at, by }
  })
}

/** The query of factsOfCell, exported so that a test can check its indexes. */
export function factsOfCellQuery(counting: Counting, cell: number): SqlQuery {
  return sql`SELECT filing.id AS filing, filing.unit, fact.value, filing.original, filing.batch, filing.changed_at AS changedAt,
      COALESCE(batch_file.name, original.name) AS file
    FROM filing JOIN unit ON unit.code = filing.unit JOIN fact ON fact.filing = filing.id AND fact.cell = ${cell}
    LEFT JOIN original ON original.sha256 = filing.original
    LEFT JOIN batch_file ON batch_file.filing = filing.id AND batch_file.batch = filing.batch AND batch_file.taken = 1
    WHERE ${counts(counting)} ORDER BY unit.position, unit.code`
}
