import type { Pack } from './packs.ts'

/** Running totals of packs, indexed by cell id. Exact beyond 2^53. */
export type Totals = {
  high: Float64Array
  low: Float64Array
  count: Int32Array
  min: Float64Array
  max: Float64Array
}

export type CellTotal = { sum: number | bigint; count: number; min: number; max: number }

/** A number is split at 2^32 into `high` and `low`, so that both sums stay exact for two million filings. */
const HALF = 2 ** 32

/** Empty totals for cell ids below `size`. */
export function emptyTotals(size: number): Totals {
  return {
    high: new Float64Array(size),
    low: new Float64Array(size),
    count: new Int32Array(size),
    min: new Float64Array(size).fill(Infinity),
    max: new Float64Array(size).fill(-Infinity),
  }
}

/** Adds one filing's numbers; 不适用 and texts add nothing. Plain indexes, because this is the innermost loop of consolidation. */
export function addPack({ high, low, count, min, max }: Totals, { cells, numbers }: Pack): void {
  for (let index = 0; index < cells.length; index += 1) {
    const number = numbers[index] as number
    if (number !== number) continue
    const cell = cells[index] as number
    const upper = Math.floor(number / HALF)
    high[cell] = (high[cell] as number) + upper
    low[cell] = (low[cell] as number) + (number - upper * HALF)
    count[cell] = (count[cell] as number) + 1
    if (number < (min[cell] as number)) min[cell] = number
    if (number > (max[cell] as number)) max[cell] = number
  }
}

/** A cell's total in ten-thousandths; null when no filing has a number in the cell. `sum` is a bigint only beyond 2^53. */
export function storedTotal(totals: Totals, cell: number): CellTotal | null {
  const count = totals.count[cell] ?? 0
  if (count === 0) return null
  const high = totals.high[cell] as number
  const low = totals.low[cell] as number
  const near = high * HALF + low
  const sum = Number.isSafeInteger(near) ? near : BigInt(high) * BigInt(HALF) + BigInt(low)
  return { sum, count, min: totals.min[cell] as number, max: totals.max[cell] as number }
}
