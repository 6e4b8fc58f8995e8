import { parse } from 'yaml'
import { z } from 'zod'
import { groupings } from '../consolidation/grouping.ts'
import { unitWith } from '../unit/unit.ts'
import type { DemoCounty, DemoFiling } from './county.ts'

/**
 * A demo county as a file: filings, filings of the year before, scores and published figures. Each scheme has its own file,
 * `shared/schemes/demo/<scheme id>.yaml`, so that a new scheme's demo needs no code. Every figure is a text, as typed.
 */
const name = z.string().min(1)
const figure = z.string().regex(/^-?\d+(\.\d+)?$/)
const cells = z.record(name, z.string())

const filing = z.strictObject({
  unit: name,
  facts: cells.default({}),
  lists: z.record(name, z.array(cells)).default({}),
  explanations: cells.default({}),
  /** The day of the unit's handover; absent: the demo's `reported`. */
  reported: name.optional(),
})

const plainDemo = z.strictObject({
  scheme: name,
  period: name,
  prior: name.optional(),
  county: name,
  /** The code of the collecting unit. */
  office: name,
  /** The day of handover for filings without their own, YYYY-MM-DD. */
  reported: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  roster: z
    .array(
      z.strictObject({
        code: name,
        name,
        kind: name,
        township: z.string().default(''),
        class: z.string().default(''),
        parent: z.string().optional(),
      }),
    )
    .min(1),
  filings: z.array(filing),
  'filings-before': z.array(filing).default([]),
  scores: z.record(name, z.strictObject({ points: figure, reason: z.string().default('') })).default({}),
  published: z.strictObject({
    /** The county's totals; with `by` and `group`, the totals of one township, kind, class or unit. */
    totals: z
      .array(z.strictObject({ name, value: figure, cell: name, by: z.enum(groupings).optional(), group: name.optional() }))
      .default([]),
    indicators: z.record(name, name).default({}),
    evaluation: z
      .strictObject({ full: figure, self: figure, grade: name.optional(), items: z.record(name, figure).default({}) })
      .optional(),
    conflicts: z.array(z.strictObject({ check: name, what: name })).default([]),
  }),
})

/** Reads a demo county's file. Throws a ZodError with the place of a fault. */
export function readPlainDemo(text: string): DemoCounty {
  const data = plainDemo.parse(parse(text))
  const { evaluation, ...published } = data.published
  return {
    scheme: data.scheme,
    period: data.period,
    priorPeriod: data.prior ?? null,
    office: data.office,
    reportedOn: data.reported,
    roster: data.roster.map((unit) => unitWith({ ...unit, parent: unit.parent ?? (unit.code === data.office ? '' : data.office) })),
    filings: data.filings.map(filingOf),
    prior: data['filings-before'].map(filingOf),
    scores: data.scores,
    published: { ...published, evaluation: evaluation ?? null },
  }
}

function filingOf({ unit, facts, lists, explanations, reported }: z.infer<typeof filing>): DemoFiling {
  return { unit, facts, lists, explanations, ...(reported === undefined ? {} : { reportedOn: reported }) }
}
