import type { RenderPdf } from '../machine/machine.ts'

/** What a host gives for paper: HTML to PDF, and the fonts a document needs, as CSS. */
export type Printing = { renderPdf: RenderPdf; fontsFor: (text: string) => string }

/** A PDF: drawn once to learn which characters it needs, then with their fonts inside. */
export async function pdfOf(draw: (fonts: string) => string, printing: Printing, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  return printing.renderPdf(draw(printing.fontsFor(draw(''))), signal)
}
