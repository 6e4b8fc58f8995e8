import type { Capabilities } from '../../shared/api/host.ts'
import type { LanguageCode } from '../../shared/text/languages.ts'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import type { Paths } from './paths.ts'

/** Turns a complete HTML document into a PDF; the document's @page rules give size, margins and page numbers. */
export type RenderPdf = (html: string, signal?: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>

/**
 * The values that a host gives to the program (compose.ts); hosts differ only in these values.
 * `renderPdf` fails with `pdf-unavailable` when `capabilities.pdf` is false.
 */
export type Machine = {
  clock: Clock
  paths: Paths
  log: Log
  version: string
  lang: LanguageCode
  capabilities: Capabilities
  renderPdf: RenderPdf
  /** The folder of the built page. */
  pageFolder: string
  /** The workspace to open at the start; null lets the person choose on the page. */
  workspace: string | null
}
