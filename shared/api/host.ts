import { z } from 'zod'
import { languageCodes } from '../text/languages.ts'
import { route } from './contract.ts'

/**
 * What one host can do and another cannot, as data (docs/design/shape.md: One handler): the page asks here, there are
 * no stub functions.
 */
const capabilities = z.object({
  /** Pages can be turned into PDF: inside Electron, or with an installed Chromium. */
  pdf: z.boolean(),
  /** The window has a menu and an icon of its own; otherwise the page runs in a browser tab. */
  window: z.boolean(),
})

/** The host itself: what runs here, in which language, and what it can do. */
export const hostContract = {
  about: route({
    scope: 'host',
    reads: [],
    method: 'GET',
    path: '/api/host',
    output: z.object({ product: z.literal('xiaotong'), version: z.string(), capabilities, lang: z.enum(languageCodes) }),
  }),
}

export type Capabilities = z.output<typeof capabilities>
