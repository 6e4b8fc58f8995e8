import type { ReportView } from '../../../shared/api/report.ts'

/** The look of an official letter (GB/T 9704) on the screen: smaller than on paper, with the same proportions. */
const LETTER = `
html { background: #e6e9ec; }
body {
  max-width: 720px; min-height: 96vh; box-sizing: border-box; margin: 16px auto;
  padding: 72px 76px 64px; background: #fff; border: 1px solid #d9dee3; color: #000;
  font: 16px/30px FangSong, "仿宋", STFangsong, "Noto Serif CJK SC", SimSun, "Noto Sans SC Variable", serif;
}
p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
p:first-child { margin: 0 0 20px; font-size: 23px; line-height: 34px; text-align: center; text-indent: 0; text-wrap: balance; }
p:last-child { text-align: right; }
table { width: 100%; margin: 8px 0; border-collapse: collapse; }
td, th { padding: 2px 6px; border: 1px solid #000; }
td p, th p, td p:first-child, td p:last-child, th p:first-child {
  margin: 0; font-size: 13px; line-height: 20px; text-indent: 0; text-align: left;
}
td p, th p { overflow-wrap: break-word; }
.short p { white-space: nowrap; }
img { max-width: 100%; }
[data-figure] { border-bottom: 1px dotted #17635a; cursor: pointer; }
[data-figure]:hover, [data-figure]:focus-visible { background: #e1ebea; outline: none; }
[data-figure].chosen { background: #e1ebea; box-shadow: 0 0 0 2px #17635a; }
mark { background: #fdf1f0; color: #b42318; outline: 1px solid #b42318; }
`

/** The report as a document for a frame that runs no scripts. `html` comes from our own converter of Word files. */
export function letterDocument(html: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>${LETTER}</style></head><body>${html}</body></html>`
}

/** The text to find on the paper for one unresolved place: a tag stands there in 【】. */
export function placeholderToFind({ kind, text }: ReportView['unresolved'][number]): string {
  return kind === 'tag' ? `【${text.slice(1, -1)}】` : text
}

/** Marks every place of the paper that holds one of the texts. */
export function markPlaceholders(paper: Document, texts: readonly string[]): void {
  const walker = paper.createTreeWalker(paper.body, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker.nextNode() !== null) nodes.push(walker.currentNode as Text)
  const wanted = texts.filter((text) => text !== '')
  for (const node of nodes) wrap(node, wanted)
}

/** Wraps the first of the texts in the node, then goes on behind it. */
function wrap(node: Text, texts: readonly string[]): void {
  const first = texts
    .map((text) => ({ at: node.data.indexOf(text), length: text.length }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.length - a.length)[0]
  if (first === undefined || node.parentElement?.tagName === 'MARK') return
  const found = node.splitText(first.at)
  const rest = found.splitText(first.length)
  const mark = node.ownerDocument.createElement('mark')
  found.replaceWith(mark)
  mark.append(found)
  wrap(rest, texts)
}
