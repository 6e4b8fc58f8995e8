import type { z } from 'zod'
import type { RouteSpec, TaskScope } from '../../shared/api/contract.ts'
import { filingApi, type FilingView, type savedCells } from '../../shared/api/filing.ts'
import type { Finding } from '../../shared/check/findings.ts'
import { fromWire } from '../../shared/filing/facts.ts'
import { cellOf } from '../../shared/scheme/cells.ts'
import type { Scheme } from '../../shared/scheme/scheme.ts'
import type { CellRef } from '../../shared/words.ts'
import { announceSoon } from '../api/changes.ts'
import { announceBroken, call } from '../api/client.ts'
import { createSaveQueue, type CellEntry, type Saved } from '../api/save-queue.ts'
import { reportSaving } from '../api/save-state.ts'
import { scopeText } from '../api/scope.ts'
import { nextTurn } from '../api/turns.ts'
import { entered, noHistory, redo, undo, type History } from '../grid/history.ts'
import { afterEntries, filingState, textOfCell, valueOfQuery, type FilingState } from './filing-state.ts'

/** One filing of the page; the store outlives the component, so that no entry under way is lost. */
export type FilingStore = {
  state: () => FilingState
  subscribe: (heard: () => void) => () => void
  /** Takes entries, shows the entries at once and sends them at once. */
  enter: (changes: readonly CellEntry[]) => void
  /** Undoes or redoes the last entry; returns the first cell of the entry, or null when the history has none. */
  undo: () => CellRef | null
  redo: () => CellRef | null
  /** Inserts or removes a line of a list table, after all earlier entries are saved. */
  changeLine: (table: string, row: number, act: 'insert' | 'remove') => Promise<void>
  explain: (finding: Finding, text: string) => Promise<void>
  /** Takes over the host's view that was asked for at turn `asked`, unless an entry is unsaved or was saved since. */
  refresh: (view: FilingView, asked: number) => void
  /** Resolves when no entry is unsaved. */
  settled: () => Promise<void>
}

/** The store of one unit's filing in one task; every request carries this scope, also when the page shows another task. */
export function createFilingStore(scope: TaskScope, scheme: Scheme, first: FilingView): FilingStore {
  const params = { unit: first.unit.code }
  const name = `${scopeText(scope)} ${first.unit.code}`
  const listeners = new Set<() => void>()
  let state = filingState(scheme, first)
  let history: History = noHistory
  /** The turn of the store's last saving; a view asked for earlier may lack it, whatever the clock says. */
  let savedTurn = 0

  function change(next: FilingState): void {
    state = next
    for (const heard of [...listeners]) heard()
  }

  function changed(at: string | null, route: Pick<RouteSpec, 'changes'>): void {
    savedTurn = nextTurn()
    if (at !== null) reportSaving(name, { savedAt: at })
    announceSoon(route)
  }

  const queue = createSaveQueue({
    send: async (changes) => (await call(filingApi.write, { scope, params, input: { changes } })) satisfies z.output<typeof savedCells>,
    later: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds)
      return () => clearTimeout(timer)
    },
    onSaved: (saved) => {
      changed(saved.at, filingApi.write)
      const next = afterAnswer(state, saved)
      if (next !== state) change(next)
    },
    onState: (unsaved, failure) => reportSaving(name, { unsaved, failure, retry: () => queue.retry() }),
  })

  function apply(changes: readonly CellEntry[]): void {
    change(afterEntries(state, changes))
    queue.put(changes)
  }

  function step(taken: ReturnType<typeof undo>): CellRef | null {
    if (taken === null) return null
    history = taken.history
    apply(taken.changes)
    return taken.changes[0]?.cell ?? null
  }

  return {
    state: () => state,
    subscribe(heard) {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    enter(changes) {
      if (changes.length === 0) return
      history = entered(history, { before: changes.map(({ cell }) => ({ cell, text: textOfCell(state, cell) })), after: changes })
      apply(changes)
    },
    undo: () => step(undo(history)),
    redo: () => step(redo(history)),
    async changeLine(table, row, act) {
      await queue.settled()
      const view = await call(filingApi.line, { scope, params, input: { table, row, act } }).catch((failure: unknown) => {
        announceBroken(filingApi.line, failure)
        throw failure
      })
      history = noHistory
      changed(view.changedAt, filingApi.line)
      change(filingState(scheme, view))
    },
    async explain(finding, text) {
      await queue.settled()
      const said = text.trim()
      const answer = await call(filingApi.explain, { scope, params, input: { key: finding.key, text: said } })
      const explanations = new Map(state.explanations)
      if (said === '') explanations.delete(finding.key)
      else explanations.set(finding.key, { value: answer.value === '' ? valueOfQuery(state, finding) : answer.value, text: said })
      changed(answer.at, filingApi.explain)
      change({ ...state, explanations })
    },
    refresh(view, asked) {
      if (view === state.view || queue.unsaved() > 0 || asked < savedTurn) return
      change(filingState(scheme, view))
    },
    settled: () => queue.settled(),
  }
}

/** The state corrected by the host's answer; the same state when the answer agrees. */
function afterAnswer(state: FilingState, saved: Saved): FilingState {
  const refused = new Map(state.refused)
  const facts = new Map(state.facts)
  let same = true
  for (const { cell: ref, text, problem } of saved.refused) {
    if (refused.get(ref)?.text === text) continue
    same = false
    facts.delete(ref)
    refused.set(ref, { text, problem })
  }
  for (const { cell: ref, fact } of saved.saved) {
    const cell = cellOf(state.scheme, ref)
    const kept = cell === null ? null : fromWire(fact, cell)
    if (JSON.stringify(facts.get(ref) ?? null) === JSON.stringify(kept) && !refused.has(ref)) continue
    same = false
    refused.delete(ref)
    if (kept === null) facts.delete(ref)
    else facts.set(ref, kept)
  }
  return same ? state : { ...state, facts, refused }
}
