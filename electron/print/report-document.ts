import { FALLBACK_FONT } from './fonts.ts'
import { escapeHtml } from './markup.ts'

/**
 * A report as a printable HTML document: official letter format (GB/T 9704), page numbers at the foot.
 * `body` is HTML from our own converter.
 */
export function reportDocument(title: string, body: string, fontFaces: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>
${fontFaces}
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 14pt SimSun, serif; } }
body { font: 16pt/28pt FangSong, "仿宋", STFangsong, "Noto Serif CJK SC", "${FALLBACK_FONT}", serif; margin: 0; }
p { margin: 0; text-indent: 2em; text-align: justify; }
p:first-child { font-size: 22pt; line-height: 32pt; text-align: center; text-indent: 0; margin: 0 0 18pt; text-wrap: balance; }
p:last-child { text-align: right; }
table { border-collapse: collapse; width: 100%; margin: 6pt 0; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
td, th { border: 0.75pt solid #000; padding: 2pt 5pt; }
td p, th p, td p:first-child, td p:last-child, th p:first-child {
  font-size: 12pt; line-height: 18pt; text-indent: 0; text-align: left; margin: 0;
}
.short p { white-space: nowrap; }
</style></head><body>${body}</body></html>`
}
