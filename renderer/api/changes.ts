import type { RouteSpec } from '../../shared/api/contract.ts'
import type { Topic } from '../../shared/api/topics.ts'

type Heard = (topics: readonly Topic[]) => void

const listeners = new Set<Heard>()
/** Channel to the other pages of this program, which then read changed data again; null in browsers without BroadcastChannel. */
const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('xiaotong.changes')

others?.addEventListener('message', ({ data }: MessageEvent<readonly Topic[]>) => tell(data))

function tell(topics: readonly Topic[]): void {
  for (const heard of [...listeners]) heard(topics)
}

/** Announces the topics that a route changes (`changes` of the contract) to this page and to the other pages of the program. */
export function announce({ changes = [] }: Pick<RouteSpec, 'changes'>): void {
  if (changes.length === 0) return
  tell(changes)
  // The topic `open` stays in this page: every page keeps its own workspace.
  others?.postMessage(changes.filter((topic) => topic !== 'open'))
}

/** Quiet time in milliseconds after the last entry before dependent data is read again. */
const QUIET_MS = 1_500
const outdated = new Set<Topic>()
let quiet: ReturnType<typeof setTimeout> | undefined

/** Announces like `announce`, but only after a quiet moment or before the next read. */
export function announceSoon({ changes = [] }: Pick<RouteSpec, 'changes'>): void {
  for (const topic of changes) outdated.add(topic)
  clearTimeout(quiet)
  quiet = setTimeout(announceNow, QUIET_MS)
}

/** Announces the pending topics now. */
export function announceNow(): void {
  clearTimeout(quiet)
  if (outdated.size === 0) return
  const changes = [...outdated]
  outdated.clear()
  announce({ changes })
}

// A closing page still announces its last changes to the other pages.
if (typeof window !== 'undefined') window.addEventListener('pagehide', announceNow)

/** Calls `heard` with changed topics; returns the function that stops the calls. */
export function onChanges(heard: Heard): () => void {
  listeners.add(heard)
  return () => listeners.delete(heard)
}
