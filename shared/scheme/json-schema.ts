import { z } from 'zod'
import { rawScheme } from './schema.ts'

/**
 * Returns the shape of a scheme file as JSON Schema (draft 2020-12), for completion and checking in editors (docs/design/scheme.md). Only
 * parseScheme resolves formulas and conditions.
 */
export function schemeJsonSchema(): Record<string, unknown> {
  return { title: 'Xiaotong scheme', ...z.toJSONSchema(rawScheme, { io: 'input' }) }
}
