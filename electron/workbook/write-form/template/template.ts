import { escapeXml, type CellContent } from './cell-xml.ts'
import { fillSheet, openSheet, type WrittenSheet } from './sheet-part.ts'
import { withNotes } from './notes.ts'
import type { TemplateField, SheetFields } from './template-field.ts'
import { joinZip, packPart, splitOwnZip, type PackedPart } from './zip.ts'

/**
 * A workbook with open cells for the content of a filing. exceljs draws it once for all units that file the same tables; the
 * common parts are deflated once, so that a filing costs only the differences (docs/performance.md: What makes it fast).
 */
export type Template = { parts: readonly TemplatePart[] }

type TemplatePart =
  | { kind: 'fixed'; part: PackedPart }
  | { kind: 'core'; name: string; xml: string }
  | { kind: 'sheet'; part: WrittenSheet }

/** A cell with a link to another sheet. */
export type SheetLink = { ref: string; location: string }
export type DefinedName = { name: string; text: string }

/** The creation time given to exceljs; the filing's own time replaces it in docProps/core.xml. */
export const templateTime = '2000-01-01T00:00:00Z'

/**
 * Opens a workbook made by exceljs at its fields; `fields` by sheet in the order of the sheets, `names` for workbook.xml, links
 * for the first sheet.
 */
export function compileTemplate(
  xlsx: Buffer,
  fields: readonly SheetFields[],
  names: readonly DefinedName[],
  coverLinks: readonly SheetLink[],
): Template {
  const parts: TemplatePart[] = []
  for (const [name, drawn] of splitOwnZip(xlsx)) {
    const bare = name.startsWith('xl/worksheets/') ? drawn.replace(idleAttributes, '') : drawn
    const xml = name === 'xl/worksheets/sheet1.xml' ? withLinks(bare, coverLinks) : bare
    const sheet = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)
    const open = sheet === null ? undefined : fields[Number(sheet[1]) - 1]
    if (open !== undefined && open.size > 0) parts.push({ kind: 'sheet', part: openSheet(name, xml, open) })
    else if (name === 'docProps/core.xml') parts.push({ kind: 'core', name, xml })
    else parts.push({ kind: 'fixed', part: packPart(name, name === 'xl/workbook.xml' ? withNames(xml, names) : withNotes(name, xml)) })
  }
  return { parts }
}

/**
 * Makes a workbook from a template: `contentOf` gives the content of a field; `time` is the last change of the filing, ISO
 * 8601 in UTC, empty without a change.
 */
export function fillTemplate(template: Template, contentOf: (field: TemplateField) => CellContent, time: string): Buffer {
  return joinZip(
    template.parts.map((part) => {
      if (part.kind === 'fixed') return part.part
      if (part.kind === 'core') return packPart(part.name, time === '' ? part.xml : part.xml.replaceAll(templateTime, escapeXml(time)))
      return fillSheet(part.part, contentOf)
    }),
  )
}

/** Attributes of rows that no program needs; without them a sheet is a tenth smaller and sooner deflated. */
const idleAttributes = /(?<=<row [^>]*) (?:spans|x14ac:dyDescent)="[^"]*"/g

/** Adds the defined names of cells, because exceljs keeps a cell matrix for each name, which costs more than all the rest. */
function withNames(xml: string, names: readonly DefinedName[]): string {
  const own = names.map(({ name, text }) => `<definedName name="${escapeXml(name)}">${escapeXml(text)}</definedName>`).join('')
  if (!xml.includes('</definedNames>')) throw new Error('workbook.xml has no definedNames')
  return xml.replace(relativeArea, '!$$$1$$$2:$$$3$$$4<').replace('</definedNames>', () => `${own}</definedNames>`)
}

/** The print areas of exceljs, `$A1:$J40`, made absolute because LibreOffice ignores others. */
const relativeArea = /!\$([A-Z]+)(\d+):\$([A-Z]+)(\d+)</g

/** Adds links within the workbook, because exceljs would write them as external relations, which programs warn about. */
function withLinks(xml: string, links: readonly SheetLink[]): string {
  const own = links.map(({ ref, location }) => `<hyperlink ref="${ref}" location="${escapeXml(location)}"/>`).join('')
  return links.length === 0 ? xml : xml.replace(/<printOptions|<pageMargins/, (next) => `<hyperlinks>${own}</hyperlinks>${next}`)
}
