import { NOT_APPLICABLE, type Fact } from '../shared/filing/facts.ts'
import type { Cell, Scheme, Table } from '../shared/scheme/scheme.ts'
import { cellRef, type CellRef } from '../shared/words.ts'

/** A generator of random whole numbers below a limit; the same seed gives the same numbers. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/**
 * Random facts within the limits of the cells: small, large, 0, blank or 不适用, with all allowed decimals; lists have
 * twelve lines, some of them empty. Most checks fail on such facts.
 */
export function filledWrongly(scheme: Scheme, tables: readonly Table[], seed: number): Map<CellRef, Fact> {
  const random = seeded(seed)
  const facts = new Map<CellRef, Fact>()
  const put = (ref: CellRef, cell: Cell): void => {
    const fact = cell.state === 'input' ? anything(cell, random) : null
    if (fact !== null) facts.set(ref, fact)
  }
  const own = new Set(tables.map((table) => table.code))
  for (const cell of scheme.cells.values()) if (own.has(cell.table)) put(cell.ref, cell)
  for (const table of tables) {
    if (table.kind !== 'list') continue
    for (let line = 1; line <= 12; line += 1)
      if (line % 4 !== 3) for (const [column, cell] of table.cells) put(cellRef(table.code, line, column), cell)
  }
  return facts
}

function anything(cell: Cell, random: (below: number) => number): Fact | null {
  const pick = random(10)
  if (pick < 2) return null
  if (pick === 2) return NOT_APPLICABLE
  if (cell.type === 'date') return `2021-0${1 + random(9)}-1${random(10)}`
  if (cell.type === 'choice') return cell.choices?.[random(cell.choices.length)] ?? null
  if (cell.type === 'text') return ['更换屋面', '=1+1', '新建'][random(3)] ?? null
  const size = [1, 10, 400, 99_999][random(4)] ?? 1
  const value = random(size) * 10_000 + (cell.decimals > 0 ? random(10 ** cell.decimals) * 10 ** (4 - cell.decimals) : 0)
  return Math.min(cell.max ?? value, Math.max(cell.min ?? value, value))
}
