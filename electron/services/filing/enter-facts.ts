import { toWire, type Fact, type WireFact } from '../../../shared/filing/facts.ts'
import { parseTyped } from '../../../shared/filing/parse-value.ts'
import { problem, type Problem } from '../../../shared/problem.ts'
import { cellOf } from '../../../shared/scheme/cells.ts'
import { tablesOf } from '../../../shared/scheme/conditions.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import { tableOf, type CellRef, type UnitCode } from '../../../shared/words.ts'
import { timestamp } from '../../machine/clock.ts'
import { appendAudit, factText } from '../../store/audit.ts'
import { write, type WritableDb } from '../../store/db.ts'
import { readFacts, writeFact } from '../../store/facts.ts'
import { changeFiling, createFiling, findFiling, type Filing } from '../../store/filings.ts'
import { readRefused, writeRefused } from '../../store/refused.ts'
import { keepHandedOver } from './handed-over.ts'
import { unitOf, type Session } from '../workspace/session.ts'

export type CellChange = { cell: CellRef; text: string }
export type SavedCells = {
  saved: { cell: CellRef; fact: WireFact }[]
  refused: { cell: CellRef; text: string; problem: Problem }[]
  at: string
}

/**
 * Saves typed texts, cell by cell: a fitting text as a fact, any other as refused text with its reason, so that no typed text is
 * lost. A text for a cell that is no input of this unit is refused and not kept. Texts that change nothing make no filing and open none;
 * `at` is then the time of the last change. Everything is durable when the function returns (docs/design/promises.md: Promise 1).
 */
export function enterFacts(session: Session, code: UnitCode, changes: readonly CellChange[]): SavedCells {
  const at = timestamp(session.workspace.clock)
  return write(session.workspace.db, (db) => {
    const unit = unitOf(db, code)
    const result: SavedCells = { saved: [], refused: [], at }
    const entries = readEntries(session, unit, changes, result)
    const held = findFiling(db, session.task.id, code)
    const facts = held === null ? new Map<CellRef, Fact>() : readFacts(db, held.id)
    const refused = held === null ? new Map<CellRef, string>() : readRefused(db, held.id)
    const changed = [...entries].filter(
      ([ref, { fact, unfit }]) => factText(facts.get(ref)) !== factText(fact) || (refused.get(ref) ?? null) !== unfit,
    )
    if (changed.length === 0) return { ...result, at: held?.changedAt ?? at }
    const filing = openForEntry(session, db, code)
    for (const [ref, { fact, unfit }] of changed) {
      const [before, after] = [factText(facts.get(ref)), factText(fact)]
      writeRefused(db, filing.id, ref, unfit)
      if (before === after) continue
      writeFact(db, filing.id, ref, fact)
      appendAudit(db, { at, by: session.owner.name, action: 'enter', task: session.task.id, unit: code, cell: ref, before, after })
    }
    changeFiling(db, filing.id, { changedAt: at })
    return result
  })
}

/** A typed text as it is kept: its fact, or the text that does not fit; both null for a blank. */
type Entry = { fact: Fact | null; unfit: string | null }

/** Reads typed texts into entries by cell, the last one of each cell; says in `result` what becomes of every text. */
function readEntries(session: Session, unit: Unit, changes: readonly CellChange[], result: SavedCells): Map<CellRef, Entry> {
  const filed = new Set(tablesOf(session.scheme, unit).map((table) => table.code))
  const entries = new Map<CellRef, Entry>()
  for (const { cell: ref, text } of changes) {
    const cell = cellOf(session.scheme, ref)
    const barred =
      cell === null
        ? unknownCell(session, ref)
        : !filed.has(tableOf(ref))
          ? problem('table-not-filed', { table: tableOf(ref), unit: unit.code })
          : barredCell(ref, cell.state)
    if (cell === null || barred !== null) {
      result.refused.push({ cell: ref, text, problem: barred ?? unknownCell(session, ref) })
      continue
    }
    const parsed = parseTyped(text, cell)
    const fact = parsed.ok ? parsed.fact : null
    entries.set(ref, { fact, unfit: parsed.ok ? null : text })
    if (parsed.ok) result.saved.push({ cell: ref, fact: toWire(fact ?? undefined) })
    else result.refused.push({ cell: ref, text, problem: parsed.problem })
  }
  return entries
}

function unknownCell(session: Session, ref: CellRef): Problem {
  const wanted = ref.toLowerCase().replace(/\s+/g, '')
  const nearest = [...session.scheme.cells.keys()].find((known) => known.toLowerCase() === wanted) ?? null
  return problem('cell-unknown', { cell: ref, nearest })
}

function barredCell(cell: CellRef, state: 'input' | 'computed' | 'blocked'): Problem | null {
  if (state === 'computed') return problem('cell-computed', { cell })
  return state === 'blocked' ? problem('cell-blocked', { cell }) : null
}

/**
 * Returns the unit's filing for entry and makes it when there is none. A signed filing is opened again, because a change needs a new
 * sign-off; the facts handed over last are kept (handed-over.ts).
 */
export function openForEntry(session: Session, db: WritableDb, code: UnitCode): Filing {
  const filing = findFiling(db, session.task.id, code) ?? createFiling(db, session.task.id, code)
  keepHandedOver(db, filing)
  return filing.status === 'signed' ? changeFiling(db, filing.id, { status: 'open' }) : filing
}

/** The text that a person would type for a fact from JSON (`set --from`). */
export function typedText(wire: WireFact): string {
  if (wire === null) return ''
  return typeof wire === 'object' ? '/' : wire
}
