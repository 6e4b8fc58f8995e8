import type { ReadingPool } from './pool.ts'
import { ReadingRefusal } from './refusal.ts'

/** An item with its result or its refusal. */
export type EachOutcome<Item, Result> = { item: Item; result: Result } | { item: Item; refusal: ReadingRefusal }

/**
 * Runs a pool over many items and yields the outcomes in the order of the items. `prepare` makes an item's job (reads the
 * file) only when its turn is near, so at most `inFlight` files are in memory.
 */
export async function* readEach<Item, Job, Result>(
  pool: ReadingPool<Job, Result>,
  items: Iterable<Item>,
  prepare: (item: Item) => Job | Promise<Job>,
  inFlight: number,
): AsyncGenerator<EachOutcome<Item, Result>> {
  const started: Promise<EachOutcome<Item, Result>>[] = []
  for (const item of items) {
    started.push(outcome(pool, item, prepare))
    if (started.length >= inFlight) yield await started.shift()!
  }
  for (const last of started) yield await last
}

async function outcome<Item, Job, Result>(
  pool: ReadingPool<Job, Result>,
  item: Item,
  prepare: (item: Item) => Job | Promise<Job>,
): Promise<EachOutcome<Item, Result>> {
  try {
    return { item, result: await pool.run(await prepare(item)) }
  } catch (error) {
    return { item, refusal: error instanceof ReadingRefusal ? error : new ReadingRefusal('reading-failed', { cause: error }) }
  }
}
