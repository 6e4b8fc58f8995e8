import type { Scheme } from '../../../shared/scheme/scheme.ts'
import { listLength } from '../../../shared/filing/facts.ts'
import type { TableCode } from '../../../shared/words.ts'
import { appliedChecks } from './checks/check-rows.ts'
import { buildTemplate, type FilingTemplate } from './build-template.ts'
import { fieldContents } from './fill.ts'
import type { WorkbookInput } from './input.ts'
import { linesOffered } from './placement/placement.ts'
import { fillTemplate } from './template/template.ts'

/** The largest number of templates per scheme. Schools of one kind share a template, and list lines come in steps. */
const mostTemplates = 12
const templates = new WeakMap<Scheme, Map<string, Promise<FilingTemplate>>>()

/**
 * Writes one filing as a workbook (docs/workbook-format.md: What is in it). The same input gives the same bytes. The
 * template of units that file the same tables is drawn once for each loaded scheme and kept as long as the scheme.
 */
export async function writeWorkbook(input: WorkbookInput): Promise<Uint8Array> {
  const template = await templateFor(input)
  return fillTemplate(template.template, fieldContents(input, template), input.changedAt)
}

function templateFor(input: WorkbookInput): Promise<FilingTemplate> {
  const lines = linesOf(input)
  // Comments belong to one filing only, so its template is not kept.
  if (input.comments !== undefined && input.comments.size > 0) return buildTemplate(input, lines, input.comments)
  const { scheme, unit, tables } = input
  const key = JSON.stringify([
    tables.map(({ code }) => [code, lines.get(code) ?? 0]),
    appliedChecks(scheme, unit, tables).map(({ id }) => id),
  ])
  const known = templates.get(scheme) ?? new Map<string, Promise<FilingTemplate>>()
  templates.set(scheme, known)
  const found = known.get(key)
  if (found !== undefined) return found
  const oldest = known.keys().next().value
  if (known.size >= mostTemplates && oldest !== undefined) known.delete(oldest)
  const made = buildTemplate(input, lines, new Map())
  known.set(key, made)
  return made
}

/** The number of lines that each list table's sheet offers for these facts. */
function linesOf({ tables, facts }: WorkbookInput): Map<TableCode, number> {
  return new Map(tables.filter((table) => table.kind === 'list').map(({ code }) => [code, linesOffered(listLength(facts, code))]))
}
