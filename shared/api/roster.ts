import { z } from 'zod'
import { filingStatus } from './filing.ts'
import { problemData, unit, unitPath } from './common.ts'
import { route } from './contract.ts'

/** A unit of the roster 单位名录 with the status of its filing. */
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
  /** Removes a unit without a filing from the roster. */
  remove: route({ scope: 'task', changes: ['roster'], method: 'DELETE', path: '/api/units/:unit', params: unitPath, output: z.object({}) }),
  /**
   * Reads a roster from .xlsx or .csv by column titles; `dry` saves nothing. Rows with `problems` are left out, rows with `warnings`
   * are taken.
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
  /** Answers a .zip with one workbook per unit; `blank` leaves out the facts. */
  workbooks: route({
    scope: 'task',
    reads: ['owner', 'roster', 'filings', 'explanations', 'parameters'],
    method: 'GET',
    path: '/api/workbooks.zip',
    query: z.object({ blank: z.enum(['1']).optional() }),
    output: 'file',
  }),
}
