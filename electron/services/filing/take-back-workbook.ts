import type { TakenBack } from '../../../shared/api/return-file.ts'
import { fail, ProblemError } from '../../../shared/problem.ts'
import type { UnitCode } from '../../../shared/words.ts'
import { timestamp } from '../../machine/clock.ts'
import type { NamedFile } from '../../machine/files.ts'
import { appendAudit } from '../../store/audit.ts'
import { backUpIfChanged } from '../../store/backup.ts'
import { createBatch } from '../../store/batches.ts'
import { read, write, type WritableDb } from '../../store/db.ts'
import { changeFiling, findFiling } from '../../store/filings.ts'
import { keepOriginal } from '../../store/originals.ts'
import { replaceRemarks } from '../../store/remarks.ts'
import type { ReturnReader } from '../../workbook/return.ts'
import { adoptParameters, foreseeAdoption, type Brought } from '../scheme/adopt-parameters.ts'
import { viewFiling } from './view-filing.ts'
import { commitFiles } from '../receive/commit.ts'
import type { PendingFile } from '../receive/open-batches.ts'
import { isOutdated, judgeFile, type Arrived } from '../receive/preview.ts'
import { sessionAnew, unitOf, type Session } from '../workspace/session.ts'

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
 * Fails with `unit-unknown`, `other-unit-file`, the reason why the file cannot be read or taken, or `take-back-outdated` when the filing
 * or the scheme is changed meanwhile; then nothing of the file is taken and no parameter adopted. `opened` still holds the parameters of
 * before.
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
  const judge = (session: Session): PendingFile => read(workspace.db, (db) => judgeFile(session, db, arrived, 1))
  const judged = judge(opened)
  const why = judged.problems[0]
  if (judged.verdict === 'unreadable' && why !== undefined) throw new ProblemError(why.problem)
  if (judged.unit !== code) fail('other-unit-file', { unit: unit.name, found: judged.unitName ?? '' })
  const brought = code === opened.owner.code ? broughtBy(judged) : null
  // The values of explained queries are computed with the parameters that are about to be adopted.
  const session = brought === null ? opened : read(workspace.db, (db) => foreseeAdoption(opened, db, brought))
  const file = session === opened ? judged : judge(session)
  const blank = file.content?.blank === true && file.facts === 0 && file.content.refused.length === 0
  const nothingHeld = !blank && file.verdict === 'new'
  if (nothingHeld) await backUpIfChanged(workspace, 'receive')
  const adopted = write(workspace.db, (db) => {
    // Other requests ran while the file was read and the backup was made.
    const { schemeDigest } = sessionAnew(opened)
    if (schemeDigest !== opened.schemeDigest || isOutdated(session, db, file)) fail('take-back-outdated', { unit: unit.name })
    if (nothingHeld) takeContent(session, db, arrived, file)
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

/** Takes a file as a batch of its own. */
function takeContent(session: Session, db: WritableDb, { name, bytes }: Arrived, file: PendingFile): void {
  const at = timestamp(session.workspace.clock)
  keepOriginal(db, { sha256: file.sha256, name, keptAt: at, bytes })
  const { id } = createBatch(db, { task: session.task.id, at, by: session.owner.name })
  commitFiles(session, db, id, [file], { also: [], without: [] })
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
