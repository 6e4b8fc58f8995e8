import { FALLBACK_FONT } from './fonts.ts'
import { cssString } from './markup.ts'

/**
 * The style of every printed page (docs/design/pages.md: Tokens): A4, portrait and landscape pages, page numbers in the margin,
 * 宋体 text and 黑体 titles. `footer` prints at the lower left of each page. A screen shows the pages as sheets.
 */
export function printStyle(footer: string): string {
  const song = `SimSun, "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "${FALLBACK_FONT}", serif`
  const hei = `SimHei, "Heiti SC", "Noto Sans CJK SC", "${FALLBACK_FONT}", sans-serif`
  const margins = `margin: 16mm 14mm 15mm;
  @bottom-left { content: ${cssString(footer)}; font: 8pt ${song}; color: #444; }
  @bottom-right { content: "第 " counter(page) " 页　共 " counter(pages) " 页"; font: 8pt ${song}; color: #444; }`
  return `
@page { size: A4 portrait; ${margins} }
@page across { size: A4 landscape; ${margins} }
* { box-sizing: border-box; }
html { font: 10.5pt/1.5 ${song}; color: #000; background: #fff; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; }
h1, h2, h3 { font-family: ${hei}; font-weight: 700; text-align: center; margin: 0; text-wrap: balance; }
h1 { font-size: 24pt; line-height: 1.4; }
h2 { font-size: 15pt; line-height: 1.5; }
h3 { font-size: 12pt; line-height: 1.5; }
p { margin: 0 0 1.5mm; }
section { break-before: page; }
section:first-child { break-before: auto; }
section.across { page: across; }
table { border-collapse: collapse; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td {
  border: 0.5pt solid #000; padding: 0.6mm 1.1mm; font-weight: 400; vertical-align: middle; overflow-wrap: anywhere; line-height: 1.3;
}
.grid { table-layout: fixed; border-bottom: 1pt solid #000; }
.grid td, .grid tbody th { height: 6.4mm; }
.grid thead th { text-align: center; text-wrap: balance; }
.grid thead tr.codes th { font-size: 0.88em; padding-block: 0.2mm; }
.grid tbody th { text-align: left; }
.grid .code { text-align: center; }
.grid .figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.grid .mark { text-align: center; }
.grid tr.band th { border: 0; border-bottom: 1pt solid #000; padding: 0 0 1mm; text-align: left; }
.grid tr.band + tr th { border-top: 1pt solid #000; }
.band div, .foot { display: flex; justify-content: space-between; gap: 6mm; }
.band div > :first-child { flex: 1; }
.issue { display: grid; grid-template-columns: auto auto; justify-content: end; gap: 0 2mm; font-size: 9pt; margin: 1mm 0 1.5mm; }
.foot { flex-wrap: wrap; gap: 1.5mm 4mm; font-size: 9pt; margin-top: 3mm; break-inside: avoid; break-before: avoid; }
.foot span { white-space: nowrap; }
.notes { display: flex; font-size: 9pt; margin-top: 2mm; break-inside: avoid; }
.notes span { white-space: nowrap; }
.notes p { margin: 0 0 0.6mm; overflow-wrap: anywhere; }
.cover { min-height: 258mm; display: flex; flex-direction: column; align-items: center; }
.cover h1 { margin: 42mm 6mm 4mm; }
.cover .period { font: 700 15pt ${hei}; margin-bottom: 22mm; }
.fields { width: 128mm; border: 0; font-size: 13pt; }
.fields th, .fields td { border: 0; padding: 2.6mm 1mm 0.8mm; }
.fields th { width: 42mm; text-align-last: justify; white-space: nowrap; }
.fields td { border-bottom: 0.5pt solid #000; padding-left: 3mm; }
.cover .seal { color: #666; font-size: 10pt; }
.cover .digest { margin-top: auto; padding: 3mm 6mm; border: 0.5pt solid #000; text-align: center; font-size: 10pt; }
.cover .digest b { font: 700 13pt Consolas, "DejaVu Sans Mono", monospace; letter-spacing: 0.08em; }
.draft { font: 700 12pt ${hei}; border: 1pt solid #000; padding: 1mm 4mm; margin-top: 6mm; }
.plain td, .plain th { text-align: left; padding: 1.1mm 1.6mm; }
.plain thead th { text-align: center; }
.plain .figure { text-align: right; white-space: nowrap; }
.tall td { vertical-align: top; }
.plain .middle { text-align: center; }
.contents { width: 128mm; margin-top: 14mm; font-size: 10.5pt; }
.contents td { border: 0; border-bottom: 0.5pt dotted #888; padding: 1mm 1.5mm; }
.lead { text-align: center; margin: 1mm 0 3mm; }
.unmet { font-weight: 700; }
.total td { font-weight: 700; border-top: 1pt solid #000; }
@media screen {
  html { background: #e6e9ec; }
  section { width: 210mm; margin: 6mm auto; padding: 16mm 14mm 15mm; background: #fff; box-shadow: 0 0 0 1px #d9dee3; }
  section.across { width: 297mm; }
}`
}
