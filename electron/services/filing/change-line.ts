import type { FilingView } from '../../../shared/api/filing.ts'
import { listLength } from '../../../shared/filing/facts.ts'
import { fail } from '../../../shared/problem.ts'
import { cellRef, parseCellRef, type CellRef, type TableCode, type UnitCode } from '../../../shared/words.ts'
import { timestamp } from '../../machine/clock.ts'
import { appendAudit, factText } from '../../store/audit.ts'
import { write } from '../../store/db.ts'
import { readFacts, writeFact } from '../../store/facts.ts'
import { changeFiling, findFiling } from '../../store/filings.ts'
import { readRefused, writeRefused } from '../../store/refused.ts'
import { readRemarks, replaceRemarks } from '../../store/remarks.ts'
import { openForEntry } from './enter-facts.ts'
import { viewFiling } from './view-filing.ts'
import { unitOf, type Session } from '../workspace/session.ts'

/**
 * Inserts an empty line before line `row` of a list table, or removes line `row`; later lines move. Behind the last line nothing changes.
 * Fails with `not-found` or `unit-unknown`.
 */
export function changeLine(session: Session, code: UnitCode, table: TableCode, row: number, act: 'insert' | 'remove'): FilingView {
  const list = session.scheme.tables.find((one) => one.code === table)
  if (list?.kind !== 'list') return fail('not-found', { what: table })
  write(session.workspace.db, (db) => {
    unitOf(db, code)
    const at = timestamp(session.workspace.clock)
    const held = findFiling(db, session.task.id, code)
    if (held === null) return
    const facts = readFacts(db, held.id)
    const refused = readRefused(db, held.id)
    const remarks = readRemarks(db, held.id)
    const moved = new Map(remarks)
    const length = Math.max(listLength(facts, table), ...[...refused.keys(), ...remarks.keys()].map((ref) => lineOf(ref, table)))
    if (row > length) return
    const filing = openForEntry(session, db, code)
    const from = (line: number): number =>
      act === 'insert' ? (line > row ? line - 1 : line === row ? 0 : line) : line >= row ? line + 1 : line
    for (let line = row; line <= length + 1; line += 1) {
      for (const column of list.cells.keys()) {
        const ref = cellRef(table, line, column)
        const source = cellRef(table, from(line), column)
        const after = facts.get(source) ?? null
        if (factText(facts.get(ref)) !== factText(after)) {
          writeFact(db, filing.id, ref, after)
          appendAudit(db, {
            at,
            by: session.owner.name,
            action: act === 'insert' ? 'insert-line' : 'remove-line',
            task: session.task.id,
            unit: code,
            cell: ref,
            before: factText(facts.get(ref)),
            after: factText(after),
          })
        }
        writeRefused(db, filing.id, ref, refused.get(source) ?? null)
        moved.delete(ref)
        const remark = remarks.get(source)
        if (remark !== undefined) moved.set(ref, remark)
      }
    }
    if (remarks.size > 0) replaceRemarks(db, filing.id, moved)
    changeFiling(db, filing.id, { changedAt: at })
  })
  return viewFiling(session, code)
}

function lineOf(ref: CellRef, table: TableCode): number {
  const parts = parseCellRef(ref)
  return parts?.table === table ? Number(parts.row) : 0
}
