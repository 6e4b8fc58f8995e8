import type { FileAnswer } from '../../shared/api/contract.ts'

/** A workbook to keep. */
export function workbookAnswer(name: string, bytes: Uint8Array<ArrayBuffer>): FileAnswer {
  return { name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes }
}

/** A printed page for the preview, which the page shows in a frame of its own. */
export function htmlAnswer(name: string, html: string): FileAnswer {
  return { name, type: 'text/html; charset=utf-8', bytes: new TextEncoder().encode(html) }
}

/** A PDF to keep or to print. */
export function pdfAnswer(name: string, bytes: Uint8Array<ArrayBuffer>): FileAnswer {
  return { name, type: 'application/pdf', bytes }
}
