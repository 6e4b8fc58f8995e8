import { useSyncExternalStore } from 'react'
import { batchApi, type BatchFile } from '../../../shared/api/batch.ts'
import type { Progress, TaskScope } from '../../../shared/api/contract.ts'
import { announce } from '../../api/changes.ts'
import { call } from '../../api/client.ts'
import { bytesOf } from '../../api/read-file.ts'
import { scopeText, useScope } from '../../api/scope.ts'
import type { ChosenFile } from '../../ui/file-drop.tsx'

/** Files on their way into a batch, kept outside the components, because sending goes on while another page is open. */
export type Intake = {
  /** The workspace and task of the files; another workspace or task shows none of them. */
  scope: TaskScope | null
  /** The batch of the files; null before the first file, and after the batch was received or discarded. */
  batch: number | null
  /** The files that the host has judged in this run. */
  files: readonly BatchFile[]
  progress: Progress | null
  skipped: number
  /** The files that did not reach the host, with the thrown failure. */
  notSent: readonly { path: string; failure: unknown }[]
}

const NOTHING: Intake = { scope: null, batch: null, files: [], progress: null, skipped: 0, notSent: [] }
/** The number of files sent at the same time; two keep the host's readers and the sending busy. */
const LANES = 2
/** The shortest time between two redraws while files come in. */
const SHOW_EVERY_MS = 150

let intake: Intake = NOTHING
let queue: ChosenFile[] = []
let stop: AbortController | null = null
const listeners = new Set<() => void>()

function change(part: Partial<Intake>): void {
  intake = { ...intake, ...part }
  for (const heard of [...listeners]) heard()
}

/** The intake of the open workspace and task. */
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

/** True when a path is neither a lock file of Excel or WPS nor a file that a system leaves in folders. */
export function isReturn(path: string): boolean {
  const name = path.split('/').pop() ?? path
  return !name.startsWith('~$') && !name.startsWith('.') && name !== 'Thumbs.db' && name !== 'desktop.ini' && !path.includes('__MACOSX/')
}

/** Sends files into `batch`, or into a new one, and resolves when all are judged or sending was stopped; during a run only adds files. */
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
  /** True when another run, or none, has replaced this one, which may then change nothing. */
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
    // The batch is read again, because a later return of a unit can change the verdict of an earlier one.
    announce(batchApi.add)
  }
}

/** Sends no more files; judged files stay in the batch. */
export function stopIntake(): void {
  queue = []
  stop?.abort()
}

/** Forgets the batch after it was received or discarded, or when another workspace is opened. */
export function forgetIntake(): void {
  stopIntake()
  stop = null
  change(NOTHING)
}
