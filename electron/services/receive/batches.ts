import type { BatchFile as BatchFileView, BatchView } from '../../../shared/api/batch.ts'
import { fail, ProblemError } from '../../../shared/problem.ts'
import { timestamp } from '../../machine/clock.ts'
import { appendAudit } from '../../store/audit.ts'
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
import type { Session } from '../workspace/session.ts'
import { commitFiles, type Decision } from './commit.ts'
import type { OpenBatches } from './open-batches.ts'
import { compareAgain, fileView } from './preview.ts'

/** Starts an empty batch. */
export function startBatch(session: Session, openBatches: OpenBatches): BatchView {
  const { workspace, task, owner } = session
  const batch = write(workspace.db, (db) => createBatch(db, { task: task.id, at: timestamp(workspace.clock), by: owner.name }))
  openBatches.set(batch.id, [])
  return viewBatch(session, openBatches, batch.id)
}

/** A batch with its files: from the preview in memory when open, else from the workspace. Fails with `batch-unknown`. */
export function viewBatch(session: Session, openBatches: OpenBatches, id: number): BatchView {
  return read(session.workspace.db, (db) => {
    const batch = readBatch(db, session.task.id, id) ?? fail('batch-unknown', { batch: id })
    const open = openBatches.get(id)
    const files =
      open === undefined
        ? listBatchFiles(db, id).map((file) => storedView(file, file.unit === null ? null : (readUnit(db, file.unit)?.name ?? null)))
        : open.map(fileView)
    return headed(batch, files)
  })
}

function headed(batch: Batch, files: BatchFileView[]): BatchView {
  const taken = files.filter((file) => file.taken).length
  return { batch: batch.id, state: batch.state, at: batch.at, committed: taken, parked: files.length - taken, files }
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
    const files = openBatches.get(id)
    if (files === undefined || files.length === 0) return []
    const ready = files.map(fileView).filter((file) => file.taken).length
    return [{ batch: id, state, at, committed: ready, parked: files.length - ready, count: files.length }]
  })
}

/**
 * Commits an open batch. Fails with `batch-unknown`, `batch-closed`, `batch-nothing` or `batch-outdated`. After `batch-outdated` its
 * files are compared again, for the person to review.
 */
export async function commitBatch(session: Session, openBatches: OpenBatches, id: number, decision: Decision): Promise<BatchView> {
  const files = openFiles(session, openBatches, id)
  try {
    await commitFiles(session, id, files, decision)
  } catch (failure) {
    if (failure instanceof ProblemError && failure.problem.code === 'batch-outdated') compareAgain(session, files)
    throw failure
  }
  openBatches.delete(id)
  return viewBatch(session, openBatches, id)
}

/** Discards an open batch and deletes the originals that nothing else needs. Fails with `batch-unknown` or `batch-closed`. */
export function discardBatch(session: Session, openBatches: OpenBatches, id: number): BatchView {
  openFiles(session, openBatches, id)
  const others = [...openBatches].flatMap(([batch, files]) => (batch === id ? [] : files.map((file) => file.sha256)))
  write(session.workspace.db, (db) => {
    changeBatchState(db, id, 'discarded')
    forgetUnusedOriginals(db, others)
  })
  openBatches.delete(id)
  return viewBatch(session, openBatches, id)
}

/** The files of an open batch of this task; fails with `batch-unknown` or `batch-closed`. */
export function openFiles(session: Session, openBatches: OpenBatches, id: number): NonNullable<ReturnType<OpenBatches['get']>> {
  read(session.workspace.db, (db) => readBatch(db, session.task.id, id)) ?? fail('batch-unknown', { batch: id })
  return openBatches.get(id) ?? fail('batch-closed', { batch: id })
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
