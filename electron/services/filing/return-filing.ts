import type { Finding } from '../../../shared/check/findings.ts'
import { parseTyped } from '../../../shared/filing/parse-value.ts'
import { fail } from '../../../shared/problem.ts'
import { cellOf } from '../../../shared/scheme/cells.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import { findingSentence } from '../../../shared/text/finding-sentence.ts'
import { problemSentence } from '../../../shared/text/problem-sentences.ts'
import type { CellRef, UnitCode } from '../../../shared/words.ts'
import { timestamp } from '../../machine/clock.ts'
import { appendAudit } from '../../store/audit.ts'
import { read, write } from '../../store/db.ts'
import { changeFiling, findFiling } from '../../store/filings.ts'
import { readRefused } from '../../store/refused.ts'
import { writeWorkbook } from '../../workbook/write-form/write-workbook.ts'
import { findingsOf } from './check-filing.ts'
import { presentHeld, sameHeld } from '../receive/comparison.ts'
import type { HeldReturn } from '../../../shared/receive/verdicts.ts'
import { heldHandover, workbookInput, workbookName, type NamedWorkbook } from './export-workbook.ts'
import { priorFacts, unitOf, type Session } from '../workspace/session.ts'

/** A return file 退回修改单 (docs/design/receiving.md: Return files) with the number of its commented cells. */
export type ReturnFile = NamedWorkbook & { cells: number }

/**
 * Writes the return file of a unit: its workbook, with a comment on each cell of an error, an unexplained query or a refused text.
 * The workbook is not marked as a draft, because the school corrects it and hands it over. Changes no filing. Fails with
 * `nothing-to-return`.
 */
export async function writeReturnFile(session: Session, code: UnitCode, appVersion: string): Promise<ReturnFile> {
  return (await writeFrom(session, code, appVersion)).file
}

/** Writes the return file; `of` is the filing that it was written from. */
async function writeFrom(session: Session, code: UnitCode, appVersion: string): Promise<{ file: ReturnFile; of: HeldReturn | null }> {
  const { input, comments, of } = read(session.workspace.db, (db) => {
    const unit = unitOf(db, code)
    const filing = findFiling(db, session.task.id, code)
    const comments =
      filing === null
        ? new Map<CellRef, string>()
        : returnComments(session.scheme, findingsOf(session, db, unit), readRefused(db, filing.id))
    if (comments.size === 0) fail('nothing-to-return', { unit: unit.name })
    return {
      comments,
      of: presentHeld(session, db, code),
      input: {
        ...workbookInput(session, unit, heldHandover(session, db, unit), priorFacts(session, db, code), { blank: false, appVersion }),
        comments,
        draft: false,
      },
    }
  })
  const name = workbookName(input).replace(/\.xlsx$/, ' 退回修改单.xlsx')
  return { file: { name, unit: code, bytes: new Uint8Array(await writeWorkbook(input)), cells: comments.size }, of }
}

/**
 * Sends a filing back: writes its return file and marks the filing as returned. A returned filing still counts in the totals until its
 * correction is received. A draft stays a draft. `keep` puts the file where it belongs; when it fails, nothing is marked. Fails with
 * `nothing-to-return`, and with `return-outdated` when the filing is changed while the file is written.
 */
export async function returnFiling(
  session: Session,
  code: UnitCode,
  appVersion: string,
  keep: (file: ReturnFile) => Promise<void> = async () => {},
): Promise<ReturnFile> {
  const { file, of } = await writeFrom(session, code, appVersion)
  await keep(file)
  write(session.workspace.db, (db) => {
    if (!sameHeld(of, presentHeld(session, db, code))) fail('return-outdated', { unit: unitOf(db, code).name })
    const filing = findFiling(db, session.task.id, code)
    if (filing === null || (filing.status !== 'received' && filing.status !== 'signed')) return
    changeFiling(db, filing.id, { status: 'returned' })
    appendAudit(db, {
      at: timestamp(session.workspace.clock),
      by: session.owner.name,
      action: 'return',
      task: session.task.id,
      unit: code,
      before: filing.status,
      after: 'returned',
      detail: { file: file.name, cells: file.cells },
    })
  })
  return file
}

/** The comments of a return file by cell, in Chinese for the schools: one paragraph for each problem, with the thing to do. */
function returnComments(scheme: Scheme, findings: readonly Finding[], refused: ReadonlyMap<CellRef, string>): Map<CellRef, string> {
  const said = new Map<CellRef, string[]>()
  const say = (cell: CellRef, text: string): void => {
    said.set(cell, [...(said.get(cell) ?? []), text])
  }
  for (const [ref, text] of refused) {
    const cell = cellOf(scheme, ref)
    const parsed = cell === null ? null : parseTyped(text, cell)
    say(ref, `【须改正】${parsed === null || parsed.ok ? `“${text}”不合本格要求，请核对后改正。` : problemSentence(parsed.problem, 'zh')}`)
  }
  for (const finding of findings) if (!finding.explained) say(finding.cell, findingComment(scheme, finding))
  return new Map([...said].map(([cell, texts]) => [cell, texts.join('\n')]))
}

function findingComment(scheme: Scheme, finding: Finding): string {
  const { level, check, because, explanation } = finding
  const message = findingSentence(scheme, finding, 'zh')
  const why = because === '' ? '' : `（${because}）`
  if (level === 'error') return `【须改正】${message}${why}。请核对后改正。审核关系：${check}`
  const again = explanation === null ? '' : `原说明“${explanation}”是按改动前的数写的。`
  return `【需说明】${message}${why}。${again}请核对：数填错了的请改正；属实的请写明具体原因（在“审核”表的说明栏，或校统的“审核”页）。审核关系：${check}`
}
