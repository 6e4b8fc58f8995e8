import { z } from 'zod'
import { rawScheme } from './schema.ts'

/**
 * The shape of a scheme file as JSON Schema (draft 2020-12), by which editors complete and check it while it is written
 * (docs/design/scheme.md). Shape only: what formulas and conditions mention is resolved by parseScheme.
 */
export function schemeJsonSchema(): Record<string, unknown> {
  return { title: 'Xiaotong scheme', ...z.toJSONSchema(rawScheme, { io: 'input' }) }
}
