import type { ZipEnd, ZipPart } from './zip-builder.ts'
import { buildZip } from './zip-builder.ts'

/** A cell to write: a plain value, or its parts. `xml` is written as it stands between `<c …>` and `</c>`. */
type CellSpec = number | string | boolean | { type?: string; value?: string; formula?: string; style?: number; xml?: string }

export type SheetSpec = {
  name: string
  state?: 'hidden' | 'veryHidden'
  /** Cells by address, in the order they are to be written. */
  cells?: Record<string, CellSpec>
  merges?: string[]
  /** Replaces the built XML between `<sheetData>` and `</sheetData>`. */
  dataXml?: string
  /** XML before `<sheetData>` and after `</sheetData>`. */
  before?: string
  after?: string
  /** Replaces the whole part. */
  xml?: string
  /** Another type of relation than worksheet (chartsheet). */
  relation?: string
}

export type XlsxSpec = {
  sheets: SheetSpec[]
  names?: { name: string; text: string; scope?: number }[]
  date1904?: boolean
  /** Namespace prefix of all spreadsheet elements, as .NET back ends write: `x`. */
  prefix?: string
  strict?: boolean
  strings?: 'shared' | 'inline'
  /** Formats of the cell styles 0, 1, 2 …: a built-in number or a code. */
  formats?: (number | string)[]
  encoding?: 'utf8' | 'utf8-bom' | 'utf16le' | 'utf16be'
  /** Leaves out `r` on rows and cells. */
  withoutReferences?: boolean
  /** The path of the workbook part. `absoluteTargets`: its relations point at sheets by absolute paths. */
  workbookPart?: string
  absoluteTargets?: boolean
  /** A last change to the parts before they are zipped. */
  change?: (parts: ZipPart[]) => ZipPart[]
  zipEnd?: ZipEnd
}

const transitional = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const strictRelations = 'http://purl.oclc.org/ooxml/officeDocument/relationships'

/** Writes an .xlsx from its description, right or wrong (with the structures of real files and none of their content). */
export function buildXlsx(spec: XlsxSpec): Buffer {
  const parts = xlsxParts(spec)
  return buildZip(spec.change ? spec.change(parts) : parts, spec.zipEnd)
}

function xlsxParts(spec: XlsxSpec): ZipPart[] {
  const book = spec.workbookPart ?? 'xl/workbook.xml'
  const folder = book.slice(0, book.lastIndexOf('/') + 1)
  const strings: string[] = []
  const sheets = spec.sheets.map(
    (sheet, index): ZipPart => ({ name: `${folder}worksheets/sheet${index + 1}.xml`, data: sheet.xml ?? sheetXml(sheet, spec, strings) }),
  )
  const relations = strings.length > 0 ? ['styles', 'sharedStrings'] : ['styles']
  const type = strict(spec) ? strictRelations : transitional
  const target = (path: string): string => (spec.absoluteTargets ? `/${folder}${path}` : path)
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', data: contentTypesXml(book, folder, sheets, relations) },
    { name: '_rels/.rels', data: relationsXml([{ id: 'rId1', type: `${type}/officeDocument`, target: book }]) },
    { name: book, data: workbookXml(spec, type) },
    {
      name: `${folder}_rels/${book.slice(folder.length)}.rels`,
      data: relationsXml([
        ...spec.sheets.map((sheet, index) => ({
          id: `rId${index + 1}`,
          type: `${type}/${sheet.relation ?? 'worksheet'}`,
          target: target(`worksheets/sheet${index + 1}.xml`),
        })),
        ...relations.map((name) => ({ id: name, type: `${type}/${name}`, target: target(`${name}.xml`) })),
      ]),
    },
    ...sheets,
    { name: `${folder}styles.xml`, data: stylesXml(spec) },
  ]
  if (strings.length > 0)
    parts.push({ name: `${folder}sharedStrings.xml`, data: `<${p(spec)}sst ${namespace(spec)}>${strings.join('')}</${p(spec)}sst>` })
  return parts.map((part) => ({
    ...part,
    data: encode(`<?xml version="1.0" standalone="yes"?>\n${part.data as string}`, spec.encoding ?? 'utf8'),
  }))
}

function contentTypesXml(book: string, folder: string, sheets: ZipPart[], others: string[]): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`
  const overrides = [
    override(book, 'sheet.main'),
    ...sheets.map((sheet) => override(sheet.name, 'worksheet')),
    ...others.map((name) => override(`${folder}${name}.xml`, name)),
  ]
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join('')}</Types>`
}

function strict(spec: XlsxSpec): boolean {
  return spec.strict ?? false
}

function p(spec: XlsxSpec): string {
  return spec.prefix === undefined ? '' : `${spec.prefix}:`
}

function namespace(spec: XlsxSpec): string {
  const uri = strict(spec) ? 'http://purl.oclc.org/ooxml/spreadsheetml/main' : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  return spec.prefix === undefined ? `xmlns="${uri}"` : `xmlns:${spec.prefix}="${uri}"`
}

function relationsXml(relations: { id: string; type: string; target: string }[]): string {
  const inside = relations.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('')
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
}

function workbookXml(spec: XlsxSpec, relations: string): string {
  const x = p(spec)
  const sheets = spec.sheets
    .map(
      (sheet, index) =>
        `<${x}sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}"${sheet.state ? ` state="${sheet.state}"` : ''} r:id="rId${index + 1}"/>`,
    )
    .join('')
  const names = (spec.names ?? [])
    .map(
      ({ name, text, scope }) =>
        `<${x}definedName name="${escapeXml(name)}"${scope === undefined ? '' : ` localSheetId="${scope}"`}>${escapeXml(text)}</${x}definedName>`,
    )
    .join('')
  return `<${x}workbook ${namespace(spec)} xmlns:r="${relations}"><${x}workbookPr${spec.date1904 ? ' date1904="1"' : ''}/><${x}sheets>${sheets}</${x}sheets>${names && `<${x}definedNames>${names}</${x}definedNames>`}</${x}workbook>`
}

function stylesXml(spec: XlsxSpec): string {
  const x = p(spec)
  const codes: string[] = []
  const styles = (spec.formats ?? [0]).map((format) => {
    if (typeof format === 'string') codes.push(`<${x}numFmt numFmtId="${164 + codes.length}" formatCode="${escapeXml(format)}"/>`)
    return `<${x}xf numFmtId="${typeof format === 'string' ? 163 + codes.length : format}"/>`
  })
  return `<${x}styleSheet ${namespace(spec)}><${x}numFmts>${codes.join('')}</${x}numFmts><${x}cellStyleXfs><${x}xf numFmtId="14"/></${x}cellStyleXfs><${x}cellXfs>${styles.join('')}</${x}cellXfs></${x}styleSheet>`
}

function sheetXml(sheet: SheetSpec, spec: XlsxSpec, strings: string[]): string {
  const x = p(spec)
  const rows = new Map<string, string[]>()
  for (const [address, cell] of Object.entries(sheet.cells ?? {})) {
    const row = /\d+$/.exec(address)![0]
    if (!rows.has(row)) rows.set(row, [])
    rows.get(row)!.push(cellXml(address, cell, spec, strings))
  }
  const data =
    sheet.dataXml ??
    [...rows].map(([row, cells]) => `<${x}row${spec.withoutReferences ? '' : ` r="${row}"`}>${cells.join('')}</${x}row>`).join('')
  const merges = sheet.merges
    ? `<${x}mergeCells count="${sheet.merges.length}">${sheet.merges.map((ref) => `<${x}mergeCell ref="${ref}"/>`).join('')}</${x}mergeCells>`
    : ''
  return `<${x}worksheet ${namespace(spec)}>${sheet.before ?? ''}<${x}sheetData>${data}</${x}sheetData>${merges}${sheet.after ?? ''}</${x}worksheet>`
}

function cellXml(address: string, cell: CellSpec, spec: XlsxSpec, strings: string[]): string {
  const x = p(spec)
  const whole = typeof cell === 'object' ? cell : plainCell(cell, spec, strings)
  const attributes = `${spec.withoutReferences ? '' : ` r="${address}"`}${whole.style === undefined ? '' : ` s="${whole.style}"`}${whole.type === undefined ? '' : ` t="${whole.type}"`}`
  const inside =
    whole.xml ??
    `${whole.formula === undefined ? '' : `<${x}f>${escapeXml(whole.formula)}</${x}f>`}${whole.value === undefined ? '' : `<${x}v>${escapeXml(whole.value)}</${x}v>`}`
  return inside === '' ? `<${x}c${attributes}/>` : `<${x}c${attributes}>${inside}</${x}c>`
}

function plainCell(value: number | string | boolean, spec: XlsxSpec, strings: string[]): Exclude<CellSpec, number | string | boolean> {
  const x = p(spec)
  if (typeof value === 'number') return { value: String(value) }
  if (typeof value === 'boolean') return { type: 'b', value: value ? '1' : '0' }
  const text = `<${x}t xml:space="preserve">${escapeXml(value)}</${x}t>`
  if (spec.strings === 'inline') return { type: 'inlineStr', xml: `<${x}is>${text}</${x}is>` }
  strings.push(`<${x}si>${text}</${x}si>`)
  return { type: 's', value: String(strings.length - 1) }
}

/** Text as XML. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function encode(text: string, encoding: NonNullable<XlsxSpec['encoding']>): Buffer {
  if (encoding === 'utf8') return Buffer.from(text)
  if (encoding === 'utf8-bom') return Buffer.from(`\ufeff${text}`)
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return encoding === 'utf16le' ? bytes : bytes.swap16()
}
