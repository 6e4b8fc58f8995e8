import { z } from 'zod'
import { route } from './contract.ts'

/** A value of a parameter 参数 from a period on, with its source; `own`: set by the county. Numbers are decimal strings. */
const value = z.object({ from: z.string(), value: z.string(), source: z.string(), own: z.boolean() })
const parameterView = z.object({
  name: z.string(),
  unit: z.string(),
  /** The value in force in the task's period; null without one. */
  inForce: z.string().nullable(),
  values: z.array(value),
})
export type ParameterView = z.infer<typeof parameterView>

/** Own values by parameter. `restore` removes all other own values of a parameter named here. */
export const ownValues = z.record(
  z.string().max(80),
  z.array(z.object({ from: z.string().max(12), value: z.string().max(20), source: z.string().max(200) })).max(100),
)
export type OwnValues = z.infer<typeof ownValues>

const parameterPath = z.object({ name: z.string().min(1).max(80) })

export const parametersApi = {
  list: route({ scope: 'task', reads: ['parameters'], method: 'GET', path: '/api/parameters', output: z.array(parameterView) }),
  /** Sets the county's own value from a period on. */
  keep: route({
    scope: 'task',
    changes: ['parameters'],
    method: 'PUT',
    path: '/api/parameters/:name',
    params: parameterPath,
    input: z.object({ from: z.string().max(12), value: z.string().max(20), source: z.string().max(200) }),
    output: z.array(parameterView),
  }),
  /** Restores own values, to undo the values adopted from a collector's workbook. */
  restore: route({
    scope: 'task',
    changes: ['parameters'],
    method: 'PUT',
    path: '/api/parameters',
    input: ownValues,
    output: z.array(parameterView),
  }),
  /** Removes the county's own value; the scheme's value is in force again. */
  remove: route({
    scope: 'task',
    changes: ['parameters'],
    method: 'DELETE',
    path: '/api/parameters/:name',
    params: parameterPath,
    query: z.object({ from: z.string().max(12) }),
    output: z.array(parameterView),
  }),
}
