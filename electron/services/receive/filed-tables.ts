import type { FileProblem } from '../../../shared/api/batch.ts'
import type { Facts } from '../../../shared/filing/facts.ts'
import { packFacts } from '../../../shared/filing/packed.ts'
import { problem } from '../../../shared/problem.ts'
import { tablesOf } from '../../../shared/scheme/conditions.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import { tableOf, type TableCode } from '../../../shared/words.ts'
import type { ReturnContent } from '../../workbook/return.ts'

/**
 * Removes from a return the tables that its unit does not file, because a form for another kind of unit would add figures to the
 * wrong totals. Each removed table is a problem. `facts`: the facts of `content`, unpacked.
 */
export function keepFiledTables(
  scheme: Scheme,
  unit: Unit,
  content: ReturnContent,
  facts: Facts,
): { content: ReturnContent; problems: FileProblem[] } {
  const filed = new Set<TableCode>(tablesOf(scheme, unit).map((table) => table.code))
  const strange = new Set<TableCode>()
  for (const ref of [...facts.keys(), ...content.refused.map(([ref]) => ref)]) if (!filed.has(tableOf(ref))) strange.add(tableOf(ref))
  if (strange.size === 0) return { content, problems: [] }
  const kept = new Map([...facts].filter(([ref]) => filed.has(tableOf(ref))))
  return {
    content: { ...content, facts: packFacts(scheme, kept), refused: content.refused.filter(([ref]) => filed.has(tableOf(ref))) },
    problems: [...strange].map((table) => ({
      sheet: null,
      cell: null,
      found: table,
      expected: [...filed].join(' '),
      problem: problem('table-not-filed', { table, unit: unit.code }),
    })),
  }
}
