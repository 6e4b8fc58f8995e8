import type { z } from 'zod'
import type { TaskScope } from '../../shared/api/contract.ts'
import { filingApi, type savedCells } from '../../shared/api/filing.ts'
import { fromWire } from '../../shared/filing/facts.ts'
import { cellOf } from '../../shared/scheme/cells.ts'
import type { CellRef } from '../../shared/words.ts'
import { call } from '../api/client.ts'
import { createSaveQueue, laterByTimer, type SaveQueue, type SaveQueueNeeds } from '../api/save-queue.ts'
import type { CellEntry, FilingState } from './filing-state.ts'

/** Entries in one request at most, well below the limit of the contract. */
const MOST_CELLS = 5_000

/** The host's answer to entries: each is durably saved, or kept as refused text with its reason. */
type Saved = z.output<typeof savedCells>

type CellQueueNeeds = Pick<SaveQueueNeeds<CellEntry, Saved>, 'onSaved' | 'onState'> & { scope: TaskScope; unit: string }

/** Entries of one filing on their way to the host. */
export function createCellQueue({ scope, unit, ...needs }: CellQueueNeeds): SaveQueue<CellEntry> {
  return createSaveQueue<CellEntry, Saved>({
    ...needs,
    keyOf: ({ cell }) => cell,
    mostAtOnce: MOST_CELLS,
    send: (changes) => call(filingApi.write, { scope, params: { unit }, input: { changes } }),
    later: laterByTimer,
  })
}

/** The state corrected by the host's answer, but for cells that a later text has replaced; the same state when the answer agrees. */
export function withSaved(state: FilingState, saved: Saved, replaced: (cell: CellRef) => boolean): FilingState {
  const refused = new Map(state.refused)
  const facts = new Map(state.facts)
  let same = true
  for (const { cell: ref, text, problem } of saved.refused) {
    if (replaced(ref) || refused.get(ref)?.text === text) continue
    same = false
    facts.delete(ref)
    refused.set(ref, { text, problem })
  }
  for (const { cell: ref, fact } of saved.saved) {
    if (replaced(ref)) continue
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
