import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { filingApi } from '../../shared/api/filing.ts'
import { scopeText, useScope } from '../api/scope.ts'
import { useQuery } from '../api/use-query.ts'
import { useScheme, useSchemeDigest } from '../place/workspace-context.tsx'
import type { FilingState } from './filing-state.ts'
import { createFilingStore, type FilingStore } from './filing-store.ts'

/** The filings opened since the page was loaded, by workspace, task, text of the scheme and unit. */
const stores = new Map<string, FilingStore>()

export type OpenFiling = { store: FilingStore; state: FilingState }

/** A unit's filing and its store; null during the first read or after a failed one (`failure`). */
export function useFiling(unit: string): { filing: OpenFiling | null; failure: unknown; reload: () => void } {
  const scheme = useScheme()
  const digest = useSchemeDigest()
  const scope = useScope()
  const { data: view, asked, failure, reload } = useQuery(filingApi.read, { params: { unit } })
  const key = JSON.stringify([scopeText(scope), digest, unit])
  const store = useMemo(() => {
    const known = stores.get(key)
    if (known !== undefined || view === undefined) return known ?? null
    const made = createFilingStore(scope, scheme, view)
    stores.set(key, made)
    return made
  }, [key, scope, scheme, view])
  useEffect(() => {
    if (view !== undefined) store?.refresh(view, asked)
  }, [store, view, asked])
  const subscribe = useCallback((heard: () => void) => store?.subscribe(heard) ?? (() => undefined), [store])
  const state = useSyncExternalStore(subscribe, () => store?.state() ?? null)
  return { filing: store === null || state === null ? null : { store, state }, failure, reload }
}
