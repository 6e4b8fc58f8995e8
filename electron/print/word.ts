import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { placeholdersIn } from '../../shared/report/placeholders.ts'
import type { FigureOrigin } from '../../shared/report/origin.ts'
import type { ReportResolver, Round } from '../../shared/report/resolve.ts'
import { parseTag } from '../../shared/report/tags.ts'
import { withoutMarks } from './report-marks.ts'

/** A figure in a report: the tag, the printed text, the origin and the cell. */
type ReportFigure = { tag: string; text: string; origin: FigureOrigin; cell: string | null }
/** A fault that blocks printing: an unresolved tag, a leftover placeholder or a broken template. */
type Unresolved = { kind: 'tag' | 'placeholder' | 'template'; text: string; where: string }
export type WrittenReport = { bytes: Uint8Array<ArrayBuffer>; figures: ReportFigure[]; unresolved: Unresolved[] }

/**
 * Fills a .docx template (shared/report/tags.ts) and always returns a document; an unresolved tag shows as 【…】.
 * `unresolved` lists the faults that block printing. `mark` may put marks around the n-th figure (report-marks.ts) for a preview.
 */
export function fillReport(
  template: Uint8Array,
  resolver: ReportResolver,
  mark: (text: string, index: number) => string = (text) => text,
): WrittenReport {
  const figures: ReportFigure[] = []
  const unresolved: Unresolved[] = []
  try {
    const document = new Docxtemplater(new PizZip(template), {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      parser: (tag) => ({ get: (scope: unknown) => valueOf(tag, roundOf(scope), resolver, figures, unresolved, mark) }),
    })
    document.render({})
    const bytes = document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' })
    unresolved.push(...placeholdersLeft(withoutMarks(document.getFullText())))
    return { bytes: new Uint8Array(bytes), figures, unresolved }
  } catch (error) {
    return { bytes: new Uint8Array(template), figures: [], unresolved: templateFaults(error) }
  }
}

function valueOf(
  text: string,
  round: Round | null,
  resolver: ReportResolver,
  figures: ReportFigure[],
  unresolved: Unresolved[],
  mark: (text: string, index: number) => string,
): unknown {
  const tag = parseTag(text)
  if (tag?.kind === 'loop') {
    const rounds = resolver.rounds(tag, round)
    if (rounds !== null) return rounds.map((one) => ({ round: one }))
  } else if (tag !== null) {
    const resolved = resolver.resolve(tag, round)
    if (resolved !== null) {
      figures.push({ tag: text, ...resolved })
      return mark(resolved.text, figures.length - 1)
    }
  }
  unresolved.push({ kind: 'tag', text: `{${text}}`, where: '' })
  return tag?.kind === 'loop' ? [] : `【${text}】`
}

function roundOf(scope: unknown): Round | null {
  return typeof scope === 'object' && scope !== null && 'round' in scope ? (scope.round as Round) : null
}

function placeholdersLeft(fullText: string): Unresolved[] {
  return fullText
    .split('\n')
    .flatMap((line) => placeholdersIn(line).map((text): Unresolved => ({ kind: 'placeholder', text, where: around(line, text) })))
}

/** The placeholder with 12 characters of context on each side. */
function around(line: string, text: string): string {
  const at = line.indexOf(text)
  return line.slice(Math.max(0, at - 12), at + text.length + 12)
}

type TemplateError = {
  properties?: { errors?: { properties?: { xtag?: string; explanation?: string } }[]; xtag?: string; explanation?: string }
  message?: string
}

/** The faults of a template: its broken tags, or one fault with the error's message for a file that is no .docx. */
function templateFaults(error: unknown): Unresolved[] {
  const { properties, message } = error as TemplateError
  const faults = properties?.errors ?? (properties === undefined ? [] : [{ properties }])
  if (faults.length === 0) return [{ kind: 'template', text: message ?? 'template', where: '' }]
  return faults.map((one) => ({ kind: 'template', text: `{${one.properties?.xtag ?? ''}}`, where: one.properties?.explanation ?? '' }))
}
