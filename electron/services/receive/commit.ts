import type { Facts } from '../../../shared/filing/facts.ts'
import { unpackFacts } from '../../../shared/filing/packed.ts'
import { fail, type Problem } from '../../../shared/problem.ts'
import { timestamp } from '../../machine/clock.ts'
import { appendAudit, factChanges } from '../../store/audit.ts'
import { addBatchFile } from '../../store/batch-files.ts'
import { changeBatchState } from '../../store/batches.ts'
import type { WritableDb } from '../../store/db.ts'
import type { Explanation } from '../../store/explanations.ts'
import { applyContent, captureContent, type FilingContent } from '../../store/filing-content.ts'
import { createFiling, findFiling } from '../../store/filings.ts'
import { enteredDigest } from '../filing/digests.ts'
import type { Session } from '../workspace/session.ts'
import type { PendingFile } from './open-batches.ts'
import { isOutdated } from './preview.ts'
import { mayBeTaken, takenByItself } from '../../../shared/receive/verdicts.ts'

/** A person's decision beyond the verdicts, by position: `also` are further files to take, `without` are files to leave out. */
export type Decision = { also: readonly number[]; without: readonly number[] }

/** The files that a commit takes, one for each unit: the last file in `also`, else the first file that its verdict takes. */
function filesToTake(files: readonly PendingFile[], decision: Decision): PendingFile[] {
  const also = new Set(decision.also)
  const without = new Set(decision.without)
  const wanted = files.filter(
    (file) =>
      file.unit !== null &&
      file.content !== null &&
      !without.has(file.position) &&
      (takenByItself(file.verdict) || (also.has(file.position) && mayBeTaken(file.verdict))),
  )
  const byUnit = new Map<string, PendingFile>()
  // A person's choice wins over the verdict.
  for (const file of wanted) if (!byUnit.has(file.unit ?? '') || also.has(file.position)) byUnit.set(file.unit ?? '', file)
  return [...byUnit.values()].sort((a, b) => a.position - b.position)
}

/**
 * Takes a batch within a transaction: all its good files; the other files are parked with their reason (docs/design/promises.md:
 * Promise 2). The earlier content of each filing is kept for undoing. Fails with `batch-nothing` when `also` names files and none can be
 * taken, and with `batch-outdated` when a taken file is (preview.ts). The caller has made a backup.
 */
export function commitFiles(session: Session, db: WritableDb, batch: number, files: readonly PendingFile[], decision: Decision): void {
  const take = new Set(filesToTake(files, decision).map((file) => file.position))
  if (take.size === 0 && decision.also.length > 0) fail('batch-nothing', {})
  const at = timestamp(session.workspace.clock)
  for (const file of files) {
    const taken = take.has(file.position)
    const filing = taken ? takeFile(session, db, batch, file, at) : null
    addBatchFile(
      db,
      {
        batch,
        name: file.name,
        sha256: file.sha256,
        verdict: file.verdict,
        unit: file.unit,
        revision: file.revision,
        draft: file.draft,
        filing: filing?.id ?? null,
        taken,
        result: filing?.result ?? null,
        parked: taken ? null : parkedReason(file),
        facts: file.facts,
        errors: file.errors,
        queries: file.queries,
        problems: file.problems,
        differences: file.differences,
      },
      filing?.before ?? null,
    )
  }
  changeBatchState(db, batch, 'committed')
}

type Taken = { id: number; before: FilingContent | null; result: string }

function takeFile(session: Session, db: WritableDb, batch: number, file: PendingFile, at: string): Taken {
  const content = file.content
  const unit = file.unit
  if (content === null || unit === null) throw new Error(`file ${file.position} of batch ${batch} was not read`)
  const held = findFiling(db, session.task.id, unit)
  const before = held === null ? null : captureContent(db, held.id)
  if (isOutdated(session, db, file)) fail('batch-outdated', { unit })
  const id = held?.id ?? createFiling(db, session.task.id, unit).id
  const facts: Facts = unpackFacts(session.scheme, content.facts)
  const refused = new Map(content.refused)
  const explanations = new Map(content.explanations)
  applyContent(db, id, {
    header: {
      status: 'received',
      revision: content.revision,
      ...content.signOff,
      signedAt: content.changedAt,
      changedAt: at,
      digest: file.digest,
      original: file.sha256,
      batch,
    },
    facts,
    refused,
    explanations: new Map(
      [...explanations].map(([key, text]): [string, Explanation] => [key, { value: file.explained.get(key) ?? '', text, at }]),
    ),
    handedOver: null,
    remarks: new Map(),
  })
  appendAudit(db, {
    at,
    by: session.owner.name,
    action: 'receive',
    task: session.task.id,
    unit,
    detail: {
      batch,
      file: file.name,
      sha256: file.sha256,
      revision: content.revision,
      changes: before === null ? [] : factChanges(before.facts, facts),
    },
  })
  return { id, before, result: enteredDigest({ facts: file.digest, refused, explanations }) }
}

/** The problem of a whole file; null when the verdict alone is the reason. */
function parkedReason(file: PendingFile): Problem | null {
  return file.problems.find((one) => one.cell === null)?.problem ?? null
}
