import type { BackupView } from '../../../shared/api/workspace.ts'
import { fail } from '../../../shared/problem.ts'
import type { Clock } from '../../machine/clock.ts'
import { backUp, backUpTo, listBackups, type Backup } from '../../store/backup.ts'
import { read } from '../../store/db.ts'
import { readOriginal } from '../../store/originals.ts'
import { restoreBackup, tryBackup, type Restored } from '../../store/restore.ts'
import { verifyWorkspace, type Verification } from '../../store/verify.ts'
import { takeWorkspace, type Runtime } from './runtime.ts'
import type { Workspace } from '../../store/open.ts'
import type { Session } from './session.ts'
import { resumeWorkspace } from './workspaces.ts'

/** The backups of the open workspace, the latest first. */
export function backupsOf(workspace: Workspace): BackupView[] {
  return listBackups(workspace.path).map(({ file, at, reason, bytes }) => ({ file, at, reason, bytes }))
}

/** Makes a backup in the workspace's backup folder, at a person's request. */
export async function backUpNow(workspace: Workspace): Promise<Backup> {
  return backUp(workspace, 'asked')
}

/** Makes a backup in the workspace's backup folder, or in the file `out`. Returns its path. */
export async function backUpInto(session: Session, out?: string): Promise<string> {
  if (out === undefined) return (await backUpNow(session.workspace)).path
  await backUpTo(session.workspace, out)
  return out
}

/** Replaces a closed workspace by a backup. The replaced workspace file is kept. */
export async function restoreFrom(path: string, file: string, clock: Clock): Promise<Restored> {
  return restoreBackup(path, file, { clock })
}

/**
 * Replaces the open workspace by a backup and opens the restored one. Fails as restoreBackup does, or with `workspace-changed` when the
 * workspace was closed while the restore waited for another one.
 */
export async function restoreOpen(runtime: Runtime, workspace: Workspace, file: string): Promise<Workspace> {
  return runtime.inTurn('open', async () => {
    if (runtime.workspace !== workspace) fail('workspace-changed', { open: null })
    return restoreHeld(runtime, workspace, file)
  })
}

async function restoreHeld(runtime: Runtime, { path }: Workspace, file: string): Promise<Workspace> {
  // Closing drops the open batches, so the backup is tried first.
  tryBackup(path, file)
  runtime.close()
  const reopen = async (): Promise<Workspace> => takeWorkspace(runtime, (await resumeWorkspace(path, runtime.clock)).workspace)
  try {
    await restoreFrom(path, file, runtime.clock)
  } catch (failure) {
    await reopen()
    throw failure
  }
  return reopen()
}

/** Verifies an open workspace and changes nothing. */
export function verifyOpen(session: Session): Verification {
  return verifyWorkspace(session.workspace.db)
}

/** A received file, unchanged. Fails with `not-found`. */
export function originalOf(session: Session, sha256: string): { name: string; bytes: Uint8Array<ArrayBuffer> } {
  const original = read(session.workspace.db, (db) => readOriginal(db, sha256)) ?? fail('not-found', { what: sha256 })
  return { name: original.name, bytes: new Uint8Array(original.bytes) }
}
