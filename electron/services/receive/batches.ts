import type { BatchFile as BatchFileView, BatchView } from '../../../shared/api/batch.ts'
import { fail, ProblemError } from '../../../shared/problem.ts'
import { timestamp } from '../../machine/clock.ts'
import { appendAudit } from '../../store/audit.ts'
import { backUpIfChanged } from '../../store/backup.ts'
import { listBatchFiles, readBefore, type KeptBatchFile } from '../../store/batch-files.ts'
import {
  changeBatchState,
  createBatch,
  discardOpenBatches,
  listBatches,
  readBatch,
  supersededUnits,
  type Batch,
} from '../../store/batches.ts'
import { read, write, type ReadableDb } from '../../store/db.ts'
import { forgetRemovedEvidence } from '../../store/evidence.ts'
import { readExplanationTexts } from '../../store/explanations.ts'
import { readFacts } from '../../store/facts.ts'
import { applyContent } from '../../store/filing-content.ts'
import { deleteFiling, readFiling } from '../../store/filings.ts'
import { forgetUnusedOriginals } from '../../store/originals.ts'
import { readRefused } from '../../store/refused.ts'
import { readUnit } from '../../store/units.ts'
import { enteredDigest, factsDigest } from '../filing/digests.ts'
import { sessionAnew, type Session } from '../workspace/session.ts'
import { commitFiles, type Decision } from './commit.ts'
import type { OpenBatch, OpenBatches } from './open-batches.ts'
import { judgeAgain, openFileViews, refuseOtherScheme } from './preview.ts'

/** Starts an empty batch. */
export function startBatch(session: Session, openBatches: OpenBatches): BatchView {
  const { workspace, task, owner } = session
  const batch = write(workspace.db, (db) => createBatch(db, { task: task.id, at: timestamp(workspace.clock), by: owner.name }))
  openBatches.set(batch.id, { id: batch.id, state: 'open', files: [] })
  return viewBatch(session, openBatches, batch.id)
}

/** A batch with its files: from the preview in memory when open, else from the workspace. Fails with `batch-unknown`. */
export function viewBatch(session: Session, openBatches: OpenBatches, id: number): BatchView {
  const { db } = session.workspace
  const batch = read(db, (open) => readBatch(open, session.task.id, id)) ?? fail('batch-unknown', { batch: id })
  const open = openBatches.get(id)
  return headed(batch, open === undefined ? read(db, (stored) => storedViews(stored, id)) : openFileViews(session, open))
}

function headed(batch: Batch, files: BatchFileView[]): BatchView {
  const taken = files.filter((file) => file.taken).length
  return { batch: batch.id, state: batch.state, at: batch.at, committed: taken, parked: files.length - taken, files }
}

function storedViews(db: ReadableDb, batch: number): BatchFileView[] {
  return listBatchFiles(db, batch).map((file) => storedView(file, file.unit === null ? null : (readUnit(db, file.unit)?.name ?? null)))
}

function storedView(file: KeptBatchFile, unitName: string | null): BatchFileView {
  const { position, name, sha256, verdict, unit, revision, draft, facts, taken, errors, queries } = file
  return {
    position,
    name,
    sha256,
    verdict,
    unit,
    unitName,
    revision,
    draft,
    facts,
    taken,
    errors,
    queries,
    problems: [...file.problems],
    differences: [...file.differences],
  }
}

type BatchLine = Omit<BatchView, 'files'> & { count: number }

/** The task's batches without their files, the latest first. An open batch is listed only when its preview in memory has files. */
export function listAllBatches(session: Session, openBatches: OpenBatches): BatchLine[] {
  return read(session.workspace.db, (db) => listBatches(db, session.task.id)).flatMap(({ id, state, at, taken, parked }): BatchLine[] => {
    if (state !== 'open') return [{ batch: id, state, at, committed: taken, parked, count: taken + parked }]
    const open = openBatches.get(id)
    if (open === undefined || open.files.length === 0) return []
    const files = openFileViews(session, open)
    const ready = files.filter((file) => file.taken).length
    return [{ batch: id, state, at, committed: ready, parked: files.length - ready, count: files.length }]
  })
}

/**
 * Commits an open batch after a backup. While the backup is made, nothing else can be done with the batch. Fails with `batch-unknown`,
 * `batch-closed`, `batch-nothing`, `batch-scheme-changed` or `batch-outdated`; then the batch is open as before. After `batch-outdated`
 * its files are judged again, for the person to review.
 */
export async function commitBatch(session: Session, openBatches: OpenBatches, id: number, decision: Decision): Promise<BatchView> {
  const batch = openFiles(session, openBatches, id)
  refuseOtherScheme(session, batch)
  batch.state = 'committing'
  try {
    await backUpIfChanged(session.workspace, 'receive')
    takeBatch(session, batch, decision)
  } catch (failure) {
    batch.state = 'open'
    throw failure
  }
  closeBatch(openBatches, batch)
  return viewBatch(session, openBatches, id)
}

function takeBatch(asked: Session, batch: OpenBatch, decision: Decision): void {
  // Other requests may have changed the task's scheme while the backup was made.
  const session = sessionAnew(asked)
  refuseOtherScheme(session, batch)
  try {
    write(session.workspace.db, (db) => commitFiles(session, db, batch.id, batch.files, decision))
  } catch (failure) {
    if (failure instanceof ProblemError && failure.problem.code === 'batch-outdated') judgeAgain(session, batch.files)
    throw failure
  }
}

function closeBatch(openBatches: OpenBatches, batch: OpenBatch): void {
  batch.state = 'closed'
  openBatches.delete(batch.id)
}

/** Discards an open batch and deletes the originals that nothing else needs. Fails with `batch-unknown` or `batch-closed`. */
export function discardBatch(session: Session, openBatches: OpenBatches, id: number): BatchView {
  const batch = openFiles(session, openBatches, id)
  const others = [...openBatches.values()].flatMap(({ id: other, files }) => (other === id ? [] : files.map((file) => file.sha256)))
  write(session.workspace.db, (db) => {
    changeBatchState(db, id, 'discarded')
    forgetUnusedOriginals(db, others)
  })
  closeBatch(openBatches, batch)
  return viewBatch(session, openBatches, id)
}

/** An open batch of this task with its files; fails with `batch-unknown`, and with `batch-closed` also while it is being committed. */
export function openFiles(session: Session, openBatches: OpenBatches, id: number): OpenBatch {
  read(session.workspace.db, (db) => readBatch(db, session.task.id, id)) ?? fail('batch-unknown', { batch: id })
  const batch = openBatches.get(id)
  return batch?.state === 'open' ? batch : fail('batch-closed', { batch: id })
}

/**
 * Discards the open batches of an earlier run of the program, because their previews are lost, and deletes removed evidence and unused
 * originals.
 */
export function discardLeftOpen(workspace: Session['workspace']): void {
  write(workspace.db, (db) => {
    discardOpenBatches(db)
    forgetRemovedEvidence(db)
    forgetUnusedOriginals(db, [])
  })
}

/**
 * Undoes a committed batch: every filing of the batch becomes exactly as before (docs/design/promises.md: Promise 2); originals stay.
 * Fails with `batch-superseded` when one of the filings has been received again, corrected by hand or signed off since, and with
 * `batch-unknown` or `batch-closed`.
 */
export function undoBatch(session: Session, id: number): { batch: number; restored: number } {
  return write(session.workspace.db, (db) => {
    const batch = readBatch(db, session.task.id, id) ?? fail('batch-unknown', { batch: id })
    if (batch.state !== 'committed') fail('batch-closed', { batch: id })
    const superseded = supersededUnits(db, id)[0]
    if (superseded !== undefined) fail('batch-superseded', { batch: id, unit: superseded })
    const taken = listBatchFiles(db, id).filter((file) => file.taken && file.filing !== null)
    const corrected = taken.find((file) => hasChanged(db, file))
    if (corrected !== undefined) fail('batch-superseded', { batch: id, unit: corrected.unit ?? '' })
    const at = timestamp(session.workspace.clock)
    for (const file of taken) {
      if (file.filing === null) continue
      // Old batches have no task, so the filing's own task is used.
      const task = readFiling(db, file.filing)?.task ?? session.task.id
      const before = readBefore(db, id, file.position)
      if (before === null) deleteFiling(db, file.filing)
      else applyContent(db, file.filing, before)
      appendAudit(db, {
        at,
        by: session.owner.name,
        action: 'undo-receive',
        task,
        unit: file.unit,
        detail: { batch: id, file: file.name, sha256: file.sha256 },
      })
    }
    changeBatchState(db, id, 'undone')
    return { batch: id, restored: taken.length }
  })
}

/**
 * True when a filing was changed by hand or signed off after its file was received, because undoing would lose that.
 */
function hasChanged(db: ReadableDb, file: KeptBatchFile): boolean {
  const filing = file.filing === null ? null : readFiling(db, file.filing)
  if (filing === null) return false
  const explanations = readExplanationTexts(db, filing.id)
  return (
    filing.status === 'signed' ||
    enteredDigest({ facts: factsDigest(readFacts(db, filing.id)), refused: readRefused(db, filing.id), explanations }) !== file.result
  )
}
