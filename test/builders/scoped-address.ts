import { addressOf, type RouteSpec, type TaskScope } from '../../shared/api/contract.ts'
import { routes } from '../../shared/api/routes.ts'
import type { WorkspaceInfo } from '../../shared/api/workspace.ts'
import type { Handler } from '../../electron/routes/handler.ts'

const all: RouteSpec[] = Object.values(routes).flatMap((area): RouteSpec[] => Object.values(area))

/** The whole address of a request for a path as in the contract, `/api/filings/S1?x=1`; a path of no route stays as it is. */
export function scopedAddress(method: string, path: string, { workspace, task }: TaskScope): string {
  const [pathname = '', ...query] = path.split('?')
  const route = all.find((one) => one.method === method && patternOf(one.path).test(pathname))
  if (route === undefined || route.scope === 'host') return path
  const prefix = addressOf({ scope: route.scope, path: '/api' }).replace(':workspace', workspace).replace(':task', encodeURIComponent(task))
  return [`${prefix}${pathname.slice('/api'.length)}`, ...query].join('?')
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`)
}

/** The scope of a new page: the open workspace and the task used last; '-' for both when nothing is open. */
export async function presentScope(handler: Handler): Promise<TaskScope> {
  const get = async (path: string): Promise<unknown> => (await handler(new Request(`http://localhost${path}`))).json()
  const current = (await get('/api/workspace')) as { key: string } | null
  if (current === null) return { workspace: '-', task: '-' }
  const { lastTask } = (await get(`/api/workspaces/${current.key}`)) as WorkspaceInfo
  return { workspace: current.key, task: lastTask }
}
