import { parseCellRef, type CellRef } from '../../../shared/words.ts'
import { namePrefix } from '../manifest.ts'

/**
 * Defined names of input cells, `XT_<table>_<row>_<column>`: what a name may not hold becomes `_`, and names that would
 * be alike (Excel ignores case) get a number. The manifest says which cell each stands for, so nothing is read from the spelling.
 */
export function cellNames(refs: Iterable<CellRef>): Map<CellRef, string> {
  const used = new Set<string>()
  const names = new Map<CellRef, string>()
  for (const ref of refs) {
    const parts = parseCellRef(ref)
    const wanted = parts === null ? safe(ref) : [parts.table, parts.row, parts.column].map(safe).join('_')
    let name = namePrefix.cell + wanted
    for (let n = 2; used.has(name.toLowerCase()); n += 1) name = `${namePrefix.cell}${wanted}__${n}`
    used.add(name.toLowerCase())
    names.set(ref, name)
  }
  return names
}

function safe(code: string): string {
  return code.replace(/[^\p{L}\p{Nd}_]/gu, '_')
}
