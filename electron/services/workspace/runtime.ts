import { fail } from '../../../shared/problem.ts'
import type { Clock } from '../../machine/clock.ts'
import { realPath } from '../../machine/files.ts'
import { sha256 } from '../../machine/digest.ts'
import { createTurns, type InTurn } from '../../machine/turns.ts'
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
 * The state of a running program outside the workspace file: at most one open workspace, its open batches, and the threads that
 * read returns. The current task is not part of the state, because each request names its task.
 */
export type Runtime = {
  readonly clock: Clock
  readonly paths: Paths
  readonly version: string
  readonly schemeFolder: string
  workspace: Workspace | null
  openBatches: OpenBatches
  /** Returns the threads that read returns of a session's scheme, started at the first call. */
  reader: (session: Session) => ReturnReader
  /** Starts threads of the caller's own, which `close` of the runtime does not end. */
  startReader: (data: Pick<LoadedScheme, 'scheme'>) => ReturnReader
  /** Puts work on the open workspace in order: `open` for opening, making and restoring, `demo` for making a demo. */
  inTurn: InTurn
  close: () => void
}

export type RuntimeParts = Pick<Runtime, 'clock' | 'paths' | 'version' | 'schemeFolder' | 'startReader'>

/** A runtime without an open workspace. */
export function createRuntime(parts: RuntimeParts): Runtime {
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
    inTurn: createTurns(),
    reader: ({ scheme, schemeDigest }) => {
      const known = readers.get(schemeDigest)
      if (known !== undefined) return known
      // Threads need memory, so threads of other schemes end unless they are busy.
      endReaders((reader) => !reader.isBusy())
      const reader = parts.startReader({ scheme })
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
 * The key of a workspace in requests: always the same for one file, whatever links its path leads through, and different for every
 * other file. The key is a hash because the path may contain a person's name.
 */
export function workspaceKey({ path }: Pick<Workspace, 'path'>): string {
  return sha256(realPath(path)).slice(0, 16)
}

/** Makes a workspace the open one; another one is closed first. Open batches and removed evidence of an earlier run are discarded. */
export function takeWorkspace(runtime: Runtime, workspace: Workspace): Workspace {
  if (runtime.workspace === workspace) return workspace
  runtime.close()
  discardLeftOpen(workspace)
  runtime.workspace = workspace
  return workspace
}

/** Returns the workspace that a request names; fails with `workspace-changed` when another one, or none, is open. */
export function openWorkspaceOf(runtime: Runtime, key: string): Workspace {
  const { workspace } = runtime
  if (workspace !== null && workspaceKey(workspace) === key) return workspace
  return fail('workspace-changed', { open: workspace === null ? null : read(workspace.db, readSettings).name })
}

/** Returns the session of the task that a request names; fails with `workspace-changed`, or as `sessionOf` does. */
export function openSessionOf(runtime: Runtime, { workspace, task }: { workspace: string; task: string }): Session {
  return sessionOf(openWorkspaceOf(runtime, workspace), task)
}
