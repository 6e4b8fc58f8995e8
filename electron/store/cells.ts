import type { CellRef } from '../../shared/words.ts'
import { mirror, type ReadableDb, type WritableDb } from './db.ts'
import { rows, run, sql } from './sql.ts'

/** The dictionary of cells: a fact row holds an id instead of `MS03.02.1`. Ids are never reused. */
export type CellDictionary = { readonly idOf: Map<CellRef, number>; readonly refOf: CellRef[] }

const DICTIONARY = Symbol('cells')

/** Reads the whole dictionary; cached for the connection. */
export function cellDictionary(db: ReadableDb): CellDictionary {
  return mirror(db, DICTIONARY, () => {
    const idOf = new Map<CellRef, number>()
    const refOf: CellRef[] = []
    for (const [id, ref] of rows<[number, CellRef]>(db, sql`SELECT id, ref FROM cell ORDER BY id`)) {
      idOf.set(ref, id)
      refOf[id] = ref
    }
    return { idOf, refOf }
  })
}

/** Returns the id of a cell; a new cell is added to the dictionary. */
export function cellId(db: WritableDb, ref: CellRef): number {
  const { idOf, refOf } = cellDictionary(db)
  const known = idOf.get(ref)
  if (known !== undefined) return known
  const { id } = run(db, sql`INSERT INTO cell (ref) VALUES (${ref})`)
  idOf.set(ref, id)
  refOf[id] = ref
  return id
}

/** Returns the cell of an id; throws when the dictionary does not have it. */
export function cellRefOf(dictionary: CellDictionary, id: number): CellRef {
  const ref = dictionary.refOf[id]
  if (ref === undefined) throw new Error(`cell ${id} is not in the dictionary`)
  return ref
}
