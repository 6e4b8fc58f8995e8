import { createContext, useContext } from 'react'
import type { RouteSpec, Said, Sent, TaskScope } from '../../shared/api/contract.ts'

/** What the page works on: a workspace, and the task that its address names; null on the start page. */
const ScopeContext = createContext<TaskScope | null>(null)

/** Says what the parts inside work on: every request of theirs carries it. */
export const ScopeProvider = ScopeContext

/** What this part of the page works on. */
export function useScope(): TaskScope {
  const scope = useContext(ScopeContext)
  if (scope === null) throw new Error('This part of the page is drawn only while a workspace is open.')
  return scope
}

/** What this part of the page works on; null outside of any workspace. */
export function useScopeOrNone(): TaskScope | null {
  return useContext(ScopeContext)
}

/** What is said to a route, with the scope that the route asks for. A missing scope is a fault of the page. */
export function inScope<R extends RouteSpec>(route: R, said: Said<R>, scope: TaskScope | null): Sent<R> {
  if (route.scope === 'host') return said as unknown as Sent<R>
  if (scope === null) throw new Error(`${route.path} is asked outside of any workspace`)
  return { ...said, scope } as unknown as Sent<R>
}

/** One text for one scope, for keys of what is kept beyond a page. */
export function scopeText({ workspace, task }: TaskScope): string {
  return `${workspace} ${task}`
}
