import type { Sent, TaskScope } from '../../shared/api/contract.ts'
import { filingApi, type FilingView } from '../../shared/api/filing.ts'
import type { Finding } from '../../shared/check/findings.ts'
import type { Scheme } from '../../shared/scheme/scheme.ts'
import type { CellRef } from '../../shared/words.ts'
import { announce, announceSoon } from '../api/changes.ts'
import { announceBroken, call } from '../api/client.ts'
import { createObserved } from '../api/observed.ts'
import { reportSaving } from '../api/save-state.ts'
import { scopeText } from '../api/scope.ts'
import { nextTurn } from '../api/turns.ts'
import { entered, noHistory, redo, undo, type History } from '../grid/history.ts'
import { createCellQueue, withSaved } from './cell-queue.ts'
import { createExplanationQueue, withExplanation } from './explanation-queue.ts'
import { afterEntries, filingState, textOfCell, valueOfQuery, type CellEntry, type FilingState } from './filing-state.ts'

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
  /** Takes the explanation of a query of this filing or of the county's totals, shows it at once and sends it after earlier entries. */
  explain: (finding: Finding, text: string) => void
  /** Takes over the host's view that was asked for at turn `asked`, unless something is unsaved or was saved since. */
  refresh: (view: FilingView, asked: number) => void
  /** Resolves when no entry and no explanation is unsaved; rejects when one cannot be saved. */
  settled: () => Promise<void>
}

/** The store of one unit's filing in one task; every request carries this scope, also when the page shows another task. */
export function createFilingStore(scope: TaskScope, scheme: Scheme, first: FilingView): FilingStore {
  const unit = first.unit.code
  const name = `${scopeText(scope)} ${unit}`
  const { state, subscribe, change } = createObserved(filingState(scheme, first))
  let history: History = noHistory
  /** The turn of the store's last saving; a view asked for earlier may lack it, whatever the clock says. */
  let savedTurn = 0

  function changed(at: string | null): void {
    savedTurn = nextTurn()
    if (at !== null) reportSaving(name, { savedAt: at })
  }

  const cells = createCellQueue({
    scope,
    unit,
    onSaved: (saved, replaced) => {
      changed(saved.at)
      announceSoon(filingApi.write)
      const next = withSaved(state(), saved, replaced)
      if (next !== state()) change(next)
    },
    onState: (unsaved, failure) => reportSaving(name, { unsaved, failure, retry: () => cells.retry() }),
  })
  const explanations = createExplanationQueue({
    scope,
    unit,
    valuesSaved: cells.settled,
    onSaved: (answers, replaced) => {
      for (const answer of answers) {
        changed(answer.at)
        if (!replaced(answer.key)) change(withExplanation(state(), answer))
      }
      announce(filingApi.explain)
    },
    onState: (unsaved, failure) => reportSaving(`${name} explanations`, { unsaved, failure, retry: () => explanations.retry() }),
  })
  const settled = async () => {
    await cells.settled()
    await explanations.settled()
  }

  function apply(changes: readonly CellEntry[]): void {
    change(afterEntries(state(), changes))
    cells.put(changes)
  }

  function step(taken: ReturnType<typeof undo>): CellRef | null {
    if (taken === null) return null
    history = taken.history
    apply(taken.changes)
    return taken.changes[0]?.cell ?? null
  }

  return {
    state,
    subscribe,
    enter(changes) {
      if (changes.length === 0) return
      history = entered(history, { before: changes.map(({ cell }) => ({ cell, text: textOfCell(state(), cell) })), after: changes })
      apply(changes)
    },
    undo: () => step(undo(history)),
    redo: () => step(redo(history)),
    async changeLine(table, row, act) {
      await settled()
      const view = await changeLineAtHost({ scope, params: { unit }, input: { table, row, act } })
      history = noHistory
      changed(view.changedAt)
      announceSoon(filingApi.line)
      change(filingState(scheme, view))
    },
    explain(finding, text) {
      const explanation = { key: finding.key, text: text.trim(), value: valueOfQuery(state(), finding) }
      change(withExplanation(state(), explanation))
      explanations.put([explanation])
    },
    refresh(view, asked) {
      if (view === state().view || cells.unsaved() + explanations.unsaved() > 0 || asked < savedTurn) return
      change(filingState(scheme, view))
    },
    settled,
  }
}

async function changeLineAtHost(sent: Sent<typeof filingApi.line>): Promise<FilingView> {
  try {
    return await call(filingApi.line, sent)
  } catch (failure) {
    announceBroken(filingApi.line, failure)
    throw failure
  }
}
