import { z } from 'zod'
import { route } from './contract.ts'

/**
 * Where the unevenness of a county comes from: one coefficient of variation taken apart school by school. Numbers are
 * decimal strings; a school's figures are said as the scheme says them (`each`), such as 4.2 人/百生.
 */
const part = z.object({
  unit: z.string(),
  name: z.string(),
  kind: z.string(),
  township: z.string(),
  /** What the school has, and its weight (pupils). */
  amount: z.string(),
  weight: z.string(),
  value: z.string(),
  /** From the county's mean; negative below. */
  distance: z.string(),
  /** Of the variance, 0 to 1; null where nothing varies. */
  share: z.string().nullable(),
  /** What it lacks to the standard, in figures and in things; null: none is set, or it is reached. */
  short: z.object({ value: z.string(), amount: z.string() }).nullable(),
})
const rise = z.object({ unit: z.string(), name: z.string(), from: z.string(), to: z.string(), amount: z.string() })

export const variationView = z.object({
  /** Every coefficient of variation of the scheme, for the picker. */
  indicators: z.array(z.object({ code: z.string(), shown: z.string(), target: z.string().nullable(), met: z.boolean().nullable() })),
  /** Null when the scheme has none, or no school has figures. */
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
      /** 「人/百生」 of the figures, 「人」 of the amounts. */
      unit: z.string(),
      of: z.string(),
      standard: z.string().nullable(),
      /** The largest share first. */
      parts: z.array(part),
      /** Who would have to rise, by how much, so that the coefficient keeps to its limit; null when it does, or has none. */
      rise: z.object({ reached: z.boolean(), cv: z.string(), shown: z.string(), rises: z.array(rise) }).nullable(),
    })
    .nullable(),
})
export type VariationView = z.infer<typeof variationView>

export const variationApi = {
  /** Of the county; without `indicator` the first. Fails with `not-found` for one that is no coefficient of variation. */
  read: route({
    scope: 'task',
    reads: ['roster', 'filings', 'parameters'],
    method: 'GET',
    path: '/api/variation',
    query: z.object({ indicator: z.string().max(80).optional() }),
    output: variationView,
  }),
}
