import { z } from 'zod'
import { cellTypeNames } from '../cell-types/cell-types.ts'
import { isPattern } from '../decimal/display.ts'
import { calendarDay } from '../period/calendar.ts'

/**
 * The shape of a scheme file (docs/scheme-guide.md), before anything is resolved. An unknown key is a problem, never silently dropped.
 * json-schema.ts makes the JSON Schema for editors from this shape.
 */
const code = z.string({ error: 'code-not-text' }).regex(/^[\p{L}\p{Nd}_-]{1,40}$/u, { error: 'code-malformed' })
const numeric = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)])
const text = z.string()
const title = z.string().min(1)
const pattern = text.refine(isPattern, { error: 'show-malformed' })

const cellShape = {
  type: z.enum(cellTypeNames).optional(),
  decimals: z.number().int().min(0).max(4).optional(),
  min: numeric.nullable().optional(),
  max: numeric.nullable().optional(),
  required: z.boolean().optional(),
  quantity: text.optional(),
  choices: z.array(text).min(1).optional(),
  aggregate: z.enum(['sum', 'max', 'min', 'count', 'list', 'none']).optional(),
  show: pattern.optional(),
  formula: text.optional(),
  was: text.optional(),
  from: z
    .string()
    .regex(/^[\p{L}\p{Nd}_-]{1,40}:[^\s.:]+\.[^\s.:]+\.[^\s.:]+$/u, { error: 'from-malformed' })
    .optional(),
}
const rawCell = z.strictObject(cellShape)
export type RawCell = z.infer<typeof rawCell>

export type RawHeader = RawCell & {
  code?: string | undefined
  title: string
  indent?: number | undefined
  subtotal?: boolean | undefined
  note?: string | undefined
  columns?: RawHeader[] | undefined
  rows?: RawHeader[] | undefined
}
const headerShape = {
  ...cellShape,
  code: code.optional(),
  title,
  indent: z.number().int().min(0).max(4).optional(),
  subtotal: z.boolean().optional(),
  note: text.optional(),
}
const rawColumn: z.ZodType<RawHeader> = z.lazy(() => z.strictObject({ ...headerShape, columns: z.array(rawColumn).min(1).optional() }))
const rawRow: z.ZodType<RawHeader> = z.lazy(() => z.strictObject({ ...headerShape, rows: z.array(rawRow).min(1).optional() }))

const rawTable = z.strictObject({
  code,
  kind: z.enum(['grid', 'list']).default('grid'),
  title,
  short: z.string().min(1).max(20).optional(),
  'filed-by': z.union([text, z.array(text).min(1)]),
  'unit-note': text.optional(),
  defaults: rawCell.optional(),
  columns: z.array(rawColumn).min(1),
  rows: z.array(rawRow).min(1).optional(),
  cells: z.record(text, z.union([z.literal('blocked'), rawCell])).optional(),
  notes: z.array(text).optional(),
  help: z.record(text, text).optional(),
})
export type RawTable = z.infer<typeof rawTable>

const rawCheck = z.strictObject({
  id: code,
  level: z.enum(['error', 'query']),
  for: code.optional(),
  at: z.enum(['unit', 'county']).optional(),
  each: z.enum(['row', 'column']).optional(),
  where: text.optional(),
  rule: text,
  because: text.optional(),
  ask: text.optional(),
})
export type RawCheck = z.infer<typeof rawCheck>

const rawIndicator = z.strictObject({
  code: title,
  formula: text,
  show: pattern.default('0.00'),
  unit: text.optional(),
  target: z
    .string()
    .regex(/^(>=|<=|>|<|=)\s*-?\d+(\.\d+)?%?$/, { error: 'target-malformed' })
    .optional(),
  higher: z.enum(['better', 'worse']).optional(),
  note: text.optional(),
  each: z
    .strictObject({
      per: z.number().int().min(1).default(1),
      unit: text.default(''),
      of: text.default(''),
      decimals: z.number().int().min(0).max(4).default(0),
      standard: text.optional(),
    })
    .optional(),
})
export type RawIndicator = z.infer<typeof rawIndicator>

/** A day or a month, because 有效期至 is given in both forms; a month means its last day. */
const dayOrMonth = z.string({ error: 'valid-until-malformed' }).refine(isDayOrMonth, { error: 'valid-until-malformed' })
const monthDay = text.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'deadline-malformed' })

export type RawItem = {
  code: string
  title: string
  points?: number | string | undefined
  responsible?: string[] | undefined
  /** The leading department's last day of filing, MM-DD in the period's year. */
  deadline?: string | undefined
  evidence?: boolean | 'required' | undefined
  score?: string | undefined
  reason?: string | undefined
  items?: RawItem[] | undefined
}
const rawItem: z.ZodType<RawItem> = z.lazy(() =>
  z.strictObject({
    code,
    title,
    points: numeric.optional(),
    responsible: z.array(title).optional(),
    deadline: monthDay.optional(),
    evidence: z.union([z.boolean(), z.literal('required')]).optional(),
    score: text.optional(),
    reason: text.optional(),
    items: z.array(rawItem).min(1).optional(),
  }),
)

const rawEvaluation = z.strictObject({
  full: numeric,
  items: z.array(rawItem).min(1),
  deductions: z.strictObject({ table: code, item: code, points: code, reason: code }).optional(),
  vetoes: z.array(z.strictObject({ code, text: title, when: text.optional(), effect: title, 'at-most': title.optional() })).optional(),
  grades: z.array(z.strictObject({ from: numeric, title })).optional(),
})
export type RawEvaluation = z.infer<typeof rawEvaluation>

export const rawScheme = z.strictObject({
  scheme: code,
  version: z.string({ error: 'version-not-text' }).or(z.number().transform(String)),
  title,
  issuer: text.default(''),
  'approved-by': title.optional(),
  'approval-number': title.optional(),
  'valid-until': dayOrMonth.optional(),
  period: z.enum(['year', 'school-year', 'term', 'month']),
  deadlines: z.strictObject({ units: text.optional(), county: text.optional() }).optional(),
  parameters: z.record(text, z.strictObject({ unit: text, source: text.default(''), values: z.record(text, numeric) })).optional(),
  units: z.record(text, text),
  tables: z.array(rawTable).min(1),
  checks: z.array(rawCheck).optional(),
  indicators: z.array(rawIndicator).optional(),
  evaluation: rawEvaluation.optional(),
  report: text.optional(),
})
export type RawScheme = z.infer<typeof rawScheme>

function isDayOrMonth(said: string): boolean {
  const [year, month, day = '01'] = said.split('-')
  return /^\d{4}-\d{2}(-\d{2})?$/.test(said) && calendarDay(Number(year), Number(month), Number(day)) !== null
}
