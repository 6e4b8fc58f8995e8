import { z } from 'zod'
import type { Finding } from '../check/findings.ts'
import type { ReadValues } from '../check/read-values.ts'
import { groupings } from '../consolidation/grouping.ts'
import type { Problem } from '../problem.ts'
import { unitAttributes, unitAttributeTable, type UnitAttribute, type UnsaidAttribute } from '../unit/attributes.ts'

/** A fact in JSON: text, 不适用, or null for blank. */
export const wireFact = z.union([z.string(), z.object({ na: z.literal(true) }), z.null()])
export const unit = z.object(
  Object.fromEntries(unitAttributes.map((attribute) => [attribute, attributeShape(attribute)])) as {
    [A in UnitAttribute]: A extends UnsaidAttribute ? z.ZodOptional<z.ZodString> : z.ZodString
  },
)
export const unitPath = z.object({ unit: z.string().min(1).max(40) })
/** A problem as data; text/problem-sentences.ts puts the problem into words. */
export const problemData = z.custom<Problem>((value) => typeof value === 'object' && value !== null && 'code' in value)
export const grouping = z.enum(groupings)

export const signOff = z.object({
  head: z.string().max(40),
  statistician: z.string().max(40),
  filler: z.string().max(40),
  phone: z.string().max(40),
  reportedOn: z.string().max(10).nullable(),
})
export type SignOff = z.infer<typeof signOff>

const readValue = z.union([z.string(), z.object({ text: z.string() }), z.null()])
const readValues: z.ZodType<ReadValues> = z.lazy(() =>
  z.object({
    cells: z.record(z.string(), readValue),
    listColumns: z.record(z.string(), z.array(readValue)),
    listCells: z.record(z.string(), readValue),
    parameters: z.record(z.string(), readValue),
    unit: z.record(z.string(), z.string().nullable()),
    prior: readValues.nullable(),
    units: z.array(readValues).optional(),
  }),
)

/** A finding as data; text/finding-sentence.ts puts the finding into words. */
export const finding: z.ZodType<Finding> = z.object({
  unit: z.string(),
  unitName: z.string(),
  check: z.string(),
  level: z.enum(['error', 'query']),
  scope: z.enum(['unit', 'county']),
  key: z.string(),
  cell: z.string(),
  cells: z.array(z.string()),
  rule: z.object({ instance: z.number().int(), line: z.number().int().nullable(), values: readValues }).nullable(),
  because: z.string(),
  explanation: z.string().nullable(),
  explained: z.boolean(),
})

function attributeShape(attribute: UnitAttribute): z.ZodType {
  const { longest, needed, unsaid } = unitAttributeTable[attribute]
  const shape = z
    .string()
    .min(needed ? 1 : 0)
    .max(longest)
  return unsaid === undefined ? shape : shape.optional()
}
