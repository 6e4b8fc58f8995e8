import { useSyncExternalStore } from 'react'

/** A place in the page, spelled in the address after `#`: `#/fill/MS03?cell=MS03.02.1`. */
export type Place = { page: string; parts: readonly string[]; query: Readonly<Record<string, string>> }

/** Takes the part of an address after `#` apart; what is missing is empty. */
export function parsePlace(hash: string): Place {
  const text = hash.replace(/^#?\/?/, '')
  const mark = text.indexOf('?')
  const path = mark < 0 ? text : text.slice(0, mark)
  const [page = '', ...parts] = path.split('/').filter(Boolean).map(decode)
  const query = Object.fromEntries(new URLSearchParams(mark < 0 ? '' : text.slice(mark + 1)))
  return { page, parts, query }
}

/** Spells a place: `hashOf('fill', ['MS03'], { cell: 'MS03.02.1' })`. Empty and missing query values are left out. */
export function hashOf(page: string, parts: readonly string[] = [], query: Record<string, string | undefined> = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(key, value)
  const tail = search.size > 0 ? `?${search}` : ''
  return `#/${[page, ...parts].map(encodeURIComponent).join('/')}${tail}`
}

/** Goes to a place; `replace` leaves no step behind to go back to. */
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
  if (last === null || last.hash !== location.hash) last = { hash: location.hash, place: parsePlace(location.hash) }
  return last.place
}

function listen(heard: () => void): () => void {
  window.addEventListener('hashchange', heard)
  return () => window.removeEventListener('hashchange', heard)
}

/** Where the page is now. */
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
