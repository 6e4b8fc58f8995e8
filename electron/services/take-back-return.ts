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
import { readFiling } from './read-filing.ts'
import { commitFiles } from './receive/commit.ts'
import type { PendingFile } from './receive/pending.ts'
import { addArrived } from './receive/preview.ts'
import { unitOf, type Session } from './session.ts'

/**
 * Takes a return file 退回修改单 back into the workspace of the unit it is about (DESIGN §5) and opens the filing for
 * correction; its remarks stay on their cells until the filing is signed off again. Never changes what is held:
 *
 * | held here         | file says the same | what happens                                           |
 * |-------------------|--------------------|--------------------------------------------------------|
 * | nothing           | –                  | the file's content is taken, opened for correction     |
 * | signed, received  | yes or no          | held content stays, opened; `differences` says how many |
 * | a draft           | yes or no          | held content stays; `differences` says how many         |
 *
 * Fails with `other-unit-file`, or with the reason why the file cannot be read.
 */
export async function takeBackReturn(session: Session, reader: ReturnReader, code: UnitCode, { name, bytes }: NamedFile, by: string): Promise<TakenBack> {
  const unit = read(session.workspace.db, (db) => unitOf(db, code))
  const files: PendingFile[] = []
  const [file] = addArrived(session, files, [{ name, bytes, reading: await reader.read(name, bytes) }])
  if (file === undefined) throw new Error('a file that came in was not judged')
  const why = file.problems[0]
  if (file.verdict === 'unreadable' && why !== undefined) throw new ProblemError(why.problem)
  if (file.unit !== code) fail('other-unit-file', { unit: unit.name, found: file.unitName ?? '' })
  const nothingHeld = file.verdict === 'new'
  if (nothingHeld) {
    const batch = write(session.workspace.db, (db) => createBatch(db, { at: timestamp(session.workspace.clock), by }))
    await commitFiles(session, batch.id, files, { also: [], without: [] }, by)
  }
  write(session.workspace.db, (db) => {
    const filing = findFiling(db, session.task.id, code)
    if (filing === null) return
    const sent = file.content?.sent ?? null
    if (sent !== null) replaceRemarks(db, filing.id, new Map(sent.remarks))
    if (filing.status !== 'signed' && filing.status !== 'received') return
    changeFiling(db, filing.id, { status: 'returned' })
    appendAudit(db, { at: timestamp(session.workspace.clock), by, action: 'return', task: session.task.id, unit: code, before: filing.status, after: 'returned', detail: { file: name, sha256: file.sha256 } })
  })
  return { taken: nothingHeld, differences: nothingHeld ? 0 : file.differences.length, filing: readFiling(session, code) }
}
