import type { TakenBack } from '../../shared/api/returned.ts'
import { fail, ProblemError } from '../../shared/problem.ts'
import type { UnitCode } from '../../shared/words.ts'
import { timestamp } from '../machine/clock.ts'
import type { NamedFile } from '../machine/files.ts'
import { appendAudit } from '../store/audit.ts'
import { createBatch } from '../store/batches.ts'
import { read, write } from '../store/db.ts'
import { changeFiling, findFiling } from '../store/filings.ts'
import { replaceRemarks } from '../store/remarks.ts'
import type { ReturnReader } from '../workbook/return.ts'
import { adoptParameters } from './adopt-parameters.ts'
import { readFiling } from './read-filing.ts'
import { commitFiles } from './receive/commit.ts'
import type { PendingFile } from './receive/pending.ts'
import { addArrived, type Arrived } from './receive/preview.ts'
import { startSession, unitOf, type Session } from './session.ts'

/**
 * Takes a workbook of the collecting unit into the workspace of the unit it is about. Its parameters are adopted first
 * (adopt-parameters.ts). A return file 退回修改单 (DESIGN §5) opens the filing for correction; its remarks stay on their
 * cells until the filing is signed off again. Never changes what is held:
 *
 * | held here         | file              | what happens                                            |
 * |-------------------|-------------------|---------------------------------------------------------|
 * | anything          | empty form        | the filing is left alone                                |
 * | nothing           | carries a filing  | the file's content is taken, opened for correction      |
 * | signed, received  | carries a filing  | held content stays, opened; `differences` says how many |
 * | a draft           | carries a filing  | held content stays; `differences` says how many         |
 *
 * Fails with `other-unit-file`, or with the reason why the file cannot be read; nothing is adopted then.
 */
export async function takeBackReturn(opened: Session, reader: ReturnReader, code: UnitCode, { name, bytes }: NamedFile, by: string): Promise<TakenBack> {
  const unit = read(opened.workspace.db, (db) => unitOf(db, code))
  const arrived: Arrived = { name, bytes, reading: await reader.read(name, bytes) }
  const judged = judge(opened, arrived)
  const why = judged.problems[0]
  if (judged.verdict === 'unreadable' && why !== undefined) throw new ProblemError(why.problem)
  if (judged.unit !== code) fail('other-unit-file', { unit: unit.name, found: judged.unitName ?? '' })
  const sent = judged.content?.sent ?? null
  const adopted = sent === null ? null : adoptParameters(opened, sent, judged, by)
  const session = adopted === null ? opened : startSession(opened.workspace)
  if (judged.content?.blank === true && judged.facts === 0 && judged.content.refused.length === 0) return { taken: false, differences: 0, blank: true, adopted, filing: readFiling(session, code) }
  // What explanations were written for is worked out with the parameters that now hold.
  const file = adopted === null ? judged : judge(session, arrived)
  const nothingHeld = file.verdict === 'new'
  if (nothingHeld) {
    const batch = write(session.workspace.db, (db) => createBatch(db, { at: timestamp(session.workspace.clock), by }))
    await commitFiles(session, batch.id, [file], { also: [], without: [] }, by)
  }
  write(session.workspace.db, (db) => {
    const filing = findFiling(db, session.task.id, code)
    if (filing === null) return
    if (sent !== null) replaceRemarks(db, filing.id, new Map(sent.remarks))
    if (filing.status !== 'signed' && filing.status !== 'received') return
    changeFiling(db, filing.id, { status: 'returned' })
    appendAudit(db, { at: timestamp(session.workspace.clock), by, action: 'return', task: session.task.id, unit: code, before: filing.status, after: 'returned', detail: { file: name, sha256: file.sha256 } })
  })
  return { taken: nothingHeld, differences: nothingHeld ? 0 : file.differences.length, blank: false, adopted, filing: readFiling(session, code) }
}

function judge(session: Session, arrived: Arrived): PendingFile {
  const [file] = addArrived(session, [], [arrived])
  if (file === undefined) throw new Error('a file that came in was not judged')
  return file
}
