import { fail } from '../../shared/problem.ts'
import type { Handle } from './driver.ts'
import { workspace } from './migrations/0010-workspace.ts'
import { parametersEvidence } from './migrations/0020-parameters-evidence.ts'
import { reportTemplate } from './migrations/0030-report-template.ts'
import { handedOver } from './migrations/0040-handed-over.ts'
import { remarks } from './migrations/0050-remarks.ts'
import { evidenceRemoved } from './migrations/0060-evidence-removed.ts'
import { batchResult } from './migrations/0070-batch-result.ts'
import { batchDraft } from './migrations/0080-batch-draft.ts'
import { batchTask } from './migrations/0090-batch-task.ts'
import type { Migration } from './migrations/migration.ts'

/** Every migration in order. */
export const migrations: readonly Migration[] = [
  workspace,
  parametersEvidence,
  reportTemplate,
  handedOver,
  remarks,
  evidenceRemoved,
  batchResult,
  batchDraft,
  batchTask,
]

/** "XTWS", the mark of a workspace in the file header (PRAGMA application_id). */
export const APPLICATION_ID = 0x58545753

/** The schema version of this program; a file with a higher version is from a newer program. */
export function latestVersion(steps: readonly Migration[] = migrations): number {
  return steps.at(-1)?.version ?? 0
}

/** The schema version of a file (PRAGMA user_version). */
export function schemaVersion(handle: Handle): number {
  return Number(handle.pragma('user_version', { simple: true }))
}

/**
 * Migrates a file to `target` (by default the latest version) in one transaction: all steps or none.
 * Fails with `workspace-from-future` when the file's version is above the program's. Returns the versions of the steps run.
 */
export function migrate(handle: Handle, target = latestVersion(), steps: readonly Migration[] = migrations): number[] {
  assertAscending(steps)
  const known = latestVersion(steps)
  const held = schemaVersion(handle)
  if (held > known) fail('workspace-from-future', { path: handle.name, version: held, known })
  const due = steps.filter((step) => step.version > held && step.version <= target)
  if (due.length === 0) return []
  // Rebuilding a table drops the old one; with foreign keys on, that would delete the rows that refer to it.
  handle.pragma('foreign_keys = OFF')
  handle.exec('BEGIN IMMEDIATE')
  try {
    for (const step of due) {
      handle.exec(step.sql)
      handle.pragma(`user_version = ${step.version}`)
    }
    const dangling = handle.pragma('foreign_key_check') as { table: string }[]
    if (dangling.length > 0) throw new Error(`migration leaves ${dangling.length} dangling rows in ${dangling[0]?.table}`)
    handle.exec('COMMIT')
  } catch (error) {
    if (handle.inTransaction) handle.exec('ROLLBACK')
    throw error
  } finally {
    handle.pragma('foreign_keys = ON')
  }
  return due.map((step) => step.version)
}

function assertAscending(steps: readonly Migration[]): void {
  let last = 0
  for (const { version } of steps) {
    if (!Number.isInteger(version) || version <= last) throw new Error(`migration ${version} is not above ${last}`)
    last = version
  }
}
