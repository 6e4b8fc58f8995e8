import { rosterApi } from '../../shared/api/roster.ts'
import { openSession, type Desk } from '../services/desk.ts'
import { exportAll } from '../services/export-all.ts'
import { dropUnit, importRoster, keepUnit } from '../services/keep-roster.ts'
import { listRoster, statusOf } from '../services/status.ts'
import { fileAnswer } from './answers.ts'
import { implement, type Implementation } from './implement.ts'

/** The roster, who has filed, and blank workbooks to hand out. */
export function rosterRoutes(desk: Desk): Implementation[] {
  const session = (): ReturnType<typeof openSession> => openSession(desk)
  const by = (): string => session().owner.name
  return [
    implement(rosterApi.list, () => listRoster(session())),
    implement(rosterApi.keep, ({ params, input }) => keepUnit(session(), params.unit, input, by())),
    implement(rosterApi.remove, ({ params }) => {
      dropUnit(session(), params.unit, by())
      return {}
    }),
    implement(rosterApi.import, ({ query, input }) => importRoster(session(), desk.reader(), query.name, input, query.dry === '1', by())),
    implement(rosterApi.status, () => statusOf(session())),
    implement(rosterApi.workbooks, async ({ query }, { report }) => {
      const { name, bytes } = await exportAll(session(), query.blank === '1', desk.version, report)
      return fileAnswer(name, bytes)
    }),
  ]
}
