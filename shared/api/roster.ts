import { z } from 'zod'
import { filingStatus } from './filing.ts'
import { problemData, unit, unitPath } from './common.ts'
import { route } from './contract.ts'

/** The roster 单位名录 and who has filed. */
const rosterRow = unit.extend({ status: filingStatus.nullable(), revision: z.number(), files: z.boolean() })
export type RosterRow = z.infer<typeof rosterRow>

const townshipStatus = z.object({ township: z.string(), expected: z.number(), filed: z.number() })
export const filingStatusOfCounty = z.object({
  expected: z.number(),
  filed: z.number(),
  byTownship: z.array(townshipStatus),
  missing: z.array(z.object({ code: z.string(), name: z.string(), township: z.string() })),
})

export const rosterApi = {
  list: route({ scope: 'task', reads: ['roster', 'filings'], method: 'GET', path: '/api/units', output: z.array(rosterRow) }),
  keep: route({
    scope: 'task',
    changes: ['roster'],
    method: 'PUT',
    path: '/api/units/:unit',
    params: unitPath,
    input: unit,
    output: rosterRow,
  }),
  /** Only a unit without a filing leaves the roster. */
  remove: route({ scope: 'task', changes: ['roster'], method: 'DELETE', path: '/api/units/:unit', params: unitPath, output: z.object({}) }),
  /**
   * Reads a roster from .xlsx or .csv by column titles; `dry` only reports what would change. Rows with `problems` are left out, those with
   * `warnings` are taken.
   */
  import: route({
    scope: 'task',
    changes: ['roster'],
    method: 'POST',
    path: '/api/units/import',
    query: z.object({ name: z.string().max(255), dry: z.enum(['1']).optional() }),
    input: 'bytes',
    output: z.object({
      added: z.number(),
      changed: z.number(),
      same: z.number(),
      problems: z.array(problemData),
      warnings: z.array(problemData),
    }),
  }),
  status: route({ scope: 'task', reads: ['roster', 'filings'], method: 'GET', path: '/api/status', output: filingStatusOfCounty }),
  /** One blank workbook per unit, zipped, to hand out. */
  workbooks: route({
    scope: 'task',
    reads: ['owner', 'roster', 'filings', 'explanations', 'parameters'],
    method: 'GET',
    path: '/api/workbooks.zip',
    query: z.object({ blank: z.enum(['1']).optional() }),
    output: 'file',
  }),
}
