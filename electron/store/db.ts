import type { Handle } from './driver.ts'
import { storeProblem } from './store-problem.ts'

declare const opened: unique symbol
declare const readable: unique symbol
declare const writable: unique symbol

/** The database of an open workspace, used only through read() and write(). */
export type Db = { readonly [opened]: true }
/** The database for functions that only read. */
export type ReadableDb = { readonly [readable]: true }
/** The database for functions that write; exists only inside write(). */
export type WritableDb = ReadableDb & { readonly [writable]: true }

/** An impossible argument; makes an async function passed to read() or write() a compile error. */
type OnlySynchronous<Value> = [Value] extends [never] ? [] : Value extends PromiseLike<unknown> ? [never] : []

/** Caches of rows for each connection; dropped when a transaction is rolled back. */
const mirrors = new WeakMap<Handle, Map<symbol, unknown>>()

/** The steps to run before a transaction commits, one for each key. */
const finishing = new WeakMap<Handle, Map<symbol, () => void>>()

/** Brands a raw connection; only open.ts calls this function. */
export function brand(handle: Handle): Db {
  return handle as unknown as Db
}

/** The raw connection behind a brand; only for files of the store. */
export function handleOf(db: Db | ReadableDb): Handle {
  return db as unknown as Handle
}

/**
 * Runs `work` on one unchanging view of the database. Inside a transaction `work` becomes part of it.
 * Synchronous (docs/design/storage.md: Transactions); throws ProblemError when the file cannot be read.
 */
export function read<Value>(db: Db | ReadableDb, work: (db: ReadableDb) => Value, ..._: OnlySynchronous<Value>): Value {
  const handle = handleOf(db)
  const view = db as unknown as ReadableDb
  return handle.inTransaction ? work(view) : transact(handle, 'BEGIN', () => work(view))
}

/**
 * Runs `work` as one transaction: all changes are on the disk when write() returns, and none when it throws.
 * Synchronous (docs/design/storage.md: Transactions), not nestable; throws ProblemError `disk-full`, `not-writable` or `workspace-damaged`.
 */
export function write<Value>(db: Db, work: (db: WritableDb) => Value, ..._: OnlySynchronous<Value>): Value {
  const handle = handleOf(db)
  if (handle.inTransaction) throw new Error('write() inside a transaction: pass the WritableDb on instead')
  return transact(handle, 'BEGIN IMMEDIATE', () => work(db as unknown as WritableDb))
}

function transact<Value>(handle: Handle, begin: string, work: () => Value): Value {
  try {
    handle.exec(begin)
    const value = work()
    if (isThenable(value)) throw new Error('a transaction cannot wait: nothing asynchronous inside read() or write()')
    for (const step of finishing.get(handle)?.values() ?? []) step()
    handle.exec('COMMIT')
    return value
  } catch (error) {
    // On a full disk SQLite has already rolled back.
    if (handle.open && handle.inTransaction) handle.exec('ROLLBACK')
    mirrors.delete(handle)
    throw storeProblem(error, handle.name)
  } finally {
    finishing.delete(handle)
  }
}

/** Registers `step` to run once before this transaction commits; a later step with the same `key` replaces it. */
export function beforeCommit(db: WritableDb, key: symbol, step: () => void): void {
  const handle = handleOf(db)
  let steps = finishing.get(handle)
  if (steps === undefined) finishing.set(handle, (steps = new Map()))
  steps.set(key, step)
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

/** A cache of rows for this connection, made at first use; dropped when a transaction fails. */
export function mirror<Value>(db: ReadableDb, key: symbol, make: () => Value): Value {
  const handle = handleOf(db)
  let all = mirrors.get(handle)
  if (all === undefined) mirrors.set(handle, (all = new Map()))
  let value = all.get(key) as Value | undefined
  if (value === undefined) all.set(key, (value = make()))
  return value
}
