import type { CellRef } from '../words.ts'
import type { Cell } from './scheme.ts'

export type ComputeOrder = { ok: true; order: CellRef[] } | { ok: false; cycle: CellRef[] }

/**
 * Orders computed cells so that each cell follows the cells of its formula. A column of a list table counts as one cell, spelled
 * `TABLE.COLUMN`. For a cell that depends on itself, returns the cycle with the first cell repeated at the end
 * (docs/design/formula.md: References).
 */
export function computeOrder(cells: readonly Cell[]): ComputeOrder {
  const computed = new Map(cells.filter((cell) => cell.formula !== null).map((cell) => [cell.ref, cell]))
  const order: CellRef[] = []
  const done = new Set<CellRef>()
  for (const start of computed.keys()) {
    const cycle = visit(start, computed, done, order)
    if (cycle !== null) return { ok: false, cycle }
  }
  return { ok: true, order }
}

/** Visits cells depth-first with its own stack, so that a long chain of cells cannot exhaust the call stack. */
function visit(start: CellRef, computed: ReadonlyMap<CellRef, Cell>, done: Set<CellRef>, order: CellRef[]): CellRef[] | null {
  if (done.has(start)) return null
  const path: { ref: CellRef; needs: CellRef[]; next: number }[] = [{ ref: start, needs: needsOf(computed.get(start), computed), next: 0 }]
  const open = new Set([start])
  while (path.length > 0) {
    const top = path[path.length - 1]
    if (top === undefined) break
    const need = top.needs[top.next]
    if (need === undefined) {
      done.add(top.ref)
      open.delete(top.ref)
      order.push(top.ref)
      path.pop()
      continue
    }
    top.next += 1
    if (open.has(need)) return [...path.slice(path.findIndex((step) => step.ref === need)).map((step) => step.ref), need]
    if (done.has(need)) continue
    open.add(need)
    path.push({ ref: need, needs: needsOf(computed.get(need), computed), next: 0 })
  }
  return null
}

function needsOf(cell: Cell | undefined, computed: ReadonlyMap<CellRef, Cell>): CellRef[] {
  const bound = cell?.formula
  if (bound === null || bound === undefined) return []
  return [...bound.cells, ...[...bound.lists, ...bound.listCells].map((list) => `${list.table}.${list.column}`)].filter((ref) =>
    computed.has(ref),
  )
}
