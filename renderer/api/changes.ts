import type { RouteSpec } from '../../shared/api/contract.ts'
import type { Topic } from '../../shared/api/topics.ts'

type Heard = (topics: readonly Topic[]) => void

const listeners = new Set<Heard>()
/** Other pages of this program: what one changes the others read again. Browsers without it only lack that. */
const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('xiaotong.changes')

others?.addEventListener('message', ({ data }: MessageEvent<readonly Topic[]>) => tell(data))

function tell(topics: readonly Topic[]): void {
  for (const heard of [...listeners]) heard(topics)
}

/** Says that a route has changed what the contract says it changes, to this page and to the others of this program. */
export function announce({ changes = [] }: Pick<RouteSpec, 'changes'>): void {
  if (changes.length === 0) return
  tell(changes)
  // Which workspace a page works on is its own affair: another page that opens one does not take this page along.
  others?.postMessage(changes.filter((topic) => topic !== 'open'))
}

/** Entries come in quick succession: what depends on them is read again once nothing was changed for so long. */
const QUIET_MS = 1_500
const outdated = new Set<Topic>()
let quiet: ReturnType<typeof setTimeout> | undefined

/** Says the same as `announce`, but only when a quiet moment has come, or when something is about to be read. */
export function announceSoon({ changes = [] }: Pick<RouteSpec, 'changes'>): void {
  for (const topic of changes) outdated.add(topic)
  clearTimeout(quiet)
  quiet = setTimeout(announceNow, QUIET_MS)
}

/** Says now what was to be said soon. */
export function announceNow(): void {
  clearTimeout(quiet)
  if (outdated.size === 0) return
  const changes = [...outdated]
  outdated.clear()
  announce({ changes })
}

// A page that closes still tells the others what it has changed last.
if (typeof window !== 'undefined') window.addEventListener('pagehide', announceNow)

/** Hears of changed topics; answers how to stop. */
export function onChanges(heard: Heard): () => void {
  listeners.add(heard)
  return () => listeners.delete(heard)
}
