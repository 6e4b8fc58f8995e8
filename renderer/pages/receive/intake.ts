import { useSyncExternalStore } from 'react'
import { batchApi, type BatchFile } from '../../../shared/api/batch.ts'
import type { Progress, TaskScope } from '../../../shared/api/contract.ts'
import { announce } from '../../api/changes.ts'
import { call } from '../../api/client.ts'
import { bytesOf } from '../../api/read-file.ts'
import { scopeText, useScope } from '../../api/scope.ts'
import type { ChosenFile } from '../../ui/file-drop.tsx'

/** Files on their way into a batch. It lives outside the page's components: files go on while somebody looks elsewhere. */
export type Intake = {
  /** The workspace and task that the files are for; in another one nothing of this is shown. */
  scope: TaskScope | null
  /** The batch that files go into; null before the first file, and after the batch was dealt with. */
  batch: number | null
  /** Files that the host has judged since `batch` was last read as a whole. */
  files: readonly BatchFile[]
  progress: Progress | null
  skipped: number
  /** Files that did not get to the host, with what was thrown. */
  notSent: readonly { path: string; failure: unknown }[]
}

const NOTHING: Intake = { scope: null, batch: null, files: [], progress: null, skipped: 0, notSent: [] }
/** Two at a time keep both the host's readers and the sending busy. */
const LANES = 2
/** The page is drawn anew at most this often while files come in. */
const SHOW_EVERY_MS = 150

let intake: Intake = NOTHING
let queue: ChosenFile[] = []
let stop: AbortController | null = null
const listeners = new Set<() => void>()

function change(part: Partial<Intake>): void {
  intake = { ...intake, ...part }
  for (const heard of [...listeners]) heard()
}

/** What is coming into the open workspace and task. */
export function useIntake(): Intake {
  const scope = useScope()
  const all = useSyncExternalStore(
    (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    () => intake,
  )
  return all.scope !== null && scopeText(all.scope) === scopeText(scope) ? all : NOTHING
}

/** Lock files of Excel and WPS and what systems leave in folders are no returns. */
export function isReturn(path: string): boolean {
  const name = path.split('/').pop() ?? path
  return !name.startsWith('~$') && !name.startsWith('.') && name !== 'Thumbs.db' && name !== 'desktop.ini' && !path.includes('__MACOSX/')
}

/** Sends files into `batch`, or into a new one; more may be added while it runs. Resolves when all are judged or it was stopped. */
export async function takeIn(files: readonly ChosenFile[], batch: number | null, scope: TaskScope): Promise<void> {
  if (intake.scope === null || scopeText(intake.scope) !== scopeText(scope)) {
    forgetIntake()
    change({ scope })
  }
  const returns = files.filter(({ path }) => isReturn(path))
  const running = stop !== null
  const total = (running ? (intake.progress?.total ?? 0) : 0) + returns.length
  queue.push(...returns)
  change({ skipped: intake.skipped + files.length - returns.length })
  if (returns.length === 0) return
  change({ progress: { done: running ? (intake.progress?.done ?? 0) : 0, total } })
  if (!running) await run(batch, scope)
}

async function run(batch: number | null, scope: TaskScope): Promise<void> {
  const controller = new AbortController()
  stop = controller
  const { signal } = controller
  /** Another run, or none, has taken the place of this one: it may no longer say anything. */
  const superseded = () => stop !== controller
  const arrived: BatchFile[] = []
  let shownAt = 0
  let done = 0
  const show = (at: string) => {
    if (superseded()) return
    if (performance.now() - shownAt < SHOW_EVERY_MS && queue.length > 0) return
    shownAt = performance.now()
    change({ files: [...arrived], progress: { done, total: intake.progress?.total ?? null, at } })
  }
  try {
    const id = batch ?? (await call(batchApi.start, { scope }, { signal })).batch
    if (superseded()) return
    change({ batch: id, files: [] })
    const lane = async () => {
      for (let next = queue.shift(); next !== undefined && !signal.aborted; next = queue.shift()) {
        const { path, file } = next
        try {
          arrived.push(
            ...(await call(batchApi.add, { scope, params: { batch: id }, query: { name: path }, input: await bytesOf(file) }, { signal })),
          )
        } catch (failure) {
          if (!signal.aborted) change({ notSent: [...intake.notSent, { path, failure }] })
        }
        done += 1
        show(path)
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
  } catch (failure) {
    if (!signal.aborted) change({ notSent: [...intake.notSent, ...queue.map(({ path }) => ({ path, failure }))] })
  } finally {
    if (!superseded()) {
      queue = []
      stop = null
      change({ files: [...arrived], progress: null })
    }
    // A later file may have changed an earlier one's verdict: two returns of one unit.
    announce(batchApi.add)
  }
}

/** Sends no more; what was judged stays in the batch. */
export function stopIntake(): void {
  queue = []
  stop?.abort()
}

/** Forgets the batch, when it was received or given up, or another workspace is opened. */
export function forgetIntake(): void {
  stopIntake()
  stop = null
  change(NOTHING)
}
