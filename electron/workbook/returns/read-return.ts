import type { FileProblem } from '../../../shared/api/batch.ts'
import type { SignOff } from '../../../shared/api/common.ts'
import type { Fact } from '../../../shared/filing/facts.ts'
import { packFacts } from '../../../shared/filing/packed.ts'
import { parseDate } from '../../../shared/filing/parse-date.ts'
import { problem, type Problem } from '../../../shared/problem.ts'
import { cellOf, cellTitle } from '../../../shared/scheme/cells.ts'
import type { Scheme, Table } from '../../../shared/scheme/scheme.ts'
import { tableOf, type CellRef } from '../../../shared/words.ts'
import { signFields } from '../manifest.ts'
import type { ReturnContent } from '../return.ts'
import { formatAddress } from '../xlsx/address.ts'
import type { XlsxBook, XlsxCell } from '../xlsx/book.ts'
import { readXlsx } from '../xlsx/read-xlsx.ts'
import { cellFact, expectedContent } from './cell-fact.ts'
import { locateGrid, locateList, placeOf, placesByName, sheetFor, type LocatedTable } from './locate.ts'
import { readManifest, type ReturnManifest } from './manifest.ts'
import { readCoverWords, type CoverWords } from './recognise.ts'

export type ReadOutcome = { outcome: 'refused'; problem: Problem } | { outcome: 'read'; content: ReturnContent; problems: FileProblem[]; structureChanged: boolean }

type Gathered = { facts: Map<CellRef, Fact>; refused: [CellRef, string][]; problems: FileProblem[]; structureChanged: boolean }

/**
 * Reads a returned workbook against a scheme (WORKBOOK.md In 2–5). Throws XlsxRefusal for a file that is no readable
 * workbook; a workbook that is not a return of this scheme is answered as refused. One bad cell never ends the reading.
 */
export function readReturn(bytes: Uint8Array, scheme: Scheme): ReadOutcome {
  const book = readXlsx(bytes)
  const manifest = readManifest(book)
  if (manifest !== null && manifest.scheme !== scheme.id) return { outcome: 'refused', problem: problem('scheme-not-here', { scheme: manifest.scheme, version: manifest.version }) }
  const located = locateTables(book, scheme, manifest)
  if (located.every(({ found }) => found.places.size === 0)) return { outcome: 'refused', problem: problem('not-a-return', {}) }
  const cover = manifest === null ? readCoverWords(book) : null
  const gathered: Gathered = { facts: new Map(), refused: [], problems: [], structureChanged: false }
  for (const { table, found } of located) gather(gathered, book, scheme, table, found)
  return {
    outcome: 'read',
    problems: gathered.problems,
    structureChanged: gathered.structureChanged,
    content: {
      scheme: scheme.id,
      version: manifest?.version ?? scheme.version,
      period: manifest?.period ?? null,
      unit: manifest === null ? { code: cover?.code ?? null, name: cover?.name ?? null } : { code: manifest.unitCode || null, name: manifest.unitName || null },
      revision: manifest?.revision ?? 0,
      changedAt: manifest?.changedAt ?? null,
      signOff: readSignOff(book, manifest, cover),
      facts: packFacts(scheme, gathered.facts),
      refused: gathered.refused,
      explanations: readExplanations(book, manifest),
    },
  }
}

type LocatedBook = { table: Table; found: LocatedTable }[]

/** Where every table of a return stands. */
export function locateTables(book: XlsxBook, scheme: Scheme, manifest: ReturnManifest | null): LocatedBook {
  const named = manifest === null ? new Map() : placesByName(book, manifest.cells)
  return tablesExpected(book, scheme, manifest).map((table) => ({
    table,
    found: table.kind === 'grid' ? locateGrid(table, inputsOf(scheme, table.code), named, book) : locateList(table, named, book),
  }))
}

/** With a manifest, the tables it names; without, those that a sheet looks like. */
function tablesExpected(book: XlsxBook, scheme: Scheme, manifest: ReturnManifest | null): Table[] {
  if (manifest === null) return scheme.tables.filter((table) => sheetFor(table, book) !== null)
  const named = new Set([...manifest.cells.values()].map(tableOf))
  return scheme.tables.filter((table) => named.has(table.code))
}

const inputs = new WeakMap<Scheme, Map<string, CellRef[]>>()

function inputsOf(scheme: Scheme, table: string): CellRef[] {
  let byTable = inputs.get(scheme)
  if (byTable === undefined) {
    byTable = new Map()
    for (const cell of scheme.cells.values()) if (cell.state === 'input') byTable.set(cell.table, [...(byTable.get(cell.table) ?? []), cell.ref])
    inputs.set(scheme, byTable)
  }
  return byTable.get(table) ?? []
}

function gather(gathered: Gathered, book: XlsxBook, scheme: Scheme, table: Table, { sheet, places, missing, strays }: LocatedTable): void {
  if (sheet === null) {
    gathered.structureChanged = true
    gathered.problems.push(fileProblem(null, null, null, null, problem('sheet-missing', { table: table.code, title: table.shortTitle })))
    return
  }
  for (const [ref, place] of places) {
    const found = place.sheet.at(place.row, place.column)
    const cell = found === undefined ? null : cellOf(scheme, ref)
    if (found === undefined || cell === null) continue
    const parsed = cellFact(found, cell, book.date1904)
    if (parsed.ok) {
      if (parsed.fact !== null) gathered.facts.set(ref, parsed.fact)
    } else {
      gathered.refused.push([ref, found.text])
      gathered.problems.push(fileProblem(place.sheet.name, formatAddress(place.row, place.column), found.text, expectedContent(cell), parsed.problem))
    }
  }
  for (const ref of missing) {
    gathered.structureChanged = true
    gathered.problems.push(fileProblem(sheet.name, null, null, null, problem('cell-missing', { cell: ref, title: cellTitle(scheme, ref) })))
  }
  for (const { row, column } of strays) {
    gathered.structureChanged = true
    const found = sheet.at(row, column)?.text ?? ''
    gathered.problems.push(fileProblem(sheet.name, formatAddress(row, column), found, null, problem('no-place', { found })))
  }
}

function fileProblem(sheet: string | null, cell: string | null, found: string | null, expected: string | null, what: Problem): FileProblem {
  return { sheet, cell, found, expected, problem: what }
}

function readSignOff(book: XlsxBook, manifest: ReturnManifest | null, cover: CoverWords | null): SignOff {
  const cells = new Map<string, XlsxCell | undefined>()
  for (const field of signFields) cells.set(field, cover?.sign[field])
  if (manifest !== null) for (const [field, cell] of cellsByName(book, manifest.signs)) cells.set(field, cell)
  const text = (field: string): string => cells.get(field)?.text.trim().slice(0, 40) ?? ''
  return { head: text('head'), statistician: text('statistician'), filler: text('filler'), phone: text('phone'), reportedOn: parseDate(text('reportedOn').slice(0, 10)) }
}

function readExplanations(book: XlsxBook, manifest: ReturnManifest | null): [string, string][] {
  if (manifest === null) return []
  return cellsByName(book, manifest.whys).flatMap(([key, cell]): [string, string][] => {
    const text = cell?.formula === true ? '' : (cell?.text.trim().slice(0, 2000) ?? '')
    return text === '' ? [] : [[key, text]]
  })
}

function cellsByName(book: XlsxBook, names: ReadonlyMap<string, string>): [string, XlsxCell | undefined][] {
  const sheets = new Map(book.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]))
  return book.names.flatMap(({ name, target }): [string, XlsxCell | undefined][] => {
    const stands = names.get(name.toLowerCase())
    const place = stands === undefined ? null : placeOf(target, sheets)
    return stands === undefined || place === null ? [] : [[stands, place.sheet.at(place.row, place.column)]]
  })
}

