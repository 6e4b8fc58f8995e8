import { parse } from 'yaml'
import { z } from 'zod'

/**
 * The demo county's data file (shared/schemes/demo/jinzhai-2021.yaml): the published figures with their cells, the office's own
 * filing, and the invented townships. Figures are decimal texts.
 */
const figure = z.string().regex(/^-?\d+(\.\d+)?$/)
const name = z.string().min(1)

const published = z.strictObject({
  totals: z.array(z.strictObject({ name, value: figure, cell: name, derived: z.boolean().optional() })),
  indicators: z.record(name, name),
  evaluation: z.strictObject({ full: figure, self: figure, items: z.record(name, figure) }),
  conflicts: z.array(z.strictObject({ check: name, what: name })),
})

const township = z.strictObject({
  name,
  junior: z.boolean().default(true),
  villages: z.array(name),
  points: z.array(name),
  merged: z.array(name).default([]),
  nine: name.optional(),
})

const countySchool = z.strictObject({
  name,
  kind: z.enum(['小学', '初中', '高中', '中职']),
  /** The school's row of MS00. */
  row: z.enum(['03', '05', '08', '10', '11']),
  /** The invented enrolment; without one, `weight` is the school's weight in a published enrolment. */
  pupils: z.number().int().optional(),
  weight: z.number().int().optional(),
})

const demoData = z.strictObject({
  scheme: name,
  period: name,
  prior: name,
  county: name,
  published,
  office: z.strictObject({
    code: name,
    name,
    facts: z.record(name, name),
    trainings: z.array(z.record(name, name)),
    explanations: z.record(name, name),
  }),
  townships: z.array(township).min(1),
  'county-schools': z.array(countySchool),
  /** The given scores by item code. */
  scores: z.record(name, z.strictObject({ points: figure, reason: z.string().default('') })),
})

export type DemoData = z.infer<typeof demoData>
export type Township = z.infer<typeof township>
export type CountySchool = z.infer<typeof countySchool>

/** Reads the data file's text. Throws a ZodError with the place of a fault. */
export function readDemoData(text: string): DemoData {
  return demoData.parse(parse(text))
}

/** Returns the published total of a cell in ten-thousandths. Throws RangeError without one. */
export function totalOf(data: DemoData, cell: string): number {
  const total = data.published.totals.find((one) => one.cell === cell)
  if (total === undefined) throw new RangeError(`no published total stands in ${cell}`)
  const [whole = '0', fraction = ''] = total.value.split('.')
  return Number(whole) * 10_000 + Number(fraction.padEnd(4, '0'))
}

/** Returns the published total of a cell as a whole number. */
export function countOf(data: DemoData, cell: string): number {
  return totalOf(data, cell) / 10_000
}
