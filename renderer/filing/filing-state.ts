import type { FilingView } from '../../shared/api/filing.ts'
import type { Finding } from '../../shared/check/findings.ts'
import { fingerprint } from '../../shared/check/explanations.ts'
import { findingOf } from '../../shared/check/findings.ts'
import { REQUIRED_CHECK, runChecks } from '../../shared/check/run-checks.ts'
import { fromText, toTenThousandths, type Decimal, type TenThousandths } from '../../shared/decimal/decimal.ts'
import { filingSource, type FilingSource } from '../../shared/filing/compute.ts'
import { fromWire, toWire, type Fact, type Facts, type WireFact } from '../../shared/filing/facts.ts'
import { parseTyped } from '../../shared/filing/parse-value.ts'
import type { Problem } from '../../shared/problem.ts'
import { cellOf } from '../../shared/scheme/cells.ts'
import { tablesOf } from '../../shared/scheme/conditions.ts'
import type { Scheme, Table } from '../../shared/scheme/scheme.ts'
import { unitAttribute } from '../../shared/unit/unit.ts'
import { tableOf, type CellRef, type TableCode } from '../../shared/words.ts'
import type { CellEntry } from '../api/save-queue.ts'
import { changedCells } from './changed-cells.ts'

type Refused = { text: string; problem: Problem | null }

/** A filing as the page holds it: what the host said, and on top of it what has been typed since. */
export type FilingState = {
  scheme: Scheme
  /** Status, sign-off, revision and the rest that entries do not change. */
  view: FilingView
  /** The tables this unit files, in the scheme's order. */
  tables: readonly Table[]
  facts: Facts
  refused: ReadonlyMap<CellRef, Refused>
  explanations: ReadonlyMap<string, { value: string; text: string }>
  /** What the collecting unit asks to be corrected or explained. */
  remarks: ReadonlyMap<CellRef, string>
  parameters: ReadonlyMap<string, TenThousandths>
  prior: { facts: Facts; parameters: ReadonlyMap<string, TenThousandths> } | null
  /** What was handed over last; null when nothing was. */
  handedOver: Facts | null
}

/** A filing from the host's answer. */
export function filingState(scheme: Scheme, view: FilingView): FilingState {
  const prior = view.prior === null ? null : readFacts(scheme, view.prior)
  const facts = readFacts(scheme, view.facts)
  return {
    scheme,
    view,
    tables: tablesOf(scheme, view.unit),
    facts,
    refused: new Map(Object.entries(view.refused).map(([ref, text]) => [ref, { text, problem: reasonFor(scheme, ref, text) }])),
    explanations: new Map(Object.entries(view.explanations)),
    remarks: new Map(Object.entries(view.remarks)),
    parameters: readParameters(view.parameters),
    prior: prior === null ? null : { facts: prior, parameters: readParameters(view.priorParameters) },
    handedOver: view.changed === null ? null : handedOverFacts(scheme, facts, view.changed),
  }
}

function readParameters(wire: Record<string, string>): Map<string, TenThousandths> {
  return new Map(Object.entries(wire).map(([name, text]) => [name, toTenThousandths(fromText(text) ?? 0) ?? 0]))
}

function readFacts(scheme: Scheme, wire: Record<CellRef, WireFact>): Map<CellRef, Fact> {
  const facts = new Map<CellRef, Fact>()
  for (const [ref, value] of Object.entries(wire)) {
    const cell = cellOf(scheme, ref)
    const fact = cell === null ? null : fromWire(value, cell)
    if (fact !== null) facts.set(ref, fact)
  }
  return facts
}

function handedOverFacts(scheme: Scheme, facts: Facts, changed: Record<CellRef, WireFact>): Facts {
  const before = new Map([...facts].filter(([ref]) => changed[ref] === undefined))
  for (const [ref, fact] of readFacts(scheme, changed)) before.set(ref, fact)
  return before
}

function reasonFor(scheme: Scheme, ref: CellRef, text: string): Problem | null {
  const cell = cellOf(scheme, ref)
  const parsed = cell === null ? null : parseTyped(text, cell)
  return parsed === null || parsed.ok ? null : parsed.problem
}

/** The filing after entries: what fits is a fact, what does not is kept as typed with its reason, as the host will say. */
export function afterEntries(state: FilingState, changes: readonly CellEntry[]): FilingState {
  const facts = new Map(state.facts)
  const refused = new Map(state.refused)
  for (const { cell: ref, text } of changes) {
    const cell = cellOf(state.scheme, ref)
    if (cell === null || cell.state !== 'input') continue
    const parsed = parseTyped(text, cell)
    facts.delete(ref)
    refused.delete(ref)
    if (!parsed.ok) refused.set(ref, { text, problem: parsed.problem })
    else if (parsed.fact !== null) facts.set(ref, parsed.fact)
  }
  return { ...state, facts, refused }
}

/** What editing a cell starts from, and what copying takes: its content as one would type it. */
export function textOfCell(state: FilingState, ref: CellRef): string {
  const refused = state.refused.get(ref)
  if (refused !== undefined) return refused.text
  const fact = state.facts.get(ref)
  const wire = fact === undefined ? computedText(state, ref) : toWire(fact)
  return wire === null ? '' : typeof wire === 'object' ? '/' : wire
}

function computedText(state: FilingState, ref: CellRef): WireFact {
  const value = derived(state).source.computed.get(ref)
  return value === undefined || value === null || typeof value === 'boolean'
    ? null
    : typeof value === 'string'
      ? value
      : toWire(toTenThousandths(value) ?? undefined)
}

/** What follows from a filing's facts: computed cells, last year's, and what the checks find. */
export type Derived = {
  source: FilingSource
  prior: ((ref: CellRef) => Decimal | string | null) | null
  findings: readonly Finding[]
  /** What cells held when they were handed over last, of those that have changed since. */
  changed: ReadonlyMap<CellRef, Fact | null>
}

const known = new WeakMap<FilingState, Derived>()

/** Works out what follows from the facts, once for a state; the same rules and code as at the host. */
export function derived(state: FilingState): Derived {
  const before = known.get(state)
  if (before !== undefined) return before
  const { scheme, view } = state
  const source = filingSource(scheme, state.facts, {
    unit: (attribute) => unitAttribute(view.unit, attribute),
    parameters: state.parameters,
    prior: state.prior,
  })
  const findings = runChecks(scheme, 'unit', source, state.facts, state.tables)
    .map((failure) => findingOf(failure, source, view.unit, state.explanations))
    .sort((a, b) => rank(a) - rank(b))
  const priorSource = source.prior
  const result = {
    source,
    findings,
    changed: changedCells(state),
    prior: priorSource === undefined ? null : (ref: CellRef) => priorSource.cell(ref),
  }
  known.set(state, result)
  return result
}

function rank(finding: Finding): number {
  return finding.level === 'error' ? 0 : 1
}

/** The values a query is about now: an explanation is kept together with them. */
export function valueOfQuery(state: FilingState, finding: Finding): string {
  return fingerprint(finding.cells, derived(state).source)
}

/** How far a table has come: nothing in it, begun or with something to settle, or done. */
export type TableProgress = {
  table: Table
  mark: 'empty' | 'begun' | 'done'
  /** Rules that do not hold, without the cells below. */
  errors: number
  /** Cells that must be filled in and are blank. */
  missing: number
  queries: number
  refused: number
}

/**
 * The progress of every table the unit files.
 *
 * | holds something | something else open | required cells blank | mark                                    |
 * |-----------------|---------------------|----------------------|-----------------------------------------|
 * | yes             | no                  | no                   | done                                    |
 * | yes or no       | yes                 | yes or no            | begun                                   |
 * | yes             | no                  | yes                  | begun                                   |
 * | no              | no                  | yes or no            | empty; done when nothing is entered there |
 */
export function progressOf(state: FilingState): TableProgress[] {
  const filled = filledTables(state)
  return state.tables.map((table) => {
    const own = derived(state).findings.filter((finding) => tableOf(finding.cell) === table.code && !finding.explained)
    const missing = own.filter(isMissing).length
    const queries = own.filter((finding) => finding.level === 'query').length
    const errors = own.length - queries - missing
    const refused = [...state.refused.keys()].filter((ref) => tableOf(ref) === table.code).length
    const held = filled.has(table.code)
    const open = errors + queries + refused > 0 || (held && missing > 0)
    const mark = open ? 'begun' : held || !takesEntries(state.scheme, table) ? 'done' : 'empty'
    return { table, errors, missing, queries, refused, mark }
  })
}

/** Whether a finding says no more than that a required cell is blank. */
export function isMissing(finding: Finding): boolean {
  return finding.check === REQUIRED_CHECK
}

/** The tables in which something was entered. */
export function filledTables(state: FilingState): Set<TableCode> {
  return new Set([...state.facts.keys(), ...state.refused.keys()].map(tableOf))
}

function takesEntries(scheme: Scheme, table: Table): boolean {
  if (table.kind === 'list') return true
  for (const cell of scheme.cells.values()) if (cell.table === table.code && cell.state === 'input') return true
  return false
}
