/**
 * Draws the Word templates of the built-in reports from their texts: `node build/report-templates.ts`.
 * A text has `# title`, `## section`, `> ` lines at the right, `| a | b |` rows of a table (the first row is its head) and paragraphs.
 * Type sizes and fonts follow the format of official documents (GB/T 9704): 小标宋 titles, 黑体 sections, 仿宋 text.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'

const folder = fileURLToPath(new URL('../shared/schemes/reports', import.meta.url))
const fonts = { title: '方正小标宋简体', section: '黑体', body: '仿宋_GB2312' }
/** The type sizes in half-points: 二号, 三号, 小四. */
const sizes = { title: 44, body: 32, table: 24 }

function run(text: string, font: string, size: number, bold = false): TextRun {
  return new TextRun({
    text,
    bold,
    size,
    font: { name: font, eastAsia: font, ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' },
  })
}

function paragraph(line: string): Paragraph {
  if (line.startsWith('# '))
    return new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 240, after: 360, line: 640 },
      children: [run(line.slice(2), fonts.title, sizes.title)],
    })
  if (line.startsWith('## '))
    return new Paragraph({
      keepNext: true,
      indent: { firstLine: 640 },
      spacing: { line: 560 },
      children: [run(line.slice(3), fonts.section, sizes.body)],
    })
  if (line.startsWith('> '))
    return new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { line: 560 }, children: [run(line.slice(2), fonts.body, sizes.body)] })
  return new Paragraph({ indent: { firstLine: 640 }, spacing: { line: 560 }, children: [run(line, fonts.body, sizes.body)] })
}

function cells(line: string): string[] {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
}

function table(lines: readonly string[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: lines.map(
      (line, index) =>
        new TableRow({
          // Only the first row has this property, because readers take every row with it for a head, even with the value false.
          ...(index === 0 ? { tableHeader: true } : {}),
          cantSplit: true,
          children: cells(line).map(
            (text) =>
              new TableCell({
                margins: { left: 80, right: 80 },
                children: [
                  new Paragraph({
                    alignment: index === 0 ? AlignmentType.CENTER : AlignmentType.LEFT,
                    children: [run(text, index === 0 ? fonts.section : fonts.body, sizes.table)],
                  }),
                ],
              }),
          ),
        }),
    ),
  })
}

/** A report's text as a .docx template. */
export async function drawTemplate(text: string): Promise<Buffer> {
  const children: (Paragraph | Table)[] = []
  let rows: string[] = []
  const flush = (): void => {
    if (rows.length > 0) children.push(table(rows))
    rows = []
  }
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line.startsWith('|')) rows.push(line)
    else {
      flush()
      if (line !== '') children.push(paragraph(line))
    }
  }
  flush()
  const margin = { top: 2098, bottom: 1984, left: 1588, right: 1474 }
  return Packer.toBuffer(
    new Document({
      creator: '校统',
      title: '',
      sections: [{ properties: { page: { size: { width: 11906, height: 16838 }, margin } }, children }],
    }),
  )
}

if (import.meta.main) {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    writeFileSync(join(folder, `${basename(file, '.txt')}.docx`), await drawTemplate(readFileSync(join(folder, file), 'utf8')))
    process.stdout.write(`${basename(file, '.txt')}.docx\n`)
  }
}
