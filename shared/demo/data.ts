import { parse } from 'yaml'
import { z } from 'zod'

/**
 * The demo county's data file: the published figures with the cell each stands in, the office's own entries, and the
 * invented townships (shared/schemes/demo/jinzhai-2021.yaml says which is which). Figures are decimal texts.
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
  /** The row of MS00 its pupils stand in. */
  row: z.enum(['03', '05', '08', '10', '11']),
  /** Invented enrolment; or the weight of its share in a published enrolment. */
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
  /** What a person scored, by item code. */
  scores: z.record(name, z.strictObject({ points: figure, reason: z.string().default('') })),
})

export type DemoData = z.infer<typeof demoData>
export type Township = z.infer<typeof township>
export type CountySchool = z.infer<typeof countySchool>

/** Reads the data file's text. Throws a ZodError that names the place when the file is not as described above. */
export function readDemoData(text: string): DemoData {
  return demoData.parse(parse(text))
}

/** A published total by the cell it stands in, as a whole count of ten-thousandths. Throws when the file has no such total. */
export function totalOf(data: DemoData, cell: string): number {
  const total = data.published.totals.find((one) => one.cell === cell)
  if (total === undefined) throw new RangeError(`no published total stands in ${cell}`)
  const [whole = '0', fraction = ''] = total.value.split('.')
  return Number(whole) * 10_000 + Number(fraction.padEnd(4, '0'))
}

/** A published count: the total as a whole number. */
export function countOf(data: DemoData, cell: string): number {
  return totalOf(data, cell) / 10_000
}
