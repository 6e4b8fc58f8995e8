import { holdsFigures } from '../../../shared/cell-types/cell-types.ts'
import { add, compare, divide, fromInteger, fromText, multiply, toText, type Decimal } from '../../../shared/decimal/decimal.ts'
import { round } from '../../../shared/decimal/rounding.ts'
import type { lineageRow } from '../../../shared/api/consolidation.ts'
import type { Grouping } from '../../../shared/consolidation/grouping.ts'
import { sameFact, toWire, type Fact } from '../../../shared/filing/facts.ts'
import { fail, problem, ProblemError } from '../../../shared/problem.ts'
import { cellOf } from '../../../shared/scheme/cells.ts'
import { parseCellRef, type CellRef } from '../../../shared/words.ts'
import type { z } from 'zod'
import { originOf } from '../../store/audit.ts'
import { read, type ReadableDb } from '../../store/db.ts'
import { readFacts } from '../../store/facts.ts'
import { findFiling } from '../../store/filings.ts'
import { readOriginal } from '../../store/originals.ts'
import type { ReturnReader } from '../../workbook/return.ts'
import { valueText } from './consolidate.ts'
import { headsOf } from './levels.ts'
import { countedStatuses, priorFacts, unitSource, type Session } from '../workspace/session.ts'

export type LineageRow = z.output<typeof lineageRow>
/** A row with its fact; null for a computed figure. */
type Found = LineageRow & { fact: Fact | null }

/** The number of original files searched at a time: enough to keep the reading threads busy. */
const CHUNK = 32

/**
 * The lineage 数据来源 of a total (docs/design/words.md: The words): each unit of the group with its value, share, file and the cell in
 * that file, largest first, with the time and person of the entry or of the receipt, whichever gave the fact. A computed cell shows each
 * unit's own computed value. A computed figure, and a figure corrected since the
 * file was received, has a file but no cell in it. Fails with `cell-unknown` or `not-found`.
 */
export async function lineageOf(
  session: Session,
  reader: ReturnReader,
  cell: CellRef,
  by: Grouping,
  key: string | undefined,
): Promise<LineageRow[]> {
  const known = cellOf(session.scheme, cell)
  if (known === null || parseCellRef(cell) === null) throw new ProblemError(problem('cell-unknown', { cell, nearest: null }))
  const rows = read(session.workspace.db, (db) => rowsOf(session, db, cell, by, key))
  const shared = withShares(rows, holdsFigures(known.type))
  for (let from = 0; from < shared.length; from += CHUNK) {
    await Promise.all(shared.slice(from, from + CHUNK).map((row) => locate(session, reader, row, cell)))
  }
  return shared.map(({ fact: _fact, ...row }) => row)
}

function rowsOf(session: Session, db: ReadableDb, cell: CellRef, by: Grouping, key: string | undefined): Found[] {
  const heads = headsOf(session, db, by)
  const { group } = (key === undefined ? heads[0] : heads.find((one) => one.group.key === key)) ?? fail('not-found', { what: key ?? by })
  return group.units.flatMap((unit) => {
    const filing = findFiling(db, session.task.id, unit.code)
    if (filing === null || !countedStatuses.includes(filing.status)) return []
    const facts = readFacts(db, filing.id)
    const fact = facts.get(cell)
    const value =
      fact === undefined
        ? valueText(unitSource(session, unit, facts, priorFacts(session, db, unit.code)).computed.get(cell) ?? null)
        : wireText(toWire(fact))
    if (value === null) return []
    const origin = fact === undefined ? null : originOf(db, filing, cell)
    return [
      {
        unit: unit.code,
        name: unit.name,
        township: unit.township,
        value,
        share: null,
        file: null,
        sha256: filing.original,
        sheet: null,
        cell: null,
        at: origin?.at ?? filing.changedAt ?? '',
        by: origin?.by ?? filing.filler,
        fact: fact ?? null,
      },
    ]
  })
}

function wireText(wire: ReturnType<typeof toWire>): string | null {
  return wire === null ? null : typeof wire === 'object' ? '/' : wire
}

/** Adds each row's share, in percent with one decimal, and sorts the rows by value, largest first. Exact decimals throughout. */
function withShares(rows: Found[], isNumber: boolean): Found[] {
  if (!isNumber) return rows
  const valued = rows.map((row) => ({ row, value: fromText(row.value) }))
  const total = valued.reduce<Decimal>((sum, { value }) => (value === null ? sum : add(sum, value)), 0)
  return valued
    .sort((a, b) => compare(b.value ?? 0, a.value ?? 0))
    .map(({ row, value }) => ({ ...row, share: value === null ? null : percentOf(value, total) }))
}

function percentOf(part: Decimal, whole: Decimal): string | null {
  const share = divide(multiply(part, fromInteger(100)), whole)
  return share === null ? null : toText(round(share, 1))
}

async function locate(session: Session, reader: ReturnReader, row: Found, cell: CellRef): Promise<void> {
  const { sha256 } = row
  const original = sha256 === null ? null : read(session.workspace.db, (db) => readOriginal(db, sha256))
  if (original === null) return
  row.file = original.name
  const place = (await reader.places(new Uint8Array(original.bytes), [cell]))[0]
  if (place === undefined || row.fact === null || !sameFact(place.fact ?? undefined, row.fact)) return
  row.sheet = place.sheet
  row.cell = place.address
}
