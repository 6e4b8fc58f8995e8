import { z } from 'zod'
import { route } from './contract.ts'

/**
 * A school's part in a coefficient of variation. Numbers are decimal strings; a school's figures are in the scheme's unit (`each`), such
 * as 4.2 人/百生.
 */
const part = z.object({
  unit: z.string(),
  name: z.string(),
  kind: z.string(),
  township: z.string(),
  /** The school's amount of the counted thing, and its weight (pupils). */
  amount: z.string(),
  weight: z.string(),
  value: z.string(),
  /** The distance from the county's mean; negative below. */
  distance: z.string(),
  /** The share of the variance, 0 to 1; null when nothing varies. */
  share: z.string().nullable(),
  /** The shortfall from the standard, as figure and as amount; null: no standard, or reached. */
  short: z.object({ value: z.string(), amount: z.string() }).nullable(),
})
const rise = z.object({ unit: z.string(), name: z.string(), from: z.string(), to: z.string(), amount: z.string() })

export const variationView = z.object({
  /** Every coefficient of variation of the scheme, for the picker. */
  indicators: z.array(z.object({ code: z.string(), shown: z.string(), target: z.string().nullable(), met: z.boolean().nullable() })),
  /** The chosen coefficient; null when the scheme has none, or no school has figures. */
  chosen: z
    .object({
      indicator: z.string(),
      note: z.string(),
      cv: z.string(),
      shown: z.string(),
      target: z.string().nullable(),
      met: z.boolean().nullable(),
      mean: z.string(),
      deviation: z.string(),
      /** The unit of the figures, 「人/百生」; `of` is the unit of the amounts, 「人」. */
      unit: z.string(),
      of: z.string(),
      standard: z.string().nullable(),
      /** All schools, the largest share first. */
      parts: z.array(part),
      /** The rises that bring the coefficient within its limit; null when it is within, or has no limit. */
      rise: z.object({ reached: z.boolean(), cv: z.string(), shown: z.string(), rises: z.array(rise) }).nullable(),
    })
    .nullable(),
})
export type VariationView = z.infer<typeof variationView>

export const variationApi = {
  /** Answers a coefficient of the county; the first without `indicator`. Fails with `not-found` for any other indicator. */
  read: route({
    scope: 'task',
    reads: ['roster', 'filings', 'parameters'],
    method: 'GET',
    path: '/api/variation',
    query: z.object({ indicator: z.string().max(80).optional() }),
    output: variationView,
  }),
}
