import { listLength, toWire, type WireFact } from '../../../shared/filing/facts.ts'
import { cellRef, type UnitCode } from '../../../shared/words.ts'
import { read } from '../../store/db.ts'
import { readExplanations } from '../../store/explanations.ts'
import { readFacts } from '../../store/facts.ts'
import { findFiling } from '../../store/filings.ts'
import { unitOf, type Session } from '../workspace/session.ts'

/** A filing's content outside the program (docs/command-line.md: Documents), in the form that `set --from` reads. */
export type FilingText = {
  facts: Record<string, WireFact>
  lists: Record<string, Record<string, WireFact>[]>
  explanations: Record<string, string>
}

/** The content of a unit's filing; empty when there is no filing. Fails with `unit-unknown`. */
export function filingText(session: Session, code: UnitCode): FilingText {
  return read(session.workspace.db, (db) => {
    unitOf(db, code)
    const filing = findFiling(db, session.task.id, code)
    const held = filing === null ? new Map() : readFacts(db, filing.id)
    const content: FilingText = { facts: {}, lists: {}, explanations: {} }
    for (const [ref, fact] of held) if (session.scheme.cells.has(ref)) content.facts[ref] = toWire(fact)
    for (const table of session.scheme.tables) {
      if (table.kind !== 'list') continue
      const lines = listLength(held, table.code)
      content.lists[table.code] = Array.from({ length: lines }, (_, index) =>
        Object.fromEntries(
          [...table.cells.keys()].flatMap((column) => {
            const fact = held.get(cellRef(table.code, index + 1, column))
            return fact === undefined ? [] : [[column, toWire(fact)]]
          }),
        ),
      )
    }
    if (filing !== null) for (const [key, { text }] of readExplanations(db, filing.id)) content.explanations[key] = text
    return content
  })
}
