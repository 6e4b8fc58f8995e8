import { markup, type Markup } from './markup.ts'
import { printStyle } from './print-style.ts'

/**
 * A complete HTML document for paper. `fontFaces` is CSS from fonts.ts, or '' on a machine with Chinese fonts.
 * `footer` prints at the foot of every page.
 */
export function printDocument(title: string, footer: string, fontFaces: string, sections: readonly Markup[]): string {
  const style = `${fontFaces}\n${printStyle(footer)}`
  return markup`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>${{ html: style }}</style></head>
<body>${sections}</body></html>`.html
}
