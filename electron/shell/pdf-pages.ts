import { randomUUID } from 'node:crypto'

export type PdfPages = {
  /** Serves a document under a random address until `remove` is called. */
  put: (html: string) => { address: string; remove: () => void }
  /** The document at a request's address; null when the address has no document. */
  answer: (request: Request) => Response | null
}

/**
 * Documents served on our own origin for PDF rendering: a data: address cannot carry a summary of 200
 * pages, and a file would remain after a crash.
 */
export function pdfPages(origin: string): PdfPages {
  const documents = new Map<string, string>()
  return {
    put: (html) => {
      const path = `/pdf/${randomUUID()}`
      documents.set(path, html)
      return { address: `${origin}${path}`, remove: () => documents.delete(path) }
    },
    answer: (request) => {
      const html = documents.get(new URL(request.url).pathname)
      if (html === undefined) return null
      return new Response(html, {
        headers: {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data: 'self'; font-src 'self' data:",
          'Cache-Control': 'no-store',
        },
      })
    },
  }
}
