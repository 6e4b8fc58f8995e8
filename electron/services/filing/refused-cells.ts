import { parseTyped } from '../../../shared/filing/parse-value.ts'
import { problem, type Problem } from '../../../shared/problem.ts'
import { cellOf } from '../../../shared/scheme/cells.ts'
import type { CellRef, UnitCode } from '../../../shared/words.ts'
import { read } from '../../store/db.ts'
import { listRefused } from '../../store/refused.ts'
import { listUnits } from '../../store/units.ts'
import type { Session } from '../workspace/session.ts'

/** A text that does not fit its cell, with the reason; it prevents signing off as a failed check does. */
export type RefusedCell = { unit: UnitCode; unitName: string; cell: CellRef; problem: Problem }

/** The refused texts of one unit's filing, or of every filing in the order of the roster. */
export function refusedCells(session: Session, only?: UnitCode): RefusedCell[] {
  return read(session.workspace.db, (db) => {
    const refused = listRefused(db, session.task.id)
    return listUnits(db)
      .filter(({ code }) => only === undefined || code === only)
      .flatMap(({ code, name }) =>
        refused
          .filter(({ unit }) => unit === code)
          .map(({ cell, text }) => ({ unit: code, unitName: name, cell, problem: refusal(session, cell, text) })),
      )
  })
}

function refusal({ scheme }: Session, ref: CellRef, text: string): Problem {
  const cell = cellOf(scheme, ref)
  if (cell === null) return problem('cell-unknown', { cell: ref, nearest: null })
  const parsed = parseTyped(text, cell)
  // A newer version of the scheme may take the text that its earlier version refused.
  return parsed.ok ? problem('refused-before', { found: text }) : parsed.problem
}
