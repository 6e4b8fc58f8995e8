import { z } from 'zod'

/** A number in a document: a decimal string. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/)
/** A cell's reference: table, row or line, column. */
export const cell = z.string().regex(/^[^.]+\.[^.]+\.[^.]+$/)
/** The task that a document is about (docs/command-line.md: Documents). */
export const task = z.literal('minsheng.2021')
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** A fact in a document: FACT (docs/command-line.md: Documents). */
export const fact = z.union([z.string(), z.null(), z.strictObject({ na: z.literal(true) })])
