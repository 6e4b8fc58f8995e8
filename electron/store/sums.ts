import type { CellRef } from '../../shared/words.ts'
import { cellDictionary, cellRefOf } from './cells.ts'
import type { ReadableDb } from './db.ts'
import type { Pack } from './packs.ts'
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
