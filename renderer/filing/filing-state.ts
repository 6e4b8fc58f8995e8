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
import { changedCells } from './changed-cells.ts'

/** A text typed into a cell. */
export type CellEntry = { cell: CellRef; text: string }

type Refused = { text: string; problem: Problem | null }

/** A filing as the page holds it: the host's answer with the later entries applied. */
export type FilingState = {
  scheme: Scheme
  /** Status, sign-off, revision and other parts that entries do not change. */
  view: FilingView
  /** The tables this unit files, in the scheme's order. */
  tables: readonly Table[]
  facts: Facts
  refused: ReadonlyMap<CellRef, Refused>
  explanations: ReadonlyMap<string, { value: string; text: string }>
  /** The collecting unit's requests for corrections and explanations. */
  remarks: ReadonlyMap<CellRef, string>
  parameters: ReadonlyMap<string, TenThousandths>
  prior: { facts: Facts; parameters: ReadonlyMap<string, TenThousandths> } | null
  /** The facts of the last handover; null before the first handover. */
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

/** The filing after entries: a valid text becomes a fact, an invalid text is kept with its reason, as at the host. */
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

/** The content of a cell as a person would type it, for editing and copying. */
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

/** The data derived from a filing's facts: computed cells, last year's cells and findings. */
export type Derived = {
  source: FilingSource
  prior: ((ref: CellRef) => Decimal | string | null) | null
  findings: readonly Finding[]
  /** The values of the last handover, for the cells that have changed since. */
  changed: ReadonlyMap<CellRef, Fact | null>
}

const known = new WeakMap<FilingState, Derived>()

/** Derives the data of a state once, with the host's own rules and code. */
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

/** The current values of a query, which are kept together with its explanation. */
export function valueOfQuery(state: FilingState, finding: Finding): string {
  return fingerprint(finding.cells, derived(state).source)
}

/** The progress of a table: empty, begun or done. */
export type TableProgress = {
  table: Table
  mark: 'empty' | 'begun' | 'done'
  /** Errors, without the blank required cells. */
  errors: number
  /** Required cells that are blank. */
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

/** True when a finding only reports a blank required cell. */
export function isMissing(finding: Finding): boolean {
  return finding.check === REQUIRED_CHECK
}

/** The tables that hold an entry. */
export function filledTables(state: FilingState): Set<TableCode> {
  return new Set([...state.facts.keys(), ...state.refused.keys()].map(tableOf))
}

function takesEntries(scheme: Scheme, table: Table): boolean {
  if (table.kind === 'list') return true
  for (const cell of scheme.cells.values()) if (cell.table === table.code && cell.state === 'input') return true
  return false
}
