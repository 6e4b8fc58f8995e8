import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ReportView } from '../../../shared/api/report.ts'
import { scoreEvaluation } from '../../../shared/evaluation/score.ts'
import { periodTitle } from '../../../shared/period/period.ts'
import { fail } from '../../../shared/problem.ts'
import { reportResolver } from '../../../shared/report/resolve.ts'
import { timestamp } from '../../machine/clock.ts'
import { reportDocument } from '../../print/report-document.ts'
import { figureSpans, markFigure } from '../../print/report-marks.ts'
import { markShortCells } from '../../print/short-cells.ts'
import { fillReport, type WrittenReport } from '../../print/word.ts'
import { appendAudit } from '../../store/audit.ts'
import { read, write } from '../../store/db.ts'
import { putOwnTemplate, readOwnTemplate } from '../../store/report-templates.ts'
import { readScores } from '../../store/scores.ts'
import { totalFindings } from '../totals/check-county.ts'
import { countyLevel } from '../totals/levels.ts'
import { listParameters } from '../scheme/keep-parameters.ts'
import type { Session } from '../workspace/session.ts'

/** A report, perhaps with unresolved places, and the number of failed checks of its totals without an explanation. */
type DraftReport = WrittenReport & { failedChecks: number }
/** A template as a person gives it. */
type OwnFile = { name: string; bytes: Uint8Array }
/** A template with its source. */
type Template = { kind: 'own' | 'built-in'; name: string; bytes: Uint8Array }

/**
 * The report for the page: its text, every figure with its origin, the unresolved places that prevent printing, and the number of
 * failed checks of the totals, which does not prevent printing.
 */
export async function viewReport(session: Session, schemeFolder: string): Promise<ReportView> {
  const template = templateOf(session, schemeFolder)
  if (template === null) return { template: 'none', templateName: '', html: '', figures: [], unresolved: [], failedChecks: 0 }
  const { bytes, figures, unresolved, failedChecks } = fillFor(session, template.bytes, markFigure)
  const broken = unresolved.some((one) => one.kind === 'template')
  return {
    template: template.kind,
    templateName: template.name,
    html: broken ? '' : markShortCells(figureSpans(await htmlOf(bytes))),
    figures,
    unresolved,
    failedChecks,
  }
}

/**
 * The report as a Word file, unresolved places included, with the number of failed checks. `own` is a template that is not kept, in
 * place of the one in use. Fails with `report-template-missing`, or with `report-template-unreadable` when `own` is not a .docx.
 */
export function draftReport(session: Session, schemeFolder: string, own?: OwnFile): DraftReport {
  if (own !== undefined) {
    assertDocx(own)
    return fillFor(session, own.bytes)
  }
  const template = templateOf(session, schemeFolder) ?? fail('report-template-missing', { scheme: session.scheme.id })
  return fillFor(session, template.bytes)
}

/** The report as a Word file. Fails with `report-template-missing`, or with `report-unresolved` naming the unresolved places. */
export function writeReport(session: Session, schemeFolder: string): WrittenReport {
  const report = draftReport(session, schemeFolder)
  if (report.unresolved.length > 0) {
    fail('report-unresolved', {
      count: report.unresolved.length,
      named: report.unresolved.slice(0, 20).map(({ text, where }) => (where === '' ? text : `${text}（${where}）`)),
    })
  }
  return report
}

/**
 * Writes the report and returns it as an HTML document for PDF. `fontFaces` is CSS for machines without Chinese fonts, or ''. Fails as
 * `writeReport` does.
 */
export async function printReport(session: Session, schemeFolder: string): Promise<(fontFaces: string) => string> {
  return printedReport(session, writeReport(session, schemeFolder))
}

/** A written report as an HTML document for PDF; `fontFaces` as in `printReport`. */
export async function printedReport(session: Session, { bytes }: WrittenReport): Promise<(fontFaces: string) => string> {
  const html = markShortCells(await htmlOf(bytes))
  return (fontFaces) => reportDocument(`${session.owner.name} ${session.scheme.title}`, html, fontFaces)
}

/** Replaces the scheme's template by the county's own. Fails with `report-template-unreadable` when the file is not a .docx. */
export function putTemplate(session: Session, name: string, bytes: Uint8Array): void {
  assertDocx({ name, bytes })
  write(session.workspace.db, (db) => {
    const at = timestamp(session.workspace.clock)
    const by = session.owner.name
    putOwnTemplate(db, session.scheme.id, { name, bytes, by, at })
    appendAudit(db, { at, by, action: 'put-template', task: session.task.id, detail: { name } })
  })
}

function assertDocx({ name, bytes }: OwnFile): void {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || !name.toLowerCase().endsWith('.docx')) fail('report-template-unreadable', { file: name })
}

/** Removes the county's own template; the scheme's template is used again. */
export function dropTemplate(session: Session): void {
  write(session.workspace.db, (db) => {
    putOwnTemplate(db, session.scheme.id, null)
    const at = timestamp(session.workspace.clock)
    appendAudit(db, { at, by: session.owner.name, action: 'drop-template', task: session.task.id })
  })
}

/** The template in use; null when neither the scheme nor the county has one. */
export function templateOf(session: Session, schemeFolder: string): Template | null {
  const own = read(session.workspace.db, (db) => readOwnTemplate(db, session.scheme.id))
  if (own !== null) return { kind: 'own', name: own.name, bytes: own.bytes }
  // A scheme may come from anyone, so only the file name of its path is used, inside our own folder.
  const file = join(schemeFolder, 'reports', basename(session.scheme.report ?? `${session.scheme.id}.docx`))
  return existsSync(file) ? { kind: 'built-in', name: basename(file), bytes: readFileSync(file) } : null
}

function fillFor(session: Session, template: Uint8Array, mark?: (text: string, index: number) => string): DraftReport {
  return read(session.workspace.db, (db) => {
    const level = countyLevel(session, db)
    const { evaluation } = session.scheme
    const resolver = reportResolver({
      scheme: session.scheme,
      source: level.source,
      evaluation: evaluation === null ? null : scoreEvaluation(evaluation, level.source, readScores(db, session.task.id)),
      parameterSource: sourceInForce(session),
      unit: session.owner.name,
      period: periodTitle(session.task.period, session.scheme.period, 'zh'),
      filed: level.filed,
      expected: level.expected,
    })
    return {
      ...fillReport(template, resolver, mark),
      failedChecks: totalFindings(session, db, level).filter(({ explained }) => !explained).length,
    }
  })
}

/** Returns a function that gives the source of a parameter's value in force; the county's own value comes first. */
function sourceInForce(session: Session): (name: string) => string {
  const parameters = new Map(listParameters(session).map((one) => [one.name, one]))
  return (name) =>
    parameters
      .get(name)
      ?.values.filter(({ from }) => from <= session.task.period)
      .at(-1)?.source ?? ''
}

async function htmlOf(docx: Uint8Array): Promise<string> {
  // Mammoth is loaded at first use because it is large and only reports need it.
  const { default: mammoth } = await import('mammoth')
  return (await mammoth.convertToHtml({ buffer: Buffer.from(docx) })).value
}
