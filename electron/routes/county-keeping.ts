import { evidenceApi } from '../../shared/api/evidence.ts'
import { parametersApi } from '../../shared/api/parameters.ts'
import { bringBackEvidence, dropEvidence, evidenceFile, evidenceOf, keepEvidence } from '../services/evaluation/keep-evidence.ts'
import { dropParameter, keepParameter, listParameters, restoreParameters } from '../services/scheme/keep-parameters.ts'
import { implement, type Implementation } from './implement.ts'

/** The county's own parameter values and its evidence for the evaluation. */
export function countyKeepingRoutes(): Implementation[] {
  return [
    implement(parametersApi.list, ({ session }) => listParameters(session)),
    implement(parametersApi.keep, ({ session, params, input }) => listParameters(keepParameter(session, params.name, input))),
    implement(parametersApi.restore, ({ session, input }) => listParameters(restoreParameters(session, input))),
    implement(parametersApi.remove, ({ session, params, query }) => listParameters(dropParameter(session, params.name, query.from))),
    implement(evidenceApi.list, ({ session }) => evidenceOf(session)),
    implement(evidenceApi.add, ({ session, params, query, input }) => keepEvidence(session, params.item, query.name, input)),
    implement(evidenceApi.remove, ({ session, params }) => dropEvidence(session, params.id)),
    implement(evidenceApi.bringBack, ({ session, params }) => bringBackEvidence(session, params.id)),
    implement(evidenceApi.file, ({ session, params }) => ({ ...evidenceFile(session, params.id), type: 'application/octet-stream' })),
  ]
}
