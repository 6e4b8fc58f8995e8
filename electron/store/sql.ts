import type { Statement } from 'better-sqlite3'
import { handleOf, type ReadableDb, type WritableDb } from './db.ts'
import type { Handle } from './driver.ts'

/** A value in a query. Whole numbers are bound as integers, because a column of type ANY would otherwise hold a float. */
export type SqlValue = string | number | bigint | Uint8Array | null

/** A query with separate values, so that a text never becomes SQL. Made only by sql`…` and columnList. */
export type SqlQuery = { readonly text: string; readonly values: readonly SqlValue[]; readonly [made]: true }
declare const made: unique symbol

/** The most prepared statements for each connection and shape; the store has far fewer queries. */
const READY = 300
const ready = { object: new WeakMap<Handle, Map<string, Statement>>(), array: new WeakMap<Handle, Map<string, Statement>>() }

/** Makes a query: sql`SELECT … WHERE code = ${code}`. Values become parameters; another SqlQuery is inserted as SQL. */
export function sql(parts: TemplateStringsArray, ...values: readonly (SqlValue | SqlQuery)[]): SqlQuery {
  let text = parts[0] ?? ''
  const bound: SqlValue[] = []
  values.forEach((value, index) => {
    if (isQuery(value)) {
      text += value.text
      bound.push(...value.values)
    } else {
      text += '?'
      bound.push(typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value)
    }
    text += parts[index + 1] ?? ''
  })
  return { text, values: bound } as unknown as SqlQuery
}

/** Column names, of table `of` when given, separated by commas. Throws for a name with other characters than a-z and _. */
export function columnList(names: readonly string[], of?: string): SqlQuery {
  const odd = [...names, ...(of === undefined ? [] : [of])].find((name) => !/^[a-z_]+$/.test(name))
  if (odd !== undefined) throw new Error(`not the name of a column: ${odd}`)
  const text = names.map((name) => (of === undefined ? name : `${of}.${name}`)).join(', ')
  return { text, values: [] as SqlValue[] } as unknown as SqlQuery
}

/** Parameters separated by commas. */
export function valueList(values: readonly SqlValue[]): SqlQuery {
  return values.reduce<SqlQuery>((list, value, index) => (index === 0 ? sql`${value}` : sql`${list}, ${value}`), sql``)
}

function isQuery(value: SqlValue | SqlQuery): value is SqlQuery {
  return typeof value === 'object' && value !== null && 'text' in value
}

/** Returns a prepared statement of this connection, compiled once for each text. `shape`: rows as objects or as arrays. */
export function prepared(db: ReadableDb, text: string, shape: 'object' | 'array' = 'object'): Statement {
  const handle = handleOf(db)
  let statements = ready[shape].get(handle)
  if (statements === undefined) ready[shape].set(handle, (statements = new Map()))
  let statement = statements.get(text)
  if (statement === undefined) {
    if (statements.size >= READY) statements.delete(statements.keys().next().value ?? '')
    statement = handle.prepare(text)
    if (shape === 'array') statement.raw(true)
    statements.set(text, statement)
  }
  return statement
}

function reader(db: ReadableDb, query: SqlQuery, shape: 'object' | 'array'): Statement {
  const statement = prepared(db, query.text, shape)
  if (!statement.readonly) throw new Error(`this query writes, run() it: ${query.text}`)
  return statement
}

/** Returns every row as an object by column name. */
export function all<Row>(db: ReadableDb, query: SqlQuery): Row[] {
  return reader(db, query, 'object').all(...query.values) as Row[]
}

/** Returns every row as an array in the order of the columns; faster for many rows. */
export function rows<Row extends readonly unknown[]>(db: ReadableDb, query: SqlQuery): Row[] {
  return reader(db, query, 'array').all(...query.values) as Row[]
}

/** Returns the first row, or null. */
export function one<Row>(db: ReadableDb, query: SqlQuery): Row | null {
  return (reader(db, query, 'object').get(...query.values) as Row | undefined) ?? null
}

/** Returns the first column of the first row, or null. */
export function value<Value>(db: ReadableDb, query: SqlQuery): Value | null {
  const row = reader(db, query, 'array').get(...query.values) as [Value] | undefined
  return row?.[0] ?? null
}

/** Runs a writing query. Returns the number of changed rows and the id of the last inserted row. */
export function run(db: WritableDb, query: SqlQuery): { changes: number; id: number } {
  const { changes, lastInsertRowid } = prepared(db, query.text).run(...query.values)
  return { changes, id: Number(lastInsertRowid) }
}
