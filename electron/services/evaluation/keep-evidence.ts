import type { EvidenceView } from '../../../shared/api/evidence.ts'
import { fail } from '../../../shared/problem.ts'
import type { EvaluationItem } from '../../../shared/scheme/scheme.ts'
import { timestamp } from '../../machine/clock.ts'
import { sha256 } from '../../machine/digest.ts'
import { appendAudit } from '../../store/audit.ts'
import { read, write } from '../../store/db.ts'
import { addEvidence, listEvidence, markEvidence } from '../../store/evidence.ts'
import { keepOriginal, readOriginal } from '../../store/originals.ts'
import type { Session } from '../workspace/session.ts'

/** All evidence of the task, by item; includes the evidence removed since the workspace was opened, with `removedAt`. */
export function evidenceOf(session: Session): EvidenceView[] {
  return read(session.workspace.db, (db) => listEvidence(db, session.task.id))
}

/** Copies a file into the workspace as evidence for an item. Fails with `item-unknown` or `file-empty`. */
export function keepEvidence(session: Session, item: string, name: string, bytes: Uint8Array): EvidenceView[] {
  if (!hasItem(session.scheme.evaluation?.items ?? [], item)) fail('item-unknown', { item })
  if (bytes.byteLength === 0) fail('file-empty', {})
  write(session.workspace.db, (db) => {
    const at = timestamp(session.workspace.clock)
    const by = session.owner.name
    const digest = sha256(bytes)
    keepOriginal(db, { sha256: digest, name, keptAt: at, bytes })
    addEvidence(db, session.task.id, { item, name, sha256: digest, by, at })
    appendAudit(db, { at, by, action: 'add-evidence', task: session.task.id, cell: item, detail: { name, sha256: digest } })
  })
  return evidenceOf(session)
}

/**
 * Marks a piece of evidence as removed, audited. The file stays until the workspace is opened again, so that the removal can be
 * undone. Fails with `not-found`.
 */
export function dropEvidence(session: Session, id: number): EvidenceView[] {
  return mark(session, id, 'remove-evidence')
}

/** Brings a removed piece of evidence back, audited. Fails with `not-found` when the evidence is not there or was not removed. */
export function bringBackEvidence(session: Session, id: number): EvidenceView[] {
  return mark(session, id, 'bring-back-evidence')
}

function mark(session: Session, id: number, action: 'remove-evidence' | 'bring-back-evidence'): EvidenceView[] {
  write(session.workspace.db, (db) => {
    const at = timestamp(session.workspace.clock)
    const marked =
      markEvidence(db, session.task.id, id, action === 'remove-evidence' ? at : null) ?? fail('not-found', { what: String(id) })
    appendAudit(db, { at, by: session.owner.name, action, task: session.task.id, cell: marked.item, detail: { name: marked.name } })
  })
  return evidenceOf(session)
}

/** The original file of a piece of evidence. Fails with `not-found`. */
export function evidenceFile(session: Session, id: number): { name: string; bytes: Uint8Array<ArrayBuffer> } {
  return read(session.workspace.db, (db) => {
    const held = listEvidence(db, session.task.id).find((one) => one.id === id)
    const original = held === undefined ? null : readOriginal(db, held.sha256)
    return held === undefined || original === null
      ? fail('not-found', { what: String(id) })
      : { name: held.name, bytes: new Uint8Array(original.bytes) }
  })
}

function hasItem(items: readonly EvaluationItem[], code: string): boolean {
  return items.some((item) => item.code === code || hasItem(item.items, code))
}
