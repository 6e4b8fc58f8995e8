import type { RenderPdf } from '../machine/machine.ts'

/** The host's functions for printing: HTML to PDF, and the fonts for a text, as CSS. */
export type Printing = { renderPdf: RenderPdf; fontsFor: (text: string) => string }

/** The placeholder of the fonts in the style of a drawn document. Document text never equals it, because `<` is escaped there. */
const FONTS = '/*<fonts>*/'

/** Draws a document once and makes a PDF with the fonts that its characters need. `draw` reads the filings and may take long. */
export async function pdfOf(draw: (fonts: string) => string, printing: Printing, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = draw(FONTS)
  return printing.renderPdf(
    drawn.replace(FONTS, () => printing.fontsFor(drawn)),
    signal,
  )
}
