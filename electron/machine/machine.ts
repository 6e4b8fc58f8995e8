import type { Capabilities } from '../../shared/api/host.ts'
import type { LanguageCode } from '../../shared/text/languages.ts'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import type { Paths } from './paths.ts'

/** Turns a complete HTML document into a PDF; its @page rules give size, margins and page numbers. */
export type RenderPdf = (html: string, signal?: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>

/**
 * Everything a host gives to the program it carries (compose.ts). Two hosts differ in these values and nowhere else:
 * `renderPdf` is there exactly when `capabilities.pdf` says so, otherwise it fails with `pdf-unavailable`.
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
  /** The workspace to open at the start; null: the page asks. */
  workspace: string | null
}
