import { parseCellRef, type CellRef } from '../../../../shared/words.ts'
import { namePrefix } from '../../manifest.ts'

/**
 * Defined names of input cells, `XT_<table>_<row>_<column>`: characters that a name may not have become `_`, and equal names
 * (Excel ignores case) get a number. The manifest gives the cell of each name, so nothing is read from the spelling.
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
