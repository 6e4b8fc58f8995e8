import { z } from 'zod'
import { languageCodes } from '../text/languages.ts'
import { route } from './contract.ts'

/** The differences between hosts as data (docs/design/shape.md: One handler); no host has stub functions. */
const capabilities = z.object({
  /** True when the host can make PDFs: inside Electron, or with an installed Chromium. */
  pdf: z.boolean(),
  /** True in a window of the product, false in a browser tab. */
  window: z.boolean(),
})

/** The host's own route: product, version, capabilities and language. */
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
