import type { TaskScope } from '../../shared/api/contract.ts'
import { filingApi } from '../../shared/api/filing.ts'
import { call, CallFailed } from '../api/client.ts'
import { createSaveQueue, laterByTimer, type SaveQueue, type SaveQueueNeeds } from '../api/save-queue.ts'
import type { FilingState } from './filing-state.ts'

/** The explanation of a query, by the query's key; an empty text removes the explanation. */
export type TypedExplanation = { key: string; text: string; value: string }

/** An explanation as the host holds it; `at` is null, and nothing is held, when the query has gone meanwhile. */
type Explained = TypedExplanation & { at: string | null }

type ExplanationQueueNeeds = Pick<SaveQueueNeeds<TypedExplanation, Explained[]>, 'onSaved' | 'onState'> & {
  scope: TaskScope
  unit: string
  /** Resolves when the explained values are saved. */
  valuesSaved: () => Promise<void>
}

/** Explanations on their way to the host, each after the values that it explains. */
export function createExplanationQueue({ scope, unit, valuesSaved, ...needs }: ExplanationQueueNeeds): SaveQueue<TypedExplanation> {
  const send = async ({ key, text, value }: TypedExplanation): Promise<Explained> => {
    try {
      const answer = await call(filingApi.explain, { scope, params: { unit }, input: { key, text } })
      return { key, text, value: answer.value === '' ? value : answer.value, at: answer.at }
    } catch (failure) {
      // A query that has gone needs no explanation, and the waiting of one would block the others for ever.
      if (failure instanceof CallFailed && failure.failure.code === 'check-unknown') return { key, text: '', value: '', at: null }
      throw failure
    }
  }
  return createSaveQueue<TypedExplanation, Explained[]>({
    ...needs,
    keyOf: ({ key }) => key,
    mostAtOnce: 1,
    later: laterByTimer,
    async send(explanations) {
      await valuesSaved()
      return Promise.all(explanations.map(send))
    },
  })
}

/** The filing with an explanation put in or, with an empty text, taken away. */
export function withExplanation(state: FilingState, { key, text, value }: TypedExplanation): FilingState {
  const explanations = new Map(state.explanations)
  if (text === '') explanations.delete(key)
  else explanations.set(key, { value, text })
  return { ...state, explanations }
}
