import { fail } from '../../shared/problem.ts'
import type { Scheme } from '../../shared/scheme/scheme.ts'
import type { Clock } from '../machine/clock.ts'
import type { Paths } from '../machine/paths.ts'
import type { ReturnReader } from '../workbook/return.ts'
import { discardLeftOpen } from './receive/batches.ts'
import type { PendingBatches } from './receive/pending.ts'
import type { Session } from './session.ts'

/**
 * What one running program works on: at most one open workspace, its open batches, and the threads that read returns.
 * The only state of the program outside the workspace file.
 */
export type Desk = {
  readonly clock: Clock
  readonly paths: Paths
  readonly version: string
  readonly schemeFolder: string
  session: Session | null
  pending: PendingBatches
  /** Starts the reading threads at their first use, for the current task's scheme. */
  reader: () => ReturnReader
  close: () => void
}

export type DeskParts = Pick<Desk, 'clock' | 'paths' | 'version' | 'schemeFolder'> & {
  startReader: (data: { scheme: Scheme }) => ReturnReader
}

/** An empty desk. */
export function createDesk({ startReader, ...parts }: DeskParts): Desk {
  let reader: { scheme: string; reader: ReturnReader } | null = null
  const endReader = (): void => {
    void reader?.reader.close()
    reader = null
  }
  const desk: Desk = {
    ...parts,
    session: null,
    pending: new Map(),
    reader: () => {
      const { scheme, schemeDigest } = openSession(desk)
      if (reader?.scheme !== schemeDigest) {
        endReader()
        reader = { scheme: schemeDigest, reader: startReader({ scheme }) }
      }
      return reader.reader
    },
    close: () => {
      endReader()
      desk.session?.workspace.close()
      desk.session = null
      desk.pending = new Map()
    },
  }
  return desk
}

/** The open session; fails with `no-workspace-open`. */
export function openSession(desk: Desk): Session {
  return desk.session ?? fail('no-workspace-open', {})
}

/** Puts a session on the desk in place of what lay there; another workspace is closed first. */
export function layOut(desk: Desk, session: Session): Session {
  if (desk.session !== null && desk.session.workspace !== session.workspace) desk.close()
  if (desk.session === null) discardLeftOpen(session)
  desk.session = session
  return session
}
