import { useSyncExternalStore } from 'react'
import type { TaskKey } from '../../shared/words.ts'
import type { PageName } from './page-names.ts'

/**
 * A place in the page, as in the address after `#`: `#/minsheng.2021/fill/MS03?cell=MS03.02.1`. `task` is null when the
 * address names no task: on the start page, and for the task used last.
 */
export type Place = { task: TaskKey | null; page: string; parts: readonly string[]; query: Readonly<Record<string, string>> }

/** The rest of an address after the page's name; empty and missing query values are left out. */
type Rest = [parts?: readonly string[], query?: Readonly<Record<string, string | undefined>>]

/** Parses the address after `#`; a missing part is empty, and a first part with a dot is a task. */
export function parsePlace(hash: string): Place {
  const text = hash.replace(/^#?\/?/, '')
  const mark = text.indexOf('?')
  const path = mark < 0 ? text : text.slice(0, mark)
  const segments = path.split('/').filter(Boolean).map(decode)
  const task = segments[0]?.includes('.') === true ? segments[0] : null
  const [page = '', ...parts] = task === null ? segments : segments.slice(1)
  const query = Object.fromEntries(new URLSearchParams(mark < 0 ? '' : text.slice(mark + 1)))
  return { task, page, parts, query }
}

/** The address of a place in the current task: `hashOf('fill', ['MS03'], { cell: 'MS03.02.1' })`. */
export function hashOf(page: PageName, ...rest: Rest): string {
  return hashIn(here().task, page, ...rest)
}

/** The address of a place in another task or in none; '' is a task's first page. */
export function hashIn(task: TaskKey | null, page: PageName | 'start' | '', ...[parts = [], query = {}]: Rest): string {
  return spell(task, [page, ...parts], query)
}

/** The address of a place with its task added, when the place names none. */
export function withTask({ page, parts, query }: Place, task: TaskKey): string {
  return spell(task, [page, ...parts], query)
}

function spell(task: TaskKey | null, path: readonly string[], query: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(key, value)
  const tail = search.size > 0 ? `?${search}` : ''
  const segments = (task === null ? path : [task, ...path]).filter((segment) => segment !== '')
  return `#/${segments.map(encodeURIComponent).join('/')}${tail}`
}

/** Goes to an address; `replace` adds no step to the history. */
export function go(hash: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'replace') {
    history.replaceState(null, '', hash)
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  } else {
    location.hash = hash
  }
}

let last: { hash: string; place: Place } | null = null

function here(): Place {
  if (typeof location === 'undefined') return parsePlace('')
  if (last === null || last.hash !== location.hash) last = { hash: location.hash, place: parsePlace(location.hash) }
  return last.place
}

function listen(heard: () => void): () => void {
  window.addEventListener('hashchange', heard)
  return () => window.removeEventListener('hashchange', heard)
}

/** The current place of the page. */
export function usePlace(): Place {
  return useSyncExternalStore(listen, here)
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
