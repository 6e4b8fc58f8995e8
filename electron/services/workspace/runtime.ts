import { resolve } from 'node:path'
import { fail } from '../../../shared/problem.ts'
import type { Clock } from '../../machine/clock.ts'
import { sha256 } from '../../machine/digest.ts'
import type { Paths } from '../../machine/paths.ts'
import { read } from '../../store/db.ts'
import type { Workspace } from '../../store/open.ts'
import { readSettings } from '../../store/settings.ts'
import type { ReturnReader } from '../../workbook/return.ts'
import { discardLeftOpen } from '../receive/batches.ts'
import type { OpenBatches } from '../receive/open-batches.ts'
import { sessionOf, type Session } from './session.ts'
import type { LoadedScheme } from '../scheme/schemes.ts'

/**
 * What one running program holds: at most one open workspace, the batches that are open in it, and the threads that read
 * returns. The only state of the program outside the workspace file; which task is worked on is no part of it.
 */
export type Runtime = {
  readonly clock: Clock
  readonly paths: Paths
  readonly version: string
  readonly schemeFolder: string
  workspace: Workspace | null
  openBatches: OpenBatches
  /** The threads that read returns of a session's scheme; they start at their first use. */
  reader: (session: Session) => ReturnReader
  close: () => void
}

export type RuntimeParts = Pick<Runtime, 'clock' | 'paths' | 'version' | 'schemeFolder'> & {
  startReader: (data: Pick<LoadedScheme, 'scheme'>) => ReturnReader
}

/** A program that has nothing open. */
export function createRuntime({ startReader, ...parts }: RuntimeParts): Runtime {
  const readers = new Map<string, ReturnReader>()
  const endReaders = (which: (reader: ReturnReader) => boolean): void => {
    for (const [digest, reader] of readers) {
      if (!which(reader)) continue
      readers.delete(digest)
      void reader.close()
    }
  }
  const runtime: Runtime = {
    ...parts,
    workspace: null,
    openBatches: new Map(),
    reader: ({ scheme, schemeDigest }) => {
      const known = readers.get(schemeDigest)
      if (known !== undefined) return known
      // Threads take memory: those of another scheme go unless they are reading for another task at this moment.
      endReaders((reader) => !reader.isBusy())
      const reader = startReader({ scheme })
      readers.set(schemeDigest, reader)
      return reader
    },
    close: () => {
      endReaders(() => true)
      runtime.workspace?.close()
      runtime.workspace = null
      runtime.openBatches = new Map()
    },
  }
  return runtime
}

/**
 * What requests name a workspace by: the same whenever this file is opened, another for every other file. It says nothing of
 * the path, which may hold a person's name.
 */
export function workspaceKey({ path }: Pick<Workspace, 'path'>): string {
  return sha256(resolve(path)).slice(0, 16)
}

/** Makes a workspace the open one; another is closed first. What an earlier run left unfinished in it is discarded. */
export function takeWorkspace(runtime: Runtime, workspace: Workspace): Workspace {
  if (runtime.workspace === workspace) return workspace
  runtime.close()
  discardLeftOpen(workspace)
  runtime.workspace = workspace
  return workspace
}

/** The workspace that a request is about; fails with `workspace-changed` when it is not, or no longer, the open one. */
export function openWorkspaceOf(runtime: Runtime, key: string): Workspace {
  const { workspace } = runtime
  if (workspace !== null && workspaceKey(workspace) === key) return workspace
  return fail('workspace-changed', { open: workspace === null ? null : read(workspace.db, readSettings).name })
}

/** The session of the task that a request is about; fails with `workspace-changed` or `task-unknown`. */
export function openSessionOf(runtime: Runtime, { workspace, task }: { workspace: string; task: string }): Session {
  return sessionOf(openWorkspaceOf(runtime, workspace), task)
}
