import { homedir } from 'node:os'
import { fail } from '../../shared/problem.ts'
import { languageFor, type LanguageCode } from '../../shared/text/languages.ts'
import { renderPdfWithChromium } from '../machine/chromium-pdf.ts'
import { systemClock } from '../machine/clock.ts'
import { fileLog } from '../machine/log.ts'
import type { Machine } from '../machine/machine.ts'
import { systemPaths, type Where } from '../machine/paths.ts'
import { productFiles } from '../machine/product.ts'
import { findChromium, mayHaveChromium } from './find-browser.ts'

/** The language of the environment: of the first of LC_ALL, LC_MESSAGES and LANG that is set. */
export function languageOf(env: Record<string, string | undefined>): LanguageCode {
  return languageFor([env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '') ?? '')
}

/**
 * The machine under plain Node, for the browser host and the command line. The first PDF searches for a Chromium.
 */
export function plainMachine(choice: { workspace?: string | null; lang?: LanguageCode } = {}): Machine {
  const where: Where = { platform: process.platform, env: process.env, home: homedir() }
  const paths = systemPaths()
  let chromium: Promise<string | null> | undefined
  return {
    ...productFiles(),
    clock: systemClock,
    paths,
    log: fileLog(paths.log, systemClock),
    lang: choice.lang ?? languageOf(process.env),
    capabilities: { pdf: mayHaveChromium(where), window: false },
    workspace: choice.workspace ?? null,
    renderPdf: async (html, signal) => {
      chromium ??= findChromium(where)
      const executable = await chromium
      if (executable === null) return fail('pdf-unavailable', { why: 'Chrome / Edge / Chromium' })
      return renderPdfWithChromium(executable, html, signal)
    },
  }
}
