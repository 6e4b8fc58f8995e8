import type { TakenBack } from '../../../shared/api/return-file.ts'
import { fail, ProblemError } from '../../../shared/problem.ts'
import type { UnitCode } from '../../../shared/words.ts'
import { timestamp } from '../../machine/clock.ts'
import type { NamedFile } from '../../machine/files.ts'
import { appendAudit } from '../../store/audit.ts'
import { createBatch } from '../../store/batches.ts'
import { read, write, type WritableDb } from '../../store/db.ts'
import { changeFiling, findFiling } from '../../store/filings.ts'
import { replaceRemarks } from '../../store/remarks.ts'
import type { ReturnReader } from '../../workbook/return.ts'
import { adoptParameters, foreseeAdoption, type Brought } from '../scheme/adopt-parameters.ts'
import { viewFiling } from './view-filing.ts'
import { commitFiles } from '../receive/commit.ts'
import type { PendingFile } from '../receive/open-batches.ts'
import { addArrived, type Arrived } from '../receive/preview.ts'
import { unitOf, type Session } from '../workspace/session.ts'

/**
 * Takes a workbook of the collecting unit into the workspace of its unit. When the unit owns the workspace, the workbook's
 * parameters are adopted too (adopt-parameters.ts), in the last transaction. A return file 退回修改单
 * (docs/design/receiving.md: Return files) opens the filing for correction; its remarks stay on their cells until the next sign-off.
 * Facts entered here never change:
 *
 * | held filing       | file              | result                                                   |
 * |-------------------|-------------------|----------------------------------------------------------|
 * | any               | empty form        | the filing stays as before                               |
 * | none              | holds a filing    | the file's content is taken and opened for correction    |
 * | signed, received  | holds a filing    | its content stays, opened; `differences` counts cells    |
 * | a draft           | holds a filing    | its content stays; `differences` counts cells            |
 *
 * Fails with `unit-unknown`, `other-unit-file`, or the reason why the file cannot be read or taken; then no parameter is adopted.
 * `opened` still holds the parameters of before.
 */
export async function takeBackWorkbook(
  opened: Session,
  reader: ReturnReader,
  code: UnitCode,
  { name, bytes }: NamedFile,
): Promise<TakenBack> {
  const { workspace } = opened
  const unit = read(workspace.db, (db) => unitOf(db, code))
  const arrived: Arrived = { name, bytes, reading: await reader.read(name, bytes) }
  const judged = judge(opened, arrived)
  const why = judged.problems[0]
  if (judged.verdict === 'unreadable' && why !== undefined) throw new ProblemError(why.problem)
  if (judged.unit !== code) fail('other-unit-file', { unit: unit.name, found: judged.unitName ?? '' })
  const brought = code === opened.owner.code ? broughtBy(judged) : null
  // The values of explained queries are computed with the parameters that are about to be adopted.
  const session = brought === null ? opened : read(workspace.db, (db) => foreseeAdoption(opened, db, brought))
  const file = session === opened ? judged : judge(session, arrived)
  const blank = file.content?.blank === true && file.facts === 0 && file.content.refused.length === 0
  const nothingHeld = !blank && file.verdict === 'new'
  if (nothingHeld) {
    const batch = write(workspace.db, (db) =>
      createBatch(db, { task: session.task.id, at: timestamp(workspace.clock), by: session.owner.name }),
    )
    await commitFiles(session, batch.id, [file], { also: [], without: [] })
  }
  const adopted = write(workspace.db, (db) => {
    if (!blank) openForCorrection(session, db, code, file)
    return brought === null ? null : adoptParameters(opened, db, brought, file)
  })
  return {
    taken: nothingHeld,
    differences: blank || nothingHeld ? 0 : file.differences.length,
    blank,
    adopted,
    filing: viewFiling(session, code),
  }
}

function broughtBy({ content }: PendingFile): Brought | null {
  const sent = content?.sent ?? null
  return content === null || sent === null ? null : { sent, version: content.version }
}

/** Puts the remarks of a return file on its filing, and marks a signed or received filing as returned. */
function openForCorrection(
  { workspace, task, owner }: Session,
  db: WritableDb,
  code: UnitCode,
  { name, sha256, content }: PendingFile,
): void {
  const filing = findFiling(db, task.id, code)
  if (filing === null) return
  const sent = content?.sent ?? null
  if (sent !== null) replaceRemarks(db, filing.id, new Map(sent.remarks))
  if (filing.status !== 'signed' && filing.status !== 'received') return
  changeFiling(db, filing.id, { status: 'returned' })
  appendAudit(db, {
    at: timestamp(workspace.clock),
    by: owner.name,
    action: 'return',
    task: task.id,
    unit: code,
    before: filing.status,
    after: 'returned',
    detail: { file: name, sha256 },
  })
}

function judge(session: Session, arrived: Arrived): PendingFile {
  const [file] = addArrived(session, [], [arrived])
  if (file === undefined) throw new Error('a file that came in was not judged')
  return file
}
