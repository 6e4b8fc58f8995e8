import { useSyncExternalStore } from 'react'
import { batchApi, type BatchFile } from '../../../shared/api/batch.ts'
import type { TaskScope } from '../../../shared/api/contract.ts'
import { announce } from '../../api/changes.ts'
import { call } from '../../api/client.ts'
import { createFileSender, NOT_SENDING, type Sending } from '../../api/file-sender.ts'
import { createObserved, type Observed } from '../../api/observed.ts'
import { bytesOf } from '../../api/read-file.ts'
import { scopeText, useScope } from '../../api/scope.ts'
import type { ChosenFile } from '../../ui/file-drop.tsx'

/** Files on their way into a batch, kept outside the components, because sending goes on while another page or task is open. */
export type Intake = Sending & {
  /** The batch of the files; null before the first file, and after the batch was received or discarded. */
  batch: number | null
  /** The files that the host has judged in this run. */
  files: readonly BatchFile[]
  skipped: number
}

/** The intake of one workspace and task. */
type TaskIntake = Pick<Observed<Intake>, 'state' | 'subscribe'> & {
  take: (files: readonly ChosenFile[], batch: number | null) => Promise<void>
  stop: () => void
  forget: () => void
}

const NOTHING: Intake = { ...NOT_SENDING, batch: null, files: [], skipped: 0 }
/** The number of files sent at the same time; two keep the host's readers and the sending busy. */
const LANES = 2
/** The shortest time between two redraws while files come in. */
const SHOW_EVERY_MS = 150

const intakes = new Map<string, TaskIntake>()

function intakeOf(scope: TaskScope): TaskIntake {
  const known = intakes.get(scopeText(scope))
  if (known !== undefined) return known
  const made = createIntake(scope)
  intakes.set(scopeText(scope), made)
  return made
}

function createIntake(scope: TaskScope): TaskIntake {
  const intake = createObserved<Intake>(NOTHING)
  /** The batch of the present run; null makes a new one. */
  let into: number | null = null
  let arrived: BatchFile[] = []
  let shownAt = 0

  function change(part: Partial<Intake>): void {
    intake.change({ ...intake.state(), ...part })
  }

  const sender = createFileSender<ChosenFile>({
    lanes: LANES,
    async begin(signal) {
      into ??= (await call(batchApi.start, { scope }, { signal })).batch
      arrived = []
      if (!signal.aborted) change({ batch: into, files: [] })
    },
    async send({ path, file }, signal) {
      const params = { batch: into ?? 0 }
      arrived.push(...(await call(batchApi.add, { scope, params, query: { name: path }, input: await bytesOf(file) }, { signal })))
    },
    // The batch is read again, because a later return of a unit can change the verdict of an earlier one.
    ended: () => announce(batchApi.add),
    onState(sending) {
      const { progress, notSent } = intake.state()
      const onlyDone = sending.progress !== null && progress !== null && sending.notSent === notSent
      if (onlyDone && performance.now() - shownAt < SHOW_EVERY_MS) return
      shownAt = performance.now()
      change({ ...sending, files: [...arrived] })
    },
  })

  return {
    state: intake.state,
    subscribe: intake.subscribe,
    async take(files, batch) {
      const returns = files.filter(({ path }) => isReturn(path))
      if (intake.state().progress === null) into = batch
      change({ skipped: intake.state().skipped + files.length - returns.length })
      await sender.add(returns)
    },
    stop: () => sender.stop(),
    forget() {
      sender.forget()
      change(NOTHING)
    },
  }
}

/** The intake of the open workspace and task. */
export function useIntake(): Intake {
  const { subscribe, state } = intakeOf(useScope())
  return useSyncExternalStore(subscribe, state)
}

/** True when a path is neither a lock file of Excel or WPS nor a file that a system leaves in folders. */
export function isReturn(path: string): boolean {
  const name = path.split('/').pop() ?? path
  return !name.startsWith('~$') && !name.startsWith('.') && name !== 'Thumbs.db' && name !== 'desktop.ini' && !path.includes('__MACOSX/')
}

/** Sends files into `batch`, or into a new one, and resolves when all are judged or sending was stopped; during a run only adds files. */
export async function takeIn(files: readonly ChosenFile[], batch: number | null, scope: TaskScope): Promise<void> {
  await intakeOf(scope).take(files, batch)
}

/** Sends no more files of a task; judged files stay in the batch. */
export function stopIntake(scope: TaskScope): void {
  intakeOf(scope).stop()
}

/** Forgets the batch of a task after it was received or discarded. */
export function forgetIntake(scope: TaskScope): void {
  intakeOf(scope).forget()
}
