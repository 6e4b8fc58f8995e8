import { toText } from '../decimal/decimal.ts'
import type { CellRef } from '../words.ts'

/** Facts in the command line's input form (docs/command-line.md: Documents): decimal texts, texts, choices, ISO dates. */
export type DemoFacts = Record<CellRef, string>

/** Writes a whole count into a cell. */
export function putCount(facts: DemoFacts, cell: CellRef, count: number): void {
  facts[cell] = String(count)
}

/** Writes an amount of yuan into a cell in 万元; a yuan is one ten-thousandth. */
export function putYuan(facts: DemoFacts, cell: CellRef, yuan: number): void {
  facts[cell] = toText(yuan)
}
