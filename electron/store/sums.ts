import { NOT_APPLICABLE, type Fact } from '../../shared/filing/facts.ts'
import type { CellRef, UnitCode } from '../../shared/words.ts'
import { lastChangeOf } from './audit.ts'
import { cellDictionary, cellRefOf } from './cells.ts'
import type { ReadableDb } from './db.ts'
import { counts, type Counting } from './filings.ts'
import type { Pack } from './packs.ts'
import { all, sql, type SqlQuery } from './sql.ts'
import { addPack, emptyTotals, storedTotal, type CellTotal } from './totals.ts'

/** One cell's total: `sum`, `min`, `max` in ten-thousandths, `count` filings with a number in the cell. */
type CellSum = CellTotal & { cell: CellRef }
/** How many filings hold this text, choice or date in the cell. */
type TextSum = { cell: CellRef; text: string; count: number }

/** What a group's filings come to, while their packs are added one after the other; null is a filing without facts. */
export type FilingSums = {
  addNumbers: (pack: Pack | null) => void
  addTexts: (pack: Pack | null) => void
  /** The exact totals (docs/design/numbers.md) by cell id; a cell without any number is left out. */
  numbers: () => CellSum[]
  /** Each text that was added with the filings that hold it, in the order in which they were first met. */
  texts: () => TextSum[]
}

/** Sums of no filing yet. Filings are handed in packed, so that whoever reads them reads each once. */
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

/** One unit's part in a total 数据来源: where the figure stands, which file brought it, when and by whom it was entered. */
export type CellPart = {
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

type CellSourceRow = Omit<CellPart, 'fact' | 'at' | 'by'> & {
  value: number | string | null
  changedAt: string | null
  batchAt: string | null
  batchBy: string | null
}

/** What one cell holds in every counted filing that has something in it, in roster order (lineage). */
export function factsOfCell(db: ReadableDb, counting: Counting, ref: CellRef): CellPart[] {
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
export function factsOfCellQuery(counting: Counting, cell: number): SqlQuery {
  return sql`SELECT filing.id AS filing, filing.unit, fact.value, filing.original, filing.batch, filing.changed_at AS changedAt,
      COALESCE(batch_file.name, original.name) AS file, batch.at AS batchAt, batch.by AS batchBy
    FROM filing JOIN unit ON unit.code = filing.unit JOIN fact ON fact.filing = filing.id AND fact.cell = ${cell}
    LEFT JOIN original ON original.sha256 = filing.original
    LEFT JOIN batch ON batch.id = filing.batch
    LEFT JOIN batch_file ON batch_file.filing = filing.id AND batch_file.batch = filing.batch AND batch_file.taken = 1
    WHERE ${counts(counting)} ORDER BY unit.position, unit.code`
}
