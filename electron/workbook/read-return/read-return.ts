import type { FileProblem } from '../../../shared/api/batch.ts'
import { problem, type Problem } from '../../../shared/problem.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import type { ReturnContent } from '../return.ts'
import type { XlsxBook, XlsxTarget } from '../xlsx/book.ts'
import { readXlsx } from '../xlsx/read-xlsx.ts'
import { readCoverWords, readSignOff, unitOfReturn } from './cover.ts'
import { explanationsInReturn } from './explanations.ts'
import { locateTables, type LocatedBook, type LocatedTable } from './locate.ts'
import { readManifest, type ReturnManifest } from './manifest.ts'
import type { Lines } from './read-list.ts'
import { readTable, stands, type StandingTable } from './read-table.ts'
import { canonicalFacts } from '../../../shared/filing/facts.ts'
import { unpackFacts } from '../../../shared/filing/packed.ts'
import { sha256 } from '../../machine/digest.ts'
import { readFromCollector } from './from-collector.ts'
import { addStray, addStructureProblem, emptyReport, listedProblems, packedFacts, type ReadFindings } from './read-findings.ts'
import { withoutRival } from './rival-sheets.ts'

export type ReadOutcome =
  | { outcome: 'refused'; problem: Problem }
  | { outcome: 'read'; content: ReturnContent; problems: FileProblem[]; structureChanged: boolean }

const noNames: ReadonlyMap<string, XlsxTarget> = new Map()

/**
 * Reads a returned workbook against a scheme (docs/workbook-format.md: How it is read). Throws XlsxRefusal for a file that is no readable
 * workbook; refuses a workbook that is not a return of this scheme. One bad cell never ends the reading.
 */
export function readReturn(bytes: Uint8Array, scheme: Scheme): ReadOutcome {
  const book = readXlsx(bytes)
  const manifest = readManifest(book)
  if (manifest !== null && manifest.scheme !== scheme.id)
    return { outcome: 'refused', problem: problem('scheme-not-here', { scheme: manifest.scheme, version: manifest.version }) }
  const located = locateTables(book, scheme, manifest)
  if (!located.tables.some(stands)) return { outcome: 'refused', problem: problem('not-a-return', {}) }
  const report = emptyReport()
  const words = readCoverWords(book, scheme.period, located.named?.signs ?? noNames)
  const unit = unitOfReturn(report, manifest, words)
  const lists = readTables(report, book, scheme, located, manifest)
  const signOff = readSignOff(report, book, words, located.named?.signs ?? noNames)
  const explanations = explanationsInReturn(report, book, scheme, located.named?.whys ?? null, lists)
  const facts = packedFacts(report)
  return {
    outcome: 'read',
    problems: listedProblems(report),
    structureChanged: report.structureChanged,
    content: {
      scheme: scheme.id,
      version: manifest?.version ?? scheme.version,
      period: manifest?.period ?? words.period,
      unit,
      revision: manifest?.revision ?? 0,
      blank: manifest !== null && !manifest.carriesFiling,
      draft: manifest?.draft ?? false,
      changedAt: manifest?.changedAt ?? null,
      signOff,
      // Computed here, in one of several threads, because the judging has one thread only.
      digest: sha256(canonicalFacts(unpackFacts(scheme, facts))),
      facts,
      refused: report.refused,
      explanations,
      typedOver: report.typedOver,
      sent: manifest === null ? null : readFromCollector(manifest, scheme),
    },
  }
}

function readTables(
  report: ReadFindings,
  book: XlsxBook,
  scheme: Scheme,
  located: LocatedBook,
  manifest: ReturnManifest | null,
): { table: LocatedTable; lines: Lines }[] {
  const lists: { table: LocatedTable; lines: Lines }[] = []
  const reading = { scheme, written: manifest?.carriesFiling ?? false, date1904: book.date1904 }
  for (const table of located.tables) {
    if (!stands(table)) {
      const { code, shortTitle: title } = table.shape.table
      addStructureProblem(report, problem('sheet-missing', { table: code, title }), { sheet: table.sheet, expected: `${code} ${title}` })
      continue
    }
    const chosen = withoutRival(report, reading, table, located.rivals)
    const lines = readTable(report, reading, chosen)
    if (lines !== null) lists.push({ table: chosen, lines })
    reportElsewhere(report, book, located, table)
  }
  return lists
}

/** Reports the numbers at names that point away from their table's sheet, except on the sheet of another table. */
function reportElsewhere(report: ReadFindings, book: XlsxBook, located: LocatedBook, table: StandingTable): void {
  const read = new Set<string>(located.tables.map((one) => one.sheet?.name.toLowerCase() ?? ''))
  for (const { sheet: name, row, column } of table.named?.elsewhere ?? []) {
    const sheet = book.sheets.find((one) => one.state === 'visible' && one.hasCells && one.name.toLowerCase() === name.toLowerCase())
    const cell = sheet === undefined || read.has(name.toLowerCase()) ? undefined : sheet.at(row, column)
    if (sheet !== undefined && cell?.kind === 'number') addStray(report, sheet, cell, 'structure')
  }
}
