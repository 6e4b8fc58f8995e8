import { evidenceApi } from '../../shared/api/evidence.ts'
import { parametersApi } from '../../shared/api/parameters.ts'
import { layOut, openSession, type Desk } from '../services/desk.ts'
import { bringBackEvidence, dropEvidence, evidenceFile, evidenceOf, keepEvidence } from '../services/keep-evidence.ts'
import { dropParameter, keepParameter, listParameters, restoreParameters } from '../services/keep-parameters.ts'
import { implement, type Implementation } from './implement.ts'

/** What a county keeps beside its filings: its own values of parameters, evidence for the evaluation. */
export function countyKeepingRoutes(desk: Desk): Implementation[] {
  const session = (): ReturnType<typeof openSession> => openSession(desk)
  const by = (): string => session().owner.name
  return [
    implement(parametersApi.list, () => listParameters(session())),
    implement(parametersApi.keep, ({ params, input }) => listParameters(layOut(desk, keepParameter(session(), params.name, input, by())))),
    implement(parametersApi.restore, ({ input }) => listParameters(layOut(desk, restoreParameters(session(), input, by())))),
    implement(parametersApi.remove, ({ params, query }) =>
      listParameters(layOut(desk, dropParameter(session(), params.name, query.from, by()))),
    ),
    implement(evidenceApi.list, () => evidenceOf(session())),
    implement(evidenceApi.add, ({ params, query, input }) => keepEvidence(session(), params.item, query.name, input, by())),
    implement(evidenceApi.remove, ({ params }) => dropEvidence(session(), params.id, by())),
    implement(evidenceApi.bringBack, ({ params }) => bringBackEvidence(session(), params.id, by())),
    implement(evidenceApi.file, ({ params }) => ({ ...evidenceFile(session(), params.id), type: 'application/octet-stream' })),
  ]
}
