import type { RenderPdf } from '../machine/machine.ts'

/** What a host gives for paper: HTML to PDF, and the fonts a document needs, as CSS. */
export type Printing = { renderPdf: RenderPdf; fontsFor: (text: string) => string }

/** Where the fonts will stand in the style of a drawn document. No text of a document looks like this: `<` is escaped in all of them. */
const FONTS = '/*<fonts>*/'

/** A PDF: drawn once, with the fonts that its characters need put in. Drawing reads what is printed, and may take long. */
export async function pdfOf(draw: (fonts: string) => string, printing: Printing, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = draw(FONTS)
  return printing.renderPdf(
    drawn.replace(FONTS, () => printing.fontsFor(drawn)),
    signal,
  )
}
