import { createContext, useContext } from 'react'
import type { RouteSpec, Said, Sent, TaskScope } from '../../shared/api/contract.ts'

/** The workspace and the task of the address; null on the start page. */
const ScopeContext = createContext<TaskScope | null>(null)

/** Gives the parts inside the workspace and task that every request carries. */
export const ScopeProvider = ScopeContext

/** The workspace and task of this part of the page. */
export function useScope(): TaskScope {
  const scope = useContext(ScopeContext)
  if (scope === null) throw new Error('This part of the page is drawn only while a workspace is open.')
  return scope
}

/** The workspace and task of this part of the page; null outside of any workspace. */
export function useScopeOrNone(): TaskScope | null {
  return useContext(ScopeContext)
}

/** The input of a route together with the scope that the route requires; a missing scope is a fault of the page. */
export function inScope<R extends RouteSpec>(route: R, said: Said<R>, scope: TaskScope | null): Sent<R> {
  if (route.scope === 'host') return said as unknown as Sent<R>
  if (scope === null) throw new Error(`${route.path} is asked outside of any workspace`)
  return { ...said, scope } as unknown as Sent<R>
}

/** A scope as one text, for keys of data kept beyond a page. */
export function scopeText({ workspace, task }: TaskScope): string {
  return `${workspace} ${task}`
}
