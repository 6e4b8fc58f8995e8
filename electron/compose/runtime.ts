import { fallbackFonts } from '../machine/fallback-fonts.ts'
import type { Machine } from '../machine/machine.ts'
import { schemeFolder } from '../machine/product.ts'
import { embeddedFonts } from '../print/fonts.ts'
import { createRuntime, type Runtime } from '../services/workspace/runtime.ts'
import type { Printing } from '../services/printing.ts'
import { startReturnReader } from '../workbook/return-reader.ts'

/** A program without an open workspace; enough for the command line, which has no page. */
export function composeRuntime(machine: Pick<Machine, 'clock' | 'paths' | 'version'>): Runtime {
  return createRuntime({
    clock: machine.clock,
    paths: machine.paths,
    version: machine.version,
    schemeFolder: schemeFolder(),
    startReader: startReturnReader,
  })
}

/** A host's printing: the PDF renderer and the bundled font for texts. */
export function composePrinting(machine: Pick<Machine, 'renderPdf'>): Printing {
  const fonts = fallbackFonts()
  return { renderPdf: machine.renderPdf, fontsFor: (text) => (fonts === null ? '' : embeddedFonts(fonts.css, text, fonts.read)) }
}
