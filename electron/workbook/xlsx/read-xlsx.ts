import type { XlsxBook, XlsxCell, XlsxSheet } from './book.ts'
import type { SheetContext } from './cell-value.ts'
import type { XlsxLimits } from './limits.ts'
import { xlsxLimits } from './limits.ts'
import type { OpcPackage } from './package.ts'
import { openPackage, partBytes, remembering } from './package.ts'
import { damaged, onSheet } from './refusal.ts'
import type { Relation } from './relations.ts'
import { refuseOtherDocument, relationsOf, workbookPart } from './relations.ts'
import { readSharedStrings } from './shared-strings.ts'
import type { SheetPart } from './sheet-part.ts'
import { readSheetPart } from './sheet-part.ts'
import { readDateStyles } from './styles-part.ts'
import type { SheetEntry } from './workbook-part.ts'
import { readWorkbookPart } from './workbook-part.ts'
import { decodedSource, rawSource } from './xml-decode.ts'

/**
 * Reads an .xlsx (docs/design/workbook.md: Our reader): the container, the sheet list and the defined names at once, each sheet
 * at first use. Throws XlsxRefusal, and nothing else, for any fault of the file, here or later when a sheet is read.
 * Independent of schemes. Keeps a reference to `bytes`, which must not change meanwhile.
 */
export function readXlsx(bytes: Uint8Array, limits: XlsxLimits = xlsxLimits): XlsxBook {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const file = openPackage(buffer, limits)
  const part = workbookPart(file)
  const workbook = workbookOf(file, part)
  const relations = relationsOf(file, part)
  const context = sheetContext(file, relations, workbook.date1904)
  const byId = new Map(relations.map((relation) => [relation.id, relation]))
  const sheets = workbook.sheets.map((entry) => lazySheet(file, entry, byId.get(entry.relation), context))
  return { sheets, names: workbook.names, date1904: workbook.date1904 }
}

const workbookOf = remembering((file, part) => {
  const source = rawSource(partBytes(file, part), part)
  refuseOtherDocument(file, part, source)
  return readWorkbookPart(source, part, file.limits)
})

const dateStylesOf = remembering((file, part) => readDateStyles(rawSource(partBytes(file, part), part), part))

const sharedStringsOf = remembering((file, part): readonly string[] =>
  readSharedStrings(decodedSource(partBytes(file, part), part), part, file.limits),
)

function sheetContext(file: OpcPackage, relations: readonly Relation[], date1904: boolean): SheetContext {
  const partOf = (type: string): string | undefined => relations.find((relation) => relation.type === type)?.target
  return {
    limits: file.limits,
    date1904,
    spent: { cells: 0, text: 0 },
    strings: once(() => {
      const part = partOf('sharedStrings')
      return part === undefined ? [] : sharedStringsOf(file, part)
    }),
    dateStyles: once(() => {
      const part = partOf('styles')
      return part === undefined ? new Uint8Array(0) : dateStylesOf(file, part)
    }),
  }
}

/** Reads at the first call; every later call gets the same result or refusal, so that a broken table is not read for each sheet. */
function once<Found>(read: () => Found): () => Found {
  let known: { found: Found } | { refusal: unknown } | undefined
  return () => {
    known ??= attempt(read)
    if ('refusal' in known) throw known.refusal
    return known.found
  }
}

function attempt<Found>(read: () => Found): { found: Found } | { refusal: unknown } {
  try {
    return { found: read() }
  } catch (refusal) {
    return { refusal }
  }
}

function lazySheet(file: OpcPackage, entry: SheetEntry, relation: Relation | undefined, context: SheetContext): XlsxSheet {
  if (!relation || !file.directory.has(relation.target)) throw onSheet(damaged('sheet-part-missing', relation?.target), entry.name)
  const hasCells = relation.type === 'worksheet'
  let read: SheetPart | undefined = hasCells ? undefined : { cells: [], merges: [] }
  const sheet = (): SheetPart => {
    read ??= readOnSheet(file, relation.target, entry.name, context)
    return read
  }
  return {
    name: entry.name,
    state: entry.state,
    hasCells,
    get cells() {
      return sheet().cells
    },
    get merges() {
      return sheet().merges
    },
    at: (row, column) => findCell(sheet().cells, row, column),
  }
}

function readOnSheet(file: OpcPackage, part: string, name: string, context: SheetContext): SheetPart {
  try {
    return readSheetPart(rawSource(partBytes(file, part), part), part, context)
  } catch (error) {
    throw onSheet(error, name)
  }
}

/** Finds a cell by binary search, because cells are ordered row by row. */
function findCell(cells: readonly XlsxCell[], row: number, column: number): XlsxCell | undefined {
  let low = 0
  let high = cells.length
  while (low < high) {
    const middle = (low + high) >> 1
    const cell = cells[middle]!
    if (cell.row < row || (cell.row === row && cell.column < column)) low = middle + 1
    else high = middle
  }
  const found = cells[low]
  return found?.row === row && found.column === column ? found : undefined
}
