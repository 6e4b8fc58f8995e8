import { joinZip, packPart, splitOwnZip } from '../../../../electron/workbook/write-form/template/zip.ts'
import { formatAddress, parseAddress } from '../../../../electron/workbook/xlsx/address.ts'
import { readXlsx } from '../../../../electron/workbook/xlsx/read-xlsx.ts'
import { escapeXml } from '../../../builders/xlsx-builder.ts'

/** The parts of a written workbook, changed by a test like people and programs do. */
export type Parts = Map<string, string>

/** The new position of a row or column; null when it is deleted. */
export type Move = (position: number) => number | null

export function openParts(bytes: Uint8Array): Parts {
  return new Map(splitOwnZip(Buffer.from(bytes)))
}

export function closeParts(parts: Parts): Buffer {
  return joinZip([...parts].map(([name, xml]) => packPart(name, xml)))
}

/** The name of a sheet's part. */
export function partOf(parts: Parts, sheet: string): string {
  const book = parts.get('xl/workbook.xml') ?? ''
  const id = new RegExp(`<sheet [^>]*name="${pattern(sheet)}"[^>]*r:id="([^"]+)"`).exec(book)?.[1]
  const target = new RegExp(`<Relationship [^>]*Id="${id ?? ''}"[^>]*Target="([^"]+)"`).exec(
    parts.get('xl/_rels/workbook.xml.rels') ?? '',
  )?.[1]
  if (target === undefined) throw new Error(`no sheet ${sheet}`)
  return `xl/${target}`
}

export function edit(parts: Parts, name: string, change: (xml: string) => string): void {
  const xml = parts.get(name)
  if (xml === undefined) throw new Error(`no part ${name}`)
  const changed = change(xml)
  if (changed === xml) throw new Error(`${name} is not changed`)
  parts.set(name, changed)
}

/** The content of a cell: a number, a text, raw XML between `<c …>` and `</c>` with its type, or null to empty the cell. */
export type Content = number | string | { type?: string; xml: string; style?: number } | null

/** Puts contents into cells of a sheet, replacing the old ones; the cell's style stays. */
export function putCells(parts: Parts, sheet: string, cells: Readonly<Record<string, Content>>): void {
  const name = partOf(parts, sheet)
  const grid = readGridXml(parts.get(name) ?? '')
  for (const [address, content] of Object.entries(cells)) {
    const at = parseAddress(address)
    if (at === null) throw new Error(address)
    const row = grid.rows.get(at.row) ?? { attributes: '', cells: new Map() }
    grid.rows.set(at.row, row)
    const style = / s="\d+"/.exec(row.cells.get(at.column)?.attributes ?? '')?.[0] ?? ''
    row.cells.set(at.column, contentXml(content, style))
  }
  parts.set(name, writeGridXml(grid))
}

function contentXml(content: Content, style: string): { attributes: string; inside: string } {
  if (content === null) return { attributes: style, inside: '' }
  if (typeof content === 'number') return { attributes: style, inside: `<v>${content}</v>` }
  if (typeof content === 'string')
    return { attributes: `${style} t="inlineStr"`, inside: `<is><t xml:space="preserve">${escapeXml(content)}</t></is>` }
  const own = content.style === undefined ? style : ` s="${content.style}"`
  return { attributes: content.type === undefined ? own : `${own} t="${content.type}"`, inside: content.xml }
}

/**
 * Moves rows and columns of a sheet with everything on them, merged regions included. `names` follow, as in Excel and WPS,
 * or stay, as when cells are sorted or copied over one another.
 */
export function moveCells(
  parts: Parts,
  sheet: string,
  { row = (at) => at, column = (at) => at, names = 'follow' }: { row?: Move; column?: Move; names?: 'follow' | 'stay' },
): void {
  const name = partOf(parts, sheet)
  const grid = readGridXml(parts.get(name) ?? '')
  const moved = new Map<number, RowXml>()
  for (const [at, { attributes, cells }] of grid.rows) {
    const to = row(at)
    if (to === null) continue
    const across = new Map<number, CellXml>()
    for (const [from, cell] of cells) {
      const there = column(from)
      if (there !== null) across.set(there, cell)
    }
    moved.set(to, { attributes, cells: across })
  }
  const region = (ref: string): string | null => {
    const [from = '', to = from] = ref.split(':')
    const corners = [parseAddress(from), parseAddress(to)].map((at) => (at === null ? null : [row(at.row), column(at.column)]))
    if (corners.some((corner) => corner === null || corner.includes(null))) return null
    return corners.map((corner) => formatAddress(corner?.[0] ?? 0, corner?.[1] ?? 0)).join(':')
  }
  const after = grid.after.replace(/<mergeCell ref="([^"]+)"\/>/g, (_all, ref: string) =>
    region(ref) === null ? '' : `<mergeCell ref="${region(ref) ?? ''}"/>`,
  )
  parts.set(name, writeGridXml({ ...grid, rows: moved, after }))
  if (names === 'follow') moveNames(parts, sheet, row, column)
}

function moveNames(parts: Parts, sheet: string, row: Move, column: Move): void {
  const quoted = `(?:&apos;|')${pattern(sheet)}(?:&apos;|')`
  const book = parts.get('xl/workbook.xml') ?? ''
  parts.set(
    'xl/workbook.xml',
    book.replace(new RegExp(`>(${quoted}!)\\$([A-Z]+)\\$(\\d+)<`, 'g'), (_all, start: string, letters: string, digits: string) => {
      const at = parseAddress(letters + digits)
      const [toRow, toColumn] = [row(at?.row ?? 0), column(at?.column ?? 0)]
      if (toRow === null || toColumn === null) return `>${start}#REF!<`
      return `>${start}$${formatAddress(toRow, toColumn).replace(/\d+/, '')}$${toRow}<`
    }),
  )
}

/** Removes every defined name, as some programs do. */
export function loseNames(parts: Parts): void {
  edit(parts, 'xl/workbook.xml', (xml) => xml.replace(/<definedNames>.*<\/definedNames>/s, ''))
}

/** Empties the rows of the hidden sheet with the meanings of the defined names; its other rows stay. */
export function loseMeanings(parts: Parts): void {
  const rows =
    readXlsx(closeParts(parts))
      .sheets.find(({ name }) => name === '_xt')
      ?.cells.filter(({ column, text }) => column === 1 && text.startsWith('names:')) ?? []
  if (rows.length === 0) throw new Error('no rows of names')
  putCells(
    parts,
    '_xt',
    Object.fromEntries(
      rows.flatMap(({ row }) => [
        [`A${row}`, null],
        [`B${row}`, null],
      ]),
    ),
  )
}

/** Takes a sheet out of the workbook and breaks the names that pointed to it. */
export function dropSheet(parts: Parts, sheet: string): void {
  edit(parts, 'xl/workbook.xml', (xml) =>
    xml
      .replace(new RegExp(`<sheet [^>]*name="${pattern(sheet)}"[^>]*/>`), '')
      .replaceAll(new RegExp(`(?:&apos;|')${pattern(sheet)}(?:&apos;|')!\\$[A-Z]+\\$\\d+<`, 'g'), '#REF!<'),
  )
}

/** Renames a sheet; names follow. */
export function renameSheet(parts: Parts, sheet: string, to: string): void {
  edit(parts, 'xl/workbook.xml', (xml) =>
    xml
      .replaceAll(`name="${sheet}"`, `name="${to}"`)
      .replaceAll(`&apos;${sheet}&apos;!`, `&apos;${to}&apos;!`)
      .replaceAll(`'${sheet}'!`, `'${to}'!`),
  )
}

/**
 * Copies a sheet within the workbook to its end, as Excel does: the copy gets local copies of the names.
 */
export function copySheet(parts: Parts, sheet: string, to: string): void {
  const xml = parts.get(partOf(parts, sheet)) ?? ''
  parts.set('xl/worksheets/sheet99.xml', xml)
  edit(parts, 'xl/_rels/workbook.xml.rels', (rels) =>
    rels.replace(
      '</Relationships>',
      '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet99.xml"/></Relationships>',
    ),
  )
  edit(parts, 'xl/workbook.xml', (book) => {
    const count = [...book.matchAll(/<sheet /g)].length
    const own = [...book.matchAll(/<definedName name="(XT[^"]*)">([^<]*)<\/definedName>/g)]
      .filter(([, , text = '']) => text.replaceAll('&apos;', "'").startsWith(`'${sheet}'!`))
      .map(([, name = '', text = '']) => `<definedName name="${name}" localSheetId="${count}">${text.replace(sheet, to)}</definedName>`)
    return book
      .replace('</sheets>', `<sheet sheetId="99" name="${to}" state="visible" r:id="rId99"/></sheets>`)
      .replace('</definedNames>', `${own.join('')}</definedNames>`)
  })
}

/** A sheet's name as part of a regular expression over XML. */
function pattern(sheet: string): string {
  return escapeXml(sheet).replace(/[()]/g, '\\$&')
}

type CellXml = { attributes: string; inside: string }
type RowXml = { attributes: string; cells: Map<number, CellXml> }
type GridXml = { before: string; rows: Map<number, RowXml>; after: string }

function readGridXml(xml: string): GridXml {
  const from = xml.indexOf('<sheetData>') + 11
  const to = xml.indexOf('</sheetData>')
  const rows = new Map<number, RowXml>()
  for (const [, at = '', attributes = '', inside = ''] of xml.slice(from, to).matchAll(/<row r="(\d+)"([^>]*?)(?:\/>|>(.*?)<\/row>)/gs)) {
    const cells = new Map<number, CellXml>()
    for (const [, address = '', own = '', content = ''] of inside.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs))
      cells.set(parseAddress(address)?.column ?? 0, { attributes: own, inside: content })
    rows.set(Number(at), { attributes, cells })
  }
  return { before: xml.slice(0, from), rows, after: xml.slice(to) }
}

function writeGridXml({ before, rows, after }: GridXml): string {
  const ordered = [...rows].sort(([a], [b]) => a - b)
  const xml = ordered.map(([row, { attributes, cells }]) => {
    const inside = [...cells]
      .sort(([a], [b]) => a - b)
      .map(([column, cell]) => `<c r="${formatAddress(row, column)}"${cell.attributes}>${cell.inside}</c>`)
    return `<row r="${row}"${attributes}>${inside.join('')}</row>`
  })
  return before + xml.join('') + after
}
