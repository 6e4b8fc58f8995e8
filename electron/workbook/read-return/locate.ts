import type { Scheme, Table } from '../../../shared/scheme/scheme.ts'
import { checkSheet, choiceSheet, coverSheet, manifestSheet } from '../manifest.ts'
import type { XlsxBook, XlsxSheet } from '../xlsx/book.ts'
import { axesOf, type Axes } from './axes.ts'
import type { ReturnManifest } from './manifest.ts'
import { matchSheets, tableSheets } from './match-sheets.ts'
import { readNamed, type Named, type NamedTable } from './named.ts'
import { shapeOf, type Shape } from './shape.ts'

/** A table with its sheet; a table without a sheet is missing from the workbook. */
export type LocatedTable =
  | { shape: Shape; sheet: XlsxSheet; axes: Axes; named: NamedTable | null }
  | { shape: Shape; sheet: null; axes: null; named: NamedTable | null }

export type LocatedBook = {
  tables: readonly LocatedTable[]
  /** Sheets that look like a table found on another sheet. */
  rivals: readonly { shape: Shape; sheet: XlsxSheet; rival: XlsxSheet }[]
  /** The positions by defined names; null without a manifest. */
  named: Named | null
}

const noTable = new Set([coverSheet, checkSheet, manifestSheet, choiceSheet])

/**
 * Finds the tables of a return (docs/design/workbook.md: Finding cells): with a manifest the tables that it names, on the
 * sheets of their defined names. Tables without names, and all tables when the manifest or its names are lost, are found on
 * the sheets that look like them.
 */
export function locateTables(book: XlsxBook, scheme: Scheme, manifest: ReturnManifest | null): LocatedBook {
  const shape = shapeOf(scheme)
  const told = manifest === null ? null : readNamed(book.names, manifest.names, shape)
  const named = told !== null && told.tables.size > 0 ? told : null
  const expected = named === null ? shape.tables : shape.tables.filter(({ table }) => named.tables.has(table.code))
  const sheets = named === null ? new Map<Shape, XlsxSheet>() : namedSheets(book, expected, named)
  const open = tableSheets(book).filter((sheet) => ![...sheets.values()].includes(sheet))
  const unplaced = expected.filter((one) => !sheets.has(one))
  if (unplaced.length > 0 && open.length > 0) {
    const matched = matchSheets(
      unplaced.map(({ table }) => table),
      open,
    )
    for (const one of unplaced) {
      const sheet = matched.get(one.table.code)
      if (sheet !== undefined) sheets.set(one, sheet)
    }
  }
  const taken = new Set(sheets.values())
  const left = open.filter((sheet) => !taken.has(sheet))
  return {
    named: told,
    tables: (named === null ? expected.filter((one) => sheets.has(one)) : expected).map((one) =>
      located(one, sheets.get(one) ?? null, named?.tables.get(one.table.code) ?? null),
    ),
    rivals: left.length === 0 ? [] : rivalsOf(sheets, left),
  }
}

function located(shape: Shape, sheet: XlsxSheet | null, named: NamedTable | null): LocatedTable {
  if (sheet === null) return { shape, sheet, axes: null, named }
  const standing = named !== null && named.sheet === sheet.name.toLowerCase() ? named : null
  return { shape, sheet, axes: axesOf(shape, sheet, standing), named: standing }
}

/** The sheets of the tables by names; a sheet that two tables claim is matched by its looks. */
function namedSheets(book: XlsxBook, expected: readonly Shape[], named: Named): Map<Shape, XlsxSheet> {
  const byName = new Map(
    book.sheets.filter((sheet) => sheet.hasCells && !noTable.has(sheet.name)).map((sheet) => [sheet.name.toLowerCase(), sheet]),
  )
  const sheets = new Map<Shape, XlsxSheet>()
  const claims = new Map<XlsxSheet, Table[]>()
  for (const shape of expected) {
    const sheet = byName.get(named.tables.get(shape.table.code)?.sheet ?? '')
    if (sheet === undefined) continue
    sheets.set(shape, sheet)
    claims.set(sheet, [...(claims.get(sheet) ?? []), shape.table])
  }
  for (const [shape, sheet] of sheets) if ((claims.get(sheet)?.length ?? 0) > 1) sheets.delete(shape)
  return sheets
}

/** The rivals among the remaining sheets. A hidden copy is no rival of a visible sheet, because people see only the visible one. */
function rivalsOf(
  sheets: ReadonlyMap<Shape, XlsxSheet>,
  left: readonly XlsxSheet[],
): { shape: Shape; sheet: XlsxSheet; rival: XlsxSheet }[] {
  const tables = [...sheets.keys()].map(({ table }) => table)
  return left.flatMap((rival) => {
    const [code] = [...matchSheets(tables, [rival]).keys()]
    const read = [...sheets].find(([shape]) => shape.table.code === code)
    return read === undefined || (rival.state !== 'visible' && read[1].state === 'visible')
      ? []
      : [{ shape: read[0], sheet: read[1], rival }]
  })
}
