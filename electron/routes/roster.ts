import { rosterApi } from '../../shared/api/roster.ts'
import type { Runtime } from '../services/workspace/runtime.ts'
import { exportAll } from '../services/roster/export-all.ts'
import { dropUnit, importRoster, keepUnit } from '../services/roster/keep-roster.ts'
import { listRoster, filingStatusOf } from '../services/roster/filing-status.ts'
import { fileAnswer } from './answers.ts'
import { implement, type Implementation } from './implement.ts'

/** The roster, the filing status, and the units' workbooks, filled or blank. */
export function rosterRoutes(runtime: Runtime): Implementation[] {
  return [
    implement(rosterApi.list, ({ session }) => listRoster(session)),
    implement(rosterApi.keep, ({ session, params, input }) => keepUnit(session, params.unit, input)),
    implement(rosterApi.remove, ({ session, params }) => {
      dropUnit(session, params.unit)
      return {}
    }),
    implement(rosterApi.import, ({ session, query, input }) =>
      importRoster(session, runtime.reader(session), query.name, input, { dry: query.dry === '1' }),
    ),
    implement(rosterApi.status, ({ session }) => filingStatusOf(session)),
    implement(rosterApi.workbooks, async ({ session, query }, { report }) => {
      const { name, bytes } = await exportAll(session, { blank: query.blank === '1', appVersion: runtime.version }, report)
      return fileAnswer(name, bytes)
    }),
  ]
}
