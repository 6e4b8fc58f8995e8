import type { FileAnswer } from '../../shared/api/contract.ts'
import type { RenderPdf } from '../machine/machine.ts'

/** What a host gives for paper: HTML to PDF, and the fonts a document needs, as CSS. */
export type Printing = { renderPdf: RenderPdf; fontsFor: (text: string) => string }

/** A workbook to keep. */
export function workbookAnswer(name: string, bytes: Uint8Array<ArrayBuffer>): FileAnswer {
  return { name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes }
}

/** A printed page for the preview, which the page shows in a frame of its own. */
export function htmlAnswer(name: string, html: string): FileAnswer {
  return { name, type: 'text/html; charset=utf-8', bytes: new TextEncoder().encode(html) }
}

/** A PDF: drawn once to learn which characters it needs, then with their fonts inside. */
export async function pdfAnswer(name: string, draw: (fonts: string) => string, printing: Printing, signal: AbortSignal): Promise<FileAnswer> {
  return { name, type: 'application/pdf', bytes: await printing.renderPdf(draw(printing.fontsFor(draw(''))), signal) }
}
